import Foundation
import Testing

@Suite("verify and keys")
struct VerifyCommandTests {
  /// A signed site, published on 2026-06-05.
  private func withSite(_ body: (Program) throws -> Void) throws {
    try Program.with { program in
      try program.writeSite()
      var program = program
      program.environment = ["SOURCE_DATE_EPOCH": "1780617600"]
      #expect(try program.run("keys", "new", "--output", "key.pem").status == 0)
      try program.write(
        "broadsheet.yaml",
        Program.configuration.replacing(
          "site: {title: Reports}", with: "site: {title: Reports, signing_key: key.pem}")
          + "\nroles: [business]")
      let outcome = try program.run("run", "--quiet")
      #expect(outcome.errors.isEmpty)
      #expect(outcome.status == 0)
      try body(program)
    }
  }

  @Test("end with 0 for a site as it was published")
  func intact() throws {
    try withSite { program in
      let outcome = try program.run("verify", "public", "--key", "key.pem.pub")
      #expect(outcome.status == 0)
      #expect(outcome.errors.isEmpty)
      #expect(outcome.output.contains("Publication 1 of edition main, 2026-06-05T00:00:00Z: "))
      #expect(outcome.output.contains("Every file is as it was published"))
    }
  }

  @Test("end with 65 and name what was changed, as text and as JSON")
  func changed() throws {
    try withSite { program in
      try program.write("public/index.html", "")
      try program.write("public/more.html", "")
      let outcome = try program.run("verify", "public")
      #expect(outcome.status == 65)
      let lines = outcome.output.split(separator: "\n")
      #expect(lines[0].hasPrefix("changed: index.html: published with "))
      #expect(lines[1] == "added: more.html: this file was not published")
      let json = try program.run("verify", "public", "--format", "json")
      #expect(json.status == 65)
      let object = try JSONSerialization.jsonObject(with: Data(json.output.utf8))
      let entry = try #require(object as? [String: Any])
      #expect(entry["ok"] as? Bool == false)
      let problems = try #require(entry["problems"] as? [[String: String]])
      #expect(problems.map { $0["kind"] } == ["changed", "added"])
      #expect(problems.map { $0["path"] } == ["index.html", "more.html"])
    }
  }

  @Test("end with 65 for a head that is not in the chain, 64 for one that is no digest")
  func head() throws {
    try withSite { program in
      let unknown = String(repeating: "0", count: 64)
      let wrong = try program.run("verify", "public", "--head", unknown)
      #expect(wrong.status == 65)
      let malformed = try program.run("verify", "public", "--head", "abc")
      #expect(malformed.status == 64)
    }
  }

  @Test("end with 66 where there is no such folder or key")
  func missing() throws {
    try withSite { program in
      let folder = try program.run("verify", "elsewhere")
      #expect(folder.status == 66)
      #expect(folder.errors.contains("elsewhere: there is no such folder; "))
      let key = try program.run("verify", "public", "--key", "elsewhere.pem")
      #expect(key.status == 66)
    }
  }

  @Test("make a key that only its owner may read, and never replace one")
  func newKey() throws {
    try withSite { program in
      let path = program.folder + "/key.pem"
      let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions]
      #expect((mode as? NSNumber)?.intValue == 0o600)
      let before = try String(contentsOfFile: path, encoding: .utf8)
      let again = try program.run("keys", "new", "--output", "key.pem")
      #expect(again.status == 74)
      #expect(again.errors.contains("key.pem: the file exists already; "))
      #expect(try String(contentsOfFile: path, encoding: .utf8) == before)
    }
  }

  @Test("refuse to publish unsigned when the key that is named is not there")
  func missingKey() throws {
    try withSite { program in
      var program = program
      program.environment["BROADSHEET_SIGNING_KEY"] = "elsewhere.pem"
      let outcome = try program.run("publish")
      #expect(outcome.status == 66)
      #expect(outcome.errors.contains("elsewhere.pem: there is no such key file; "))
    }
  }

  @Test("print the configuration of a web server for the published folder")
  func printConfiguration() throws {
    try withSite { program in
      let outcome = try program.run("serve", "--print-config", "nginx", "--port", "8081")
      #expect(outcome.status == 0)
      #expect(outcome.output.contains("listen 8081;"))
      #expect(outcome.output.contains("location ^~ /business/ {"))
      #expect(!outcome.output.contains("/compliance/"))
      #expect(try program.run("serve", "--print-config", "iis").status == 64)
    }
  }

  @Test("publish one edition or all, and name the nearest for one that does not exist")
  func editions() throws {
    try withSite { program in
      try program.write(
        "broadsheet.yaml",
        Program.configuration.replacing(
          "site: {title: Reports}",
          with: "site: {title: Reports, editions: [{id: internal, output: public}, "
            + "{id: outside, output: public-outside, roles: [business]}]}"))
      let one = try program.run("publish", "--edition", "outside")
      #expect(one.errors.contains("Edition outside: published "))
      #expect(!one.errors.contains("Edition internal"))
      let all = try program.run("publish")
      #expect(all.errors.contains("Edition internal: published "))
      #expect(all.errors.contains("(0 new or changed) to \(program.folder)/public-outside."))
      let wrong = try program.run("run", "--edition", "outsid")
      #expect(wrong.status == 78)
      #expect(wrong.errors.contains("there is no edition 'outsid'; did you mean 'outside'?"))
    }
  }
}
