import Foundation
import Testing

@testable import Publishing

/// Every type of page before the Nu HTML checker, which knows the whole standard.
@Suite(
  "HTML of the pages", .tags(.browser),
  .enabled(
    if: HTMLChecker.isInstalled,
    "no vnu.jar or no Java: scripts/install-system-packages.sh --tests"))
struct HTMLCheckerTests {
  @Test("has no error on any type of page")
  func pages() throws {
    let folder = try TemporaryFolder()
    try SamplePages.write(to: folder.path + "/site")
    let found = try HTMLChecker.errors(in: SamplePages.all.map { "\(folder.path)/site/\($0)" })
    #expect(found == [])
  }

  @Test("has no error where models lack what reports would like to have")
  func edges() throws {
    let folder = try TemporaryFolder()
    let plan = try SamplePublication.edges.get()
    _ = try SiteWriter().write(plan, to: folder.path + "/site")
    let pages = plan.entries.map(\.path.description).filter { $0.hasSuffix(".html") }
    // Some of each kind of page are enough: the checker takes a hundredth of a second for each.
    let chosen = pages.enumerated().filter { $0.offset.isMultiple(of: 7) }.map(\.element)
    #expect(try HTMLChecker.errors(in: chosen.map { "\(folder.path)/site/\($0)" }) == [])
  }

  @Test("is really looked at")
  func isChecked() throws {
    let folder = try TemporaryFolder()
    try folder.write(
      "<!DOCTYPE html><html lang=\"en\"><title>T</title><p><a href=\"#\"><a href=\"#\">x</a></a>",
      to: "page.html")
    let found = try HTMLChecker.errors(in: [folder.path + "/page.html"])
    #expect(found.contains { $0.contains("page.html") })
  }
}

/// The Nu HTML checker, which the script for the tests fetches.
enum HTMLChecker {
  private static let archive: String? = {
    let given = ProcessInfo.processInfo.environment["BROADSHEET_VNU"] ?? ""
    let root = URL(filePath: #filePath).appending(path: "../../../..").standardized.path
    return (given.isEmpty ? [] : [given]) + [root + "/.build/test-tools/vnu.jar"]
  }().first(where: FileManager.default.fileExists)

  private static let java: String? = {
    let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
    return folders.map { "\($0)/java" }.first(where: FileManager.default.isExecutableFile)
  }()

  static var isInstalled: Bool { archive != nil && java != nil }

  /// One line for each error, with file, line and column; empty for pages without.
  static func errors(in pages: [String]) throws -> [String] {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: try #require(java))
    process.arguments =
      ["-Xss4m", "-jar", try #require(archive), "--errors-only", "--format", "gnu", "--stdout"]
      + pages
    let output = Pipe()
    process.standardOutput = output
    process.standardError = output
    try process.run()
    let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    let lines = text.split(separator: "\n").map(String.init)
    // A checker that ends without a word has found nothing only if it says so by its status.
    try #require(process.terminationStatus == 0 || !lines.isEmpty)
    return lines
  }
}
