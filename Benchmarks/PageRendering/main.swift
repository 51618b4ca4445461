// Makes an HTML page of every `index.md` below a folder, as a publication does with its reports, in a
// layout of one line, and writes it below another folder. Called by publishing.py, beside Hugo.
import Dispatch
import Foundation
import Publishing

struct PageMaker: Sendable {
  let source: URL
  let output: URL
  private let article = ReportArticle(methodology: "../methodology/index.html", names: [])

  init(source: URL, output: URL) {
    self.source = source
    self.output = output
  }

  func makePage(_ path: String) throws {
    let text = try String(contentsOf: source.appendingPathComponent(path), encoding: .utf8)
    let html = try article.html(text, figures: [:])
    let folder = output.appendingPathComponent(path).deletingLastPathComponent()
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let page = "<!doctype html><title>\(path)</title>\(html)\n"
    try Data(page.utf8).write(to: folder.appendingPathComponent("index.html"))
  }

  /// Makes every `count`th page, from the one at `first` on.
  func makePages(_ paths: [String], from first: Int, by count: Int) {
    do {
      for index in stride(from: first, to: paths.count, by: count) { try makePage(paths[index]) }
    } catch {
      FileHandle.standardError.write(Data("\(error)\n".utf8))
      exit(1)
    }
  }
}

guard CommandLine.arguments.count == 3 else {
  FileHandle.standardError.write(Data("usage: PageRendering FOLDER OUTPUT\n".utf8))
  exit(64)
}
let maker = PageMaker(
  source: URL(fileURLWithPath: CommandLine.arguments[1], isDirectory: true),
  output: URL(fileURLWithPath: CommandLine.arguments[2], isDirectory: true))
let paths = try FileManager.default.subpathsOfDirectory(atPath: maker.source.path)
  .filter { $0.hasSuffix("index.md") }.sorted()
let threads = 2
DispatchQueue.concurrentPerform(iterations: threads) { [maker, paths] thread in
  maker.makePages(paths, from: thread, by: threads)
}
print(paths.count)
