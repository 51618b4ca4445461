import Assessment
import Broadsheet
import Foundation
import History
import Profiling
import Publishing
import Testing

@Suite("Revisions of a report")
struct RevisionTests {
  private static let april = Day(year: 2026, month: 4, day: 1)
  private static let report = "data-scientist/churn/2026-W10/"

  private func text(_ space: Workspace, _ path: String = "index.md") throws -> String? {
    try space.siteText(Self.report + path)
  }

  /// The share of right answers among rows, as a report prints it: so few rows carry whole per cent.
  private static func accuracy(_ rows: Range<Int>) -> String {
    let right = rows.count { row in
      (Double(row * 53 % 97) / 97 > 0.5 ? 1 : 0) == SampleRows.truth(row)
    }
    return "\(Int((Double(right) / Double(rows.count) * 100).rounded())) %"
  }

  private func addLabels(_ space: Workspace, _ rows: Range<Int>) throws {
    try space.write("labels/\(rows.lowerBound).csv", SampleRows(numbers: rows).labels)
    try space.ingest()
  }

  private func kept(_ space: Workspace) throws -> [String] {
    try space.siteFiles().keys.filter { $0.contains("/revisions/") && $0.hasSuffix(".md") }.sorted()
  }

  @Test("name the day of the first publication while nothing has changed")
  func first() throws {
    try Workspace.with { space in
      try space.start()
      try space.publish(on: Self.april)
      let report = try #require(try text(space))
      #expect(report.contains("First published on 1 April 2026, and not changed since."))
      #expect(try kept(space) == [])
      #expect(try space.publish(on: Self.april.advanced(by: 9)).written == 0)
    }
  }

  @Test("keep what was published, byte for byte, and tell which figures moved and why")
  func labels() throws {
    try Workspace.with { space in
      try space.start()
      try space.publish(on: Self.april)
      let before = try #require(try text(space))
      let files = try space.siteFiles()
      try addLabels(space, 20..<42)
      try space.publish(on: Self.april.advanced(by: 7))
      let now = try #require(try text(space))
      #expect(now.contains("This is revision 2, published on 8 April 2026."))
      #expect(now.contains("### Revision 2, 8 April 2026"))
      #expect(now.contains("the labels changed in number (20 before, 42 now)."))
      #expect(
        now.contains("| Accuracy | \(Self.accuracy(0..<20)) | \(Self.accuracy(0..<42)) |"))
      #expect(now.contains("[report as it was before](revisions/1/index.html)"))
      #expect(try text(space, "revisions/1/index.md") == before)
      let page = try #require(try text(space, "revisions/1/index.html"))
      #expect(
        page.contains(
          "This is the report as it was published on 1 April 2026. "
            + "Revision 2 took its place on 8 April 2026."))
      #expect(page.contains("../../../../../methodology/index.html"))
      // Its charts are those of then.
      let images = page.matches(of: /<img src="\.\.\/\.\.\/(revisions\/charts\/[0-9a-f]+\.svg)"/)
      #expect(!images.isEmpty)
      let old = Set(files.filter { $0.key.hasPrefix(Self.report + "charts/") }.values)
      for image in images {
        let chart = try SiteFolder.bytes(at: Self.report + image.output.1, in: space.site)
        #expect(chart.map(old.contains) == true)
      }
      #expect(try space.publish(on: Self.april.advanced(by: 8)).written == 0)
    }
  }

  @Test("leave every link of the site whole, and the site verifiable")
  func wholeSite() throws {
    try Workspace.with { space in
      try space.start()
      try space.publish(on: Self.april)
      try addLabels(space, 20..<42)
      try space.publish(on: Self.april.advanced(by: 7))
      var plan = SitePlan()
      for (path, bytes) in try space.siteFiles() where path != SitePath.markerName {
        try plan.add(bytes, at: try SitePath(path), from: "the folder")
      }
      #expect(LinkChecker().problems(in: plan).map(\.description) == [])
      var verifier = try SiteVerifier(directory: space.site)
      let outcome = try verifier.run()
      #expect(outcome.problems == [])
    }
  }

  @Test("tell labels that were corrected from labels that came")
  func corrected() throws {
    try Workspace.with { space in
      try space.start()
      try addLabels(space, 20..<42)
      try space.publish(on: Self.april)
      try space.write(
        "labels/correction.csv",
        [SampleRows.labelHeader, "3,\(1 - SampleRows.truth(3)),2026-04-20"])
      try space.ingest()
      try space.publish(on: Self.april.advanced(by: 30))
      let now = try #require(try text(space))
      #expect(now.contains("Published because labels were corrected."))
      #expect(try kept(space) == [Self.report + "revisions/1/index.md"])
    }
  }

  @Test("name a change of the configuration")
  func configuration() throws {
    try Workspace.with { space in
      try space.start()
      try addLabels(space, 20..<42)
      try space.publish(on: Self.april)
      space.settings.more = ["expectations: [{metric: accuracy, min: 0.999}]"]
      try space.publish(on: Self.april.advanced(by: 1))
      let now = try #require(try text(space))
      #expect(now.contains("### Revision 2, 2 April 2026"))
      #expect(now.contains("Published because the configuration changed."))
    }
  }

  @Test("are not made by a new program that computes the same, which is told all the same")
  func program() throws {
    try Workspace.with { space in
      try space.start()
      try space.publish(on: Self.april)
      try space.publish(on: Self.april.advanced(by: 2), version: "0.2.0")
      let now = try #require(try text(space))
      #expect(
        now.contains(
          "First published on 1 April 2026. Updated in place once, on 3 April 2026, because "
            + "version 0.2.0 of Broadsheet took the place of 0.1.0; no figure of the week changed.")
      )
      #expect(try kept(space) == [])
    }
  }

  @Test("do not pile up while labels arrive: the first one stays, the second one moves along")
  func provisional() throws {
    try Workspace.with { space in
      try space.start()
      try space.publish(on: Self.april)
      let first = try #require(try text(space))
      for step in 0..<3 {
        try addLabels(space, (20 + step * 5)..<(25 + step * 5))
        try space.publish(on: Self.april.advanced(by: 1 + step))
      }
      let second = try #require(try text(space))
      #expect(second.contains("This is revision 2, published on 2 April 2026. Until its labels"))
      #expect(second.contains("the labels changed in number (20 before, 35 now)."))
      #expect(second.contains("Updated in place 2 times, last on 4 April 2026."))
      #expect(
        second.contains("| Accuracy | \(Self.accuracy(0..<20)) | \(Self.accuracy(0..<35)) |"))
      #expect(try kept(space) == [Self.report + "revisions/1/index.md"])

      try addLabels(space, 35..<42)
      try space.publish(on: Self.april.advanced(by: 9))
      let third = try #require(try text(space))
      #expect(third.contains("This is revision 3, published on 10 April 2026."))
      #expect(third.contains("the labels changed in number (35 before, 42 now)."))
      #expect(
        try kept(space) == [
          Self.report + "revisions/1/index.md", Self.report + "revisions/2/index.md",
        ])
      #expect(try text(space, "revisions/1/index.md") == first)
      #expect(try text(space, "revisions/2/index.md") == second)
    }
  }

  @Test("are not made while the period is running")
  func running() throws {
    try Workspace.with { space in
      try space.write("reference.csv", SampleRows.reference)
      try space.write("predictions/a.csv", SampleRows(numbers: 0..<20).predictions)
      try space.ingest()
      try space.publish(on: Day(year: 2026, month: 3, day: 6))
      #expect(
        try text(space)?.contains("Last changed on 6 March 2026, while the week was running.")
          == true)
      try space.write("predictions/b.csv", SampleRows(numbers: 20..<42).predictions)
      try space.ingest()
      try space.publish(on: Day(year: 2026, month: 3, day: 9))
      #expect(
        try text(space)?.contains("First published on 9 March 2026, and not changed since.")
          == true)
      #expect(try kept(space) == [])
      try space.write("predictions/c.csv", SampleRows(numbers: 36..<45).predictions)
      try space.ingest()
      try space.publish(on: Day(year: 2026, month: 3, day: 12))
      let report = try #require(try text(space))
      // Six rows came again, and the others belong to the next week.
      #expect(
        report.contains(
          "Published because its input changed, though not the number of rows or labels."))
      #expect(report.contains("| Repeated rows | 0 | 6 |"))
      #expect(try kept(space).contains(Self.report + "revisions/1/index.md"))
    }
  }

  @Test("are made of a report that was published while its period ran and stood at its end")
  func confirmed() throws {
    try Workspace.with { space in
      try space.start()
      try space.publish(on: Day(year: 2026, month: 3, day: 8))
      #expect(try space.publish(on: Day(year: 2026, month: 3, day: 9)).written == 0)
      try addLabels(space, 20..<42)
      try space.publish(on: Self.april)
      #expect(try kept(space) == [Self.report + "revisions/1/index.md"])
    }
  }

  @Test("say so when what was published is no longer there, or was changed by somebody")
  func lost() throws {
    try Workspace.with { space in
      try space.start()
      try space.publish(on: Self.april)
      try space.write("public/" + Self.report + "index.md", ["# All is well"])
      try addLabels(space, 20..<42)
      try space.publish(on: Self.april.advanced(by: 7))
      let report = try #require(try text(space))
      #expect(report.contains("### Revision 2"))
      #expect(
        report.contains(
          "The report as it was before is not kept: its file was missing, or not as published."))
      #expect(try kept(space) == [])
    }
  }

  @Test("come back when the folder of the site is lost, and outlive a rebuild of the history")
  func rebuilt() throws {
    try Workspace.with { space in
      try space.start()
      try space.publish(on: Self.april)
      try addLabels(space, 20..<42)
      try space.publish(on: Self.april.advanced(by: 7))
      let before = try space.siteFiles()
      _ = try HistoryRebuild(configuration: try space.publishingConfiguration()).run { _ in }
      try space.remove("public")
      try space.publish(on: Self.april.advanced(by: 30))
      #expect(try space.siteFiles() == before)
    }
  }

  @Test("are shown no more once smaller groups than they show are hidden")
  func suppression() throws {
    try Workspace.with { space in
      try space.start()
      try space.publish(on: Self.april)
      try addLabels(space, 20..<42)
      try space.publish(on: Self.april.advanced(by: 7))
      #expect(try kept(space) == [Self.report + "revisions/1/index.md"])
      space.settings.more = ["suppress_below: 25"]
      try space.publish(on: Self.april.advanced(by: 8))
      let files = try space.siteFiles()
      #expect(files.keys.allSatisfy { !$0.contains("/revisions/") && !$0.contains("/manifests/") })
      space.settings.more = ["suppress_below: 20"]
      try space.publish(on: Self.april.advanced(by: 9))
      #expect(try space.siteFiles()["audit/manifests/000001.json"] != nil)
    }
  }

  @Test("are not made by a publication that fails")
  func failure() throws {
    try Workspace.with { space in
      try space.start()
      try space.publish(on: Self.april)
      try addLabels(space, 20..<42)
      try space.remove("public")
      try space.write("public", ["a file where the folder should be"])
      #expect(throws: (any Error).self) { try space.publish(on: Self.april.advanced(by: 3)) }
      try space.remove("public")
      try space.publish(on: Self.april.advanced(by: 7))
      #expect(try text(space)?.contains("### Revision 2, 8 April 2026") == true)
    }
  }
}
