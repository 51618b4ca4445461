import Foundation
import Publishing
import Testing

@testable import Broadsheet

@Suite("Configurations of web servers")
struct WebServerTests {
  private static let roles: [Role] = [.business, .compliance]

  /// Runs `body` with a small site and a password file for each role; the password of `NAME` is
  /// `NAME`.
  private func withSite(_ body: (_ folder: String) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.path + "/web server-" + UUID().uuidString
    let files = [
      "site/index.html": "front", "site/404.html": "nowhere", "site/.broadsheet-site": "mark",
      "site/business/index.html": "business page", "site/compliance/index.html": "compliance page",
      "site/compliance/chart.svg": "<svg xmlns=\"http://www.w3.org/2000/svg\"/>",
      "site/compliance/index.md": "# Report", "site/digest/compliance.txt": "compliance page",
    ]
    for (name, text) in files {
      let place = URL(fileURLWithPath: folder + "/" + name)
      try FileManager.default.createDirectory(
        at: place.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: place)
    }
    let result = Result { try body(folder) }
    try FileManager.default.removeItem(atPath: folder)
    try result.get()
  }

  private func configuration(
    _ folder: String, port: UInt16 = 8080
  ) throws -> WebServerConfiguration {
    try WebServerConfiguration(
      folder: folder + "/site", roles: Self.roles, port: port, passwords: folder + "/passwords")
  }

  @Test("have the policy of the pages, with the digest of the script in them")
  func policy() {
    #expect(WebServerConfiguration.policy == PagePolicy.text + "; frame-ancestors 'none'")
    let source = ContentDigest.policySource(of: PagePolicy.appearanceScript)
    #expect(PagePolicy.text.contains("script-src 'self' '\(source)';"))
  }

  @Test("name every role and every header", arguments: WebServer.allCases)
  func contents(_ server: WebServer) throws {
    let text = try WebServerConfiguration(
      folder: "/srv/reports", roles: Role.allCases, port: 8081
    ).text(for: server)
    for role in Role.allCases {
      #expect(text.contains("\"/etc/broadsheet/passwords/\(role.rawValue)\""))
    }
    for header in [
      "Content-Security-Policy", "X-Content-Type-Options nosniff", "Referrer-Policy no-referrer",
      "private, no-cache", "8081", "\"/srv/reports\"",
    ] {
      #expect(text.contains(header), "\(header)")
    }
  }

  @Test("are not written for a path that could be read as something else")
  func paths() throws {
    for path in ["/srv/$x", "/srv/a\"; }", "/srv/a\nb", "srv", "/srv/{x}"] {
      let error = try #require(throws: AuditError.self) {
        try WebServerConfiguration(folder: path, roles: [], port: 80)
      }
      #expect(error.kind == .malformed)
      #expect(error.path == path)
    }
  }

  // MARK: - Real servers

  private struct Answer {
    let status: String
    let body: String
    let headers: String
  }

  /// Asks with the account `name`, whose password is its name; without one for `nil`.
  private func ask(_ path: String, as name: String?, port: UInt16, in folder: String) throws
    -> Answer
  {
    var arguments = [
      "--silent", "--path-as-is", "--dump-header", folder + "/headers", "--output",
      folder + "/body", "http://127.0.0.1:\(port)\(path)",
    ]
    if let name { arguments += ["--user", "\(name):\(name)"] }
    _ = try Tool.run("curl", arguments, in: folder)
    // Of a server that does not listen yet there are none.
    let headers = String(
      decoding: FileManager.default.contents(atPath: folder + "/headers") ?? Data(), as: UTF8.self)
    let body = FileManager.default.contents(atPath: folder + "/body") ?? Data()
    return Answer(
      status: headers.split(separator: " ").dropFirst().first.map(String.init) ?? "",
      body: String(decoding: body, as: UTF8.self), headers: headers)
  }

  /// The servers that this machine has; the script for the tests installs nginx.
  private static let installed: [WebServer] =
    Tool.path("curl") == nil ? [] : WebServer.allCases.filter { Tool.path(program($0)) != nil }

  private static func program(_ server: WebServer) -> String {
    server == .apache ? "apache2" : server.rawValue
  }

  /// Accounts whose password is their name, as each server reads them. bcrypt by libxcrypt 4.4 with
  /// the cost 4, SHA-1 by Python's hashlib: quick to check, and only fit for a test.
  private static let accounts: [(file: String, name: String, bcrypt: String, sha1: String)] = [
    (
      "readers", "reader", "$2b$04$0w8BSVLcPCDj2MNILMK86Ordi5NVxwoRJ3Pr63XcLSzGO9LJA6MWG",
      "JLVf6B6eexF5jTpORnfdSP/IFVk="
    ),
    (
      "business", "business", "$2b$04$d/VCWFzo5uStvs6znvEn2OPrT9th5iQo5Lt/Bs13A1iMZsAlYBJta",
      "ald6d0P0BepqB+ciL994MqTI4OI="
    ),
    (
      "compliance", "compliance", "$2b$04$APJNQZQuSKU8Z4wY6pnn7.BW2eQTlJxQMh92RX4gI5ENS72Djt49K",
      "A2y3NcYvlSqaqhbBKlPmyuD1BU4="
    ),
  ]

  /// The printed configuration with what the machine has to add to it.
  private func text(for server: WebServer, _ folder: String, port: UInt16) throws -> String {
    let own = try configuration(folder, port: port).text(for: server)
    switch server {
    case .nginx:
      let temporary = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"]
        .map { "\($0)_temp_path \"\(folder)/temporary\";\n" }.joined()
      return (getuid() == 0 ? "user root;\n" : "")
        + "daemon off; pid \"\(folder)/pid\"; error_log \"\(folder)/errors\";\nevents {}\n"
        + "http {\naccess_log off;\n\(temporary)\(own)}\n"
    case .apache:
      let modules = URL(fileURLWithPath: Tool.path("apache2") ?? "").deletingLastPathComponent()
        .appending(path: "../lib/apache2/modules").standardizedFileURL.path
      let names = [
        "auth_basic", "authn_core", "authn_file", "authz_core", "authz_user", "dir", "headers",
        "mime", "mpm_event",
      ]
      return names.map { "LoadModule \($0)_module \"\(modules)/mod_\($0).so\"\n" }.joined()
        + "ServerName localhost\nTypesConfig /etc/mime.types\nErrorLog \"\(folder)/errors\"\n"
        + "PidFile \"\(folder)/pid\"\n" + own
    case .caddy: return "{\n  admin off\n}\n" + own
    }
  }

  private func arguments(of server: WebServer, _ folder: String) -> [String] {
    let file = folder + "/server.conf"
    return switch server {
    case .nginx: ["-c", file, "-p", folder, "-e", folder + "/errors"]
    case .apache: ["-X", "-f", file]
    case .caddy: ["run", "--adapter", "caddyfile", "--config", file]
    }
  }

  private func with(
    _ server: WebServer, _ body: (_ folder: String, _ port: UInt16) throws -> Void
  ) throws {
    let program = try #require(Tool.path(Self.program(server)))
    try withSite { folder in
      let port = UInt16.random(in: 20_000..<60_000)
      try FileManager.default.createDirectory(
        atPath: folder + "/passwords", withIntermediateDirectories: true)
      for account in Self.accounts {
        let line =
          server == .caddy
          ? "\(account.name) \(account.bcrypt)\n" : "\(account.name):{SHA}\(account.sha1)\n"
        try Data(line.utf8)
          .write(to: URL(fileURLWithPath: folder + "/passwords/" + account.file))
      }
      try Data(try text(for: server, folder, port: port).utf8)
        .write(to: URL(fileURLWithPath: folder + "/server.conf"))
      let process = Process()
      process.executableURL = URL(fileURLWithPath: program)
      process.arguments = arguments(of: server, folder)
      var environment = ProcessInfo.processInfo.environment
      environment["HOME"] = folder
      process.environment = environment
      process.standardOutput = FileHandle.nullDevice
      process.standardError = FileHandle.nullDevice
      try process.run()
      defer {
        process.terminate()
        process.waitUntilExit()
      }
      var tries = 0
      while tries < 200, try ask("/", as: nil, port: port, in: folder).status != "401" {
        tries += 1
        _ = try Tool.run("sleep", ["0.1"], in: folder)
      }
      try body(folder, port)
    }
  }

  @Test(
    "open each folder to its own readers only, where the machine has the server",
    arguments: installed)
  func access(_ server: WebServer) throws {
    try with(server) { folder, port in
      for path in [
        "/", "/index.html", "/business/", "/compliance/index.html", "/compliance/chart.svg",
        "/nothing", "/digest/compliance.txt",
      ] {
        let closed = try ask(path, as: nil, port: port, in: folder)
        #expect(closed.status == "401", "\(path)")
        for word in ["front", "page", "<svg"] { #expect(!closed.body.contains(word), "\(path)") }
      }
      let front = try ask("/", as: "reader", port: port, in: folder)
      #expect(front.status == "200")
      #expect(front.body == "front")
      let report = try ask("/compliance/", as: "compliance", port: port, in: folder)
      #expect(report.body == "compliance page")
      let digest = try ask("/digest/compliance.txt", as: "compliance", port: port, in: folder)
      #expect(digest.body == "compliance page")
      // Neither another role nor those who may see the rest; however the address is written.
      for name in ["business", "reader"] {
        for path in [
          "/compliance/", "/compliance/index.html", "//compliance/index.html",
          "/./compliance/index.html", "/business/../compliance/index.html",
          "/%63ompliance/index.html", "/business%2f..%2fcompliance/index.html",
          "/compliance//index.html", "/digest/compliance.txt", "/digest/../digest/compliance.txt",
          "/%64igest/compliance.txt", "/digest//compliance.txt",
        ] {
          let answer = try ask(path, as: name, port: port, in: folder)
          #expect(answer.status != "200", "\(path) as \(name)")
          #expect(!answer.body.contains("compliance page"), "\(path) as \(name)")
        }
      }
      let hidden = try ask("/.broadsheet-site", as: "reader", port: port, in: folder)
      #expect(["403", "404"].contains(hidden.status))
      #expect(!hidden.body.contains("mark"))
    }
  }

  @Test(
    "send the headers with every answer, errors included, where the machine has the server",
    arguments: installed)
  func headers(_ server: WebServer) throws {
    try with(server) { folder, port in
      for (path, name) in [
        ("/", "reader"), ("/nothing", "reader"), ("/compliance/index.md", "compliance"),
        ("/compliance/", nil),
      ] {
        let headers = try ask(path, as: name, port: port, in: folder).headers
        #expect(headers.contains("Content-Security-Policy: \(WebServerConfiguration.policy)\r\n"))
        #expect(headers.contains("X-Content-Type-Options: nosniff\r\n"))
        #expect(headers.contains("Referrer-Policy: no-referrer\r\n"))
        #expect(headers.contains("Cache-Control: private, no-cache\r\n"))
      }
      let missing = try ask("/nothing", as: "reader", port: port, in: folder)
      #expect(missing.status == "404")
      #expect(missing.body == "nowhere")
      let chart = try ask("/compliance/chart.svg", as: "compliance", port: port, in: folder)
      #expect(
        chart.headers.contains(
          "Content-Security-Policy: \(WebServerConfiguration.chartPolicy)\r\n"))
      #expect(chart.headers.lowercased().contains("content-type: image/svg+xml"))
      let markdown = try ask("/compliance/index.md", as: "compliance", port: port, in: folder)
      #expect(markdown.headers.lowercased().contains("content-type: text/markdown; charset=utf-8"))
    }
  }
}
