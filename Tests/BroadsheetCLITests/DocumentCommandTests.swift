import Foundation
import Testing

@Suite("Documents of published reports")
struct DocumentCommandTests {
  private static let hasBrowser = ["chromium", "chromium-browser", "google-chrome"].contains {
    FileManager.default.isExecutableFile(atPath: "/usr/bin/\($0)")
  }

  @Test("export report writes one file that needs no other")
  func export() throws {
    try Program.with { program in
      try program.writeSite()
      #expect(try program.run("run", "--quiet").status == 0)
      let outcome = try program.run(
        "export", "report", "--role", "business", "--model", "churn", "--period", "2026-W10",
        "-o", "report.html")
      #expect(outcome.status == 0, "\(outcome.errors)")
      let html = try String(contentsOfFile: program.folder + "/report.html", encoding: .utf8)
      #expect(html.contains("Churn, week 10 of 2026"))
      #expect(html.firstMatch(of: /style-src 'sha256-[A-Za-z0-9+\/]{43}='/) != nil)
    }
  }

  @Test("name what was published when a report is asked for that was not")
  func missing() throws {
    try Program.with { program in
      try program.writeSite()
      let early = try program.run(
        "export", "report", "--role", "business", "--model", "churn", "--period", "2026-W10")
      #expect(early.status == 66)
      #expect(early.errors.contains("holds no site yet"))
      #expect(try program.run("run", "--quiet").status == 0)
      let model = try program.run(
        "export", "report", "--role", "business", "--model", "chrun", "--period", "2026-W10")
      #expect(model.status == 66)
      #expect(model.errors.contains("there are reports of churn"))
      let period = try program.run(
        "export", "report", "--role", "business", "--model", "churn", "--period", "../../x")
      #expect(period.status == 66)
      #expect(period.errors.contains("the newest are 2026-W10"))
      let role = try program.run(
        "export", "report", "--role", "boss", "--model", "churn", "--period", "2026-W10")
      #expect(role.status == 64)
    }
  }

  @Test("pdf says what to install where there is no browser")
  func withoutBrowser() throws {
    try Program.with { program in
      try program.writeSite()
      var program = program
      program.environment = ["PATH": program.folder, "BROADSHEET_CHROMIUM": ""]
      let outcome = try program.run("pdf", "--role", "business", "--period", "2026-W10")
      #expect(outcome.status == 66)
      #expect(outcome.errors.contains("install one, such as with 'apt-get install chromium'"))
      program.environment["BROADSHEET_CHROMIUM"] = program.folder + "/nothing"
      let named = try program.run("pdf", "--role", "business", "--period", "2026-W10")
      #expect(named.status == 66)
      #expect(named.errors.contains("which is not a program"))
    }
  }

  @Test("pdf gives the browser's own words when it fails, and leaves no file")
  func failingBrowser() throws {
    try Program.with { program in
      try program.writeSite()
      #expect(try program.run("run", "--quiet").status == 0)
      try program.write("browser", "#!/bin/sh\necho no display today >&2\nexit 3\n")
      try FileManager.default.setAttributes(
        [.posixPermissions: 0o755], ofItemAtPath: program.folder + "/browser")
      var program = program
      program.environment["BROADSHEET_CHROMIUM"] = program.folder + "/browser"
      let outcome = try program.run(
        "pdf", "--role", "business", "--period", "2026-W10", "-o", "x.pdf")
      #expect(outcome.status == 74)
      #expect(outcome.errors.contains("(exit status 3): no display today"))
      #expect(!FileManager.default.fileExists(atPath: program.folder + "/x.pdf"))
    }
  }

  @Test(
    "pdf prints the reports of a period",
    .enabled(if: hasBrowser, "no Chromium is installed: scripts/install-system-packages.sh --tests")
  )
  func pdf() throws {
    try Program.with { program in
      try program.writeSite()
      #expect(try program.run("run", "--quiet").status == 0)
      let outcome = try program.run("pdf", "--role", "compliance", "--period", "2026-W10")
      #expect(outcome.status == 0, "\(outcome.errors)")
      let data = try Data(
        contentsOf: URL(fileURLWithPath: program.folder + "/compliance-2026-W10.pdf"))
      #expect(data.starts(with: Data("%PDF".utf8)))
      // A4 in points, as Chromium rounds it; and a table of contents.
      let text = String(decoding: data, as: UTF8.self)
      #expect(
        text.contains("/MediaBox [0 0 594.95996 841.91998]") || text.contains("/MediaBox [0 0 595"))
      #expect(text.contains("/Outlines"))
    }
  }
}
