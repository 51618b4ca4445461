import Foundation
import Testing

@testable import Publishing

@Suite struct DigestTests {
  private static func plan(_ address: String?) -> Result<SitePlan, any Error> {
    Result {
      let models = [SampleRisk.model, SampleDelay.model] + SampleEdges.models
      return try SitePlanner(templates: TemplateCatalog()).plan(
        Publication(
          title: "Berichte – Größe", organisation: nil, roles: [.productManager, .compliance],
          models: models, programVersion: "1", siteAddress: address.flatMap { SiteAddress($0) }))
    }
  }

  private static let bare = plan(nil)
  private static let addressed = plan("https://example.org/r")

  @Test("opens with the sentences of the reports, the most pressing model first")
  func content() throws {
    let plan = try Self.addressed.get()
    let text = try #require(try plan.text("digest/product-manager.txt"))
    let report = try #require(try plan.text("product-manager/recidivism/2014-05/index.md"))
    func flat(_ text: String) -> String {
      text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
    // Title, facts, and then the answer; without the escapes of Markdown.
    let lead = report.components(separatedBy: "\n\n")[2].replacing("\\", with: "")
      .replacing("**", with: "")
    #expect(flat(text).contains(flat(lead)))
    #expect(text.contains("\nData up to "))
    #expect(text.contains("https://example.org/r/product-manager/recidivism/2014-05/index.html"))
    let standings = text.matches(of: /Standing: (.+)/).map { String($0.1) }
    #expect(standings.count >= 3)
    #expect(standings.first == "outside its limit")
  }

  @Test("has lines of 72 characters, a longer word apart")
  func width() throws {
    for role in [Role.productManager, .compliance] {
      let text = try #require(try Self.bare.get().text("digest/\(role.rawValue).txt"))
      for line in text.split(separator: "\n") where line.count > 72 {
        #expect(!line.dropFirst(9).contains(" "), "\(line)")
      }
    }
  }

  @Test("is a message of two parts, in short lines of ASCII, without a recipient")
  func message() throws {
    let mail = try #require(try Self.bare.get().text("digest/compliance.eml"))
    let lines = mail.components(separatedBy: "\r\n")
    #expect(!lines.contains { $0.contains("\n") })
    #expect(lines.allSatisfy { $0.utf8.count <= 78 && $0.utf8.allSatisfy { $0 < 0x7F } })
    #expect(lines.contains("From: =?utf-8?B?QmVyaWNodGUg4oCTIEdyw7bDn2U=?="))
    #expect(lines.contains(" <reports@berichte-grosse.invalid>"))
    #expect(lines.count { $0 == "--=_broadsheet_digest" } == 2)
    #expect(lines.count { $0 == "--=_broadsheet_digest--" } == 1)
    #expect(!lines.contains { $0.hasPrefix("To:") || $0.hasPrefix("Message-ID:") })
  }

  @Test("escapes names for HTML, and links only where the site's address is known")
  func html() throws {
    func part(_ plan: SitePlan) throws -> String {
      let mail = try #require(try plan.text("digest/compliance.eml"))
      let html = try #require(mail.components(separatedBy: "Content-Type: text/html").last)
      return html.replacing("=\r\n", with: "")
    }
    let bare = try part(try Self.bare.get())
    #expect(!bare.contains("<a href"))
    #expect(bare.contains("Model &lt;animals&gt; &amp; &quot;co&quot;"))
    let linked = try part(try Self.addressed.get())
    #expect(
      linked.contains("<a href=3D\"https://example.org/r/compliance/animals/2026-Q2/index.html\">"))
  }

  @Test("says it where there is nothing to say")
  func empty() throws {
    let plan = try SitePlanner(templates: TemplateCatalog()).plan(
      Publication(
        title: "T", organisation: nil, roles: [.business], models: [], programVersion: "1"))
    let text = try #require(try plan.text("digest/business.txt"))
    #expect(text.contains("No model is configured yet."))
    let mail = try #require(try plan.text("digest/business.eml"))
    #expect(mail.contains("MIME-Version"))
    #expect(mail.contains("\nSubject: T: digest for business (no model is configured yet)\r\n"))
  }
}
