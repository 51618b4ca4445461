import Foundation
import FoundationNetworking
import Testing

@testable import Broadsheet

@Suite("The preview server")
struct PreviewServerTests {
  /// A site in a folder of its own, beside a file that must never be served.
  private func withSite(_ body: (_ site: String) async throws -> Void) async throws {
    let root = FileManager.default.temporaryDirectory.appending(path: "preview-\(UUID())")
    let site = root.appending(path: "site")
    try FileManager.default.createDirectory(
      at: site.appending(path: "business"), withIntermediateDirectories: true)
    for (name, text) in [
      ("index.html", "front"), ("business/index.html", "reader"), ("404.html", "nowhere"),
      ("style.css", "x"),
    ] {
      try Data(text.utf8).write(to: site.appending(path: name))
    }
    try Data("secret".utf8).write(to: root.appending(path: "broadsheet.yaml"))
    try await body(site.path)
    try FileManager.default.removeItem(at: root)
  }

  @Test(
    "finds pages by the address that a browser asks for",
    arguments: [
      ("/", "index.html"), ("/index.html", "index.html"), ("/business/", "business/index.html"),
      ("/style.css", "style.css"),
    ])
  func pages(_ path: String, _ file: String) async throws {
    try await withSite { site in
      #expect(PublishedFiles(folder: site).file(forPath: path) == file)
    }
  }

  @Test(
    "never leaves the folder",
    arguments: [
      "/../broadsheet.yaml", "/business/../../broadsheet.yaml", "//broadsheet.yaml",
      "/%2e%2e/broadsheet.yaml", "/..\\broadsheet.yaml", "/nothing", "/business/nothing.html",
      "/business",
    ])
  func outside(_ path: String) async throws {
    try await withSite { site in
      #expect(PublishedFiles(folder: site).file(forPath: path) == nil)
    }
  }

  @Test("answers on the address that it names, with type and policy, and 404 for the rest")
  func answers() async throws {
    try await withSite { site in
      let (addresses, reporter) = AsyncStream.makeStream(of: String.self)
      let serving = Task {
        try await PreviewServer(folder: site, port: UInt16.random(in: 20_000..<60_000)).run {
          reporter.yield($0)
        }
      }
      defer { serving.cancel() }
      var iterator = addresses.makeAsyncIterator()
      let address = try #require(await iterator.next())
      let front = try await fetch(address)
      #expect(front.text == "front")
      #expect(front.header("Content-Type") == "text/html; charset=utf-8")
      #expect(front.header("Content-Security-Policy")?.contains("default-src 'none'") == true)
      let folder = try await fetch(address + "business")
      #expect(folder.status == 301)
      #expect(folder.header("Location") == "/business/")
      for path in ["%2e%2e/broadsheet.yaml", "..%2fbroadsheet.yaml", "nothing"] {
        let answer = try await fetch(address + path)
        #expect(answer.status == 404)
        #expect(answer.text == "nowhere")
      }
    }
  }

  private struct Answer {
    let status: Int
    let text: String
    let response: HTTPURLResponse

    func header(_ name: String) -> String? { response.value(forHTTPHeaderField: name) }
  }

  private func fetch(_ address: String) async throws -> Answer {
    let url = try #require(URL(string: address))
    let session = URLSession(
      configuration: .ephemeral, delegate: Unredirected(), delegateQueue: nil)
    defer { session.finishTasksAndInvalidate() }
    let (data, response) = try await session.data(from: url)
    let http = try #require(response as? HTTPURLResponse)
    return Answer(
      status: http.statusCode, text: String(decoding: data, as: UTF8.self), response: http)
  }
}

/// Shows a redirection as such instead of following it.
private final class Unredirected: NSObject, URLSessionTaskDelegate {
  func urlSession(
    _ session: URLSession, task: URLSessionTask,
    willPerformHTTPRedirection response: HTTPURLResponse, newRequest request: URLRequest,
    completionHandler: @escaping (URLRequest?) -> Void
  ) {
    completionHandler(nil)
  }
}
