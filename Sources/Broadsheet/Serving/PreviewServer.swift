import FlyingFox
import FlyingSocks
import Foundation

/// Serves a published site on this machine, for looking at it before it is hosted.
///
/// Only files that the site holds are ever answered: the request path is looked up in a list, never
/// joined to a folder, so no spelling of a path leads out of it.
package struct PreviewServer: Sendable {
  private let folder: String
  private let port: UInt16

  package init(folder: String, port: UInt16) {
    self.folder = folder
    self.port = port
  }

  /// Serves until the task is cancelled.
  ///
  /// - Parameter ready: Called with the address once connections are accepted.
  package func run(ready: @escaping @Sendable (String) -> Void) async throws {
    // The library's own loopback address is that of IPv6, which not every machine has.
    let server = HTTPServer(address: try .inet(ip4: "127.0.0.1", port: port))
    let pages = PublishedFiles(folder: folder)
    await server.appendRoute("*") { request in
      pages.answer(to: request)
    }
    try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask { try await server.run() }
      group.addTask {
        try await server.waitUntilListening(timeout: 10)
        ready("http://127.0.0.1:\(port)/")
      }
      try await group.waitForAll()
    }
  }
}

/// The files of a published site by the path that a browser asks for.
struct PublishedFiles: Sendable {
  private let folder: String

  init(folder: String) {
    self.folder = folder
  }

  func answer(to request: HTTPRequest) -> HTTPResponse {
    guard request.method == .GET || request.method == .HEAD else {
      return HTTPResponse(statusCode: .methodNotAllowed)
    }
    // The target is the path as it was sent; the library's own `path` has lost a slash at the end.
    let sent = String(request.target.rawValue.prefix { $0 != "?" && $0 != "#" })
    let path = sent.removingPercentEncoding ?? sent
    guard let file = file(forPath: path) else {
      // Links are relative, so a folder is only right with its slash.
      guard file(forPath: path + "/") != nil else { return notFound() }
      return HTTPResponse(
        statusCode: .movedPermanently, headers: HTTPHeaders([.location: sent + "/"]))
    }
    guard let body = FileManager.default.contents(atPath: folder + "/" + file) else {
      return notFound()
    }
    return HTTPResponse(
      statusCode: .ok, headers: headers(for: file), body: request.method == .HEAD ? Data() : body)
  }

  /// The published file behind a path; a path that ends in a slash stands for its index page.
  func file(forPath path: String) -> String? {
    var name = path.hasPrefix("/") ? String(path.dropFirst()) : path
    if name.isEmpty || name.hasSuffix("/") { name += "index.html" }
    return publishedFiles().contains(name) ? name : nil
  }

  /// The list is read anew for every request, because a publication replaces the folder.
  private func publishedFiles() -> Set<String> {
    guard let walker = FileManager.default.enumerator(atPath: folder) else { return [] }
    return Set(
      walker.compactMap { entry in
        let isFile =
          walker.fileAttributes?[.type] as? FileAttributeType == .typeRegular
        return isFile ? entry as? String : nil
      })
  }

  private func notFound() -> HTTPResponse {
    let page = FileManager.default.contents(atPath: folder + "/404.html") ?? Data("Not found".utf8)
    return HTTPResponse(
      statusCode: .notFound, headers: [.contentType: "text/html; charset=utf-8"], body: page)
  }

  private func headers(for file: String) -> HTTPHeaders {
    let types = [
      "html": "text/html; charset=utf-8", "css": "text/css; charset=utf-8",
      "js": "text/javascript; charset=utf-8", "svg": "image/svg+xml",
      "json": "application/json", "csv": "text/csv; charset=utf-8",
      "md": "text/markdown; charset=utf-8", "xml": "application/xml",
      "txt": "text/plain; charset=utf-8",
    ]
    let ending = file.split(separator: ".").last.map(String.init) ?? ""
    return [
      .contentType: types[ending] ?? "application/octet-stream",
      HTTPHeader("Cache-Control"): "no-store",
      HTTPHeader("Content-Security-Policy"):
        "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; "
        + "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
      HTTPHeader("X-Content-Type-Options"): "nosniff",
      HTTPHeader("Referrer-Policy"): "no-referrer",
    ]
  }
}
