import Foundation

@testable import Publishing

/// A web server with the policy of the pages in its headers.
enum Nginx {
  static let path: String? = ["/usr/sbin/nginx", "/usr/bin/nginx", "/opt/homebrew/bin/nginx"]
    .first(where: FileManager.default.isExecutableFile)

  /// Runs `body` with the address of a site below a path, and ends the server afterwards.
  static func with(_ site: String, path: String, _ body: (String) throws -> Void) throws {
    guard let program = Self.path else { return }
    let folder = FileManager.default.temporaryDirectory.path + "/nginx-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let port = UInt16.random(in: 20_000..<60_000)
    let temporary = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"]
      .map { "\($0)_temp_path \"\(folder)/temporary\";\n" }.joined()
    let text = """
      \(getuid() == 0 ? "user root;" : "")
      daemon off; pid "\(folder)/pid"; error_log "\(folder)/errors";
      events {}
      http {
        access_log off;
        \(temporary)
        types { text/html html; text/css css; text/javascript js; image/svg+xml svg; }
        server {
          listen 127.0.0.1:\(port);
          add_header Content-Security-Policy "\(PagePolicy.text); frame-ancestors 'none'" always;
          location \(path) { alias "\(site)/"; }
        }
      }

      """
    try Data(text.utf8).write(to: URL(fileURLWithPath: folder + "/nginx.conf"))
    let process = Process()
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = ["-c", folder + "/nginx.conf", "-p", folder, "-e", folder + "/errors"]
    try process.run()
    var tries = 0
    while tries < 100, !FileManager.default.fileExists(atPath: folder + "/pid") {
      tries += 1
      Thread.sleep(forTimeInterval: 0.05)
    }
    let outcome = Result { try body("http://127.0.0.1:\(port)\(path)") }
    process.terminate()
    process.waitUntilExit()
    try FileManager.default.removeItem(atPath: folder)
    try outcome.get()
  }
}
