import Assessment
import Broadsheet
import Foundation
import GRDB
import History
import Profiling
import Publishing
import Statistics
import Testing

/// What happens to a published model in the course of time.
private enum Event: String, CaseIterable {
  case week, lateLabels, correction, expectation, comment, template, role, version, title, nothing
  /// A second model comes, or goes again; a role likewise.
  case model, roleGone
}

/// A workspace whose configuration and files move on event by event.
private struct Story {
  private static let readers = [
    "data-scientist", "data-science-manager", "data-engineer", "compliance", "business",
  ]

  var day = Day(year: 2026, month: 4, day: 1)
  private var weeks = 2
  private var labelled = 20
  private var corrections = 0
  private var limit = 0
  private var remarks = 0
  private var templates = 0
  private var roles = 2
  private(set) var version = 1
  private var title = 0

  var head: String {
    "roles: [\(Self.readers.prefix(roles).joined(separator: ", "))]\n"
      + (remarks > 0 ? "comments: comments\n" : "")
  }

  var programVersion: String { "0.\(version).0" }

  mutating func happen(_ event: Event, in space: inout Workspace) throws {
    day = day.advanced(by: 3)
    switch event {
    case .week:
      weeks += 1
      try write(weeks - 1, in: space)
      try space.ingest()
    case .lateLabels:
      let next = min(weeks * 42, labelled + 17)
      try space.write(
        "labels/\(labelled).csv", SampleRows(numbers: labelled..<max(next, labelled + 1)).labels)
      labelled = max(next, labelled + 1)
      try space.ingest()
    case .correction:
      let row = 3 + corrections
      try space.write(
        "labels/correction-\(corrections).csv",
        [SampleRows.labelHeader, "\(row),\(1 - SampleRows.truth(row)),2026-05-20"])
      corrections += 1
      try space.ingest()
    case .expectation:
      limit += 1
      change("expectations:", to: "[{metric: accuracy, min: 0.\(limit)}]", in: &space)
    case .comment:
      try FileManager.default.createDirectory(
        atPath: space.folder + "/comments/churn", withIntermediateDirectories: true)
      remarks += 1
      let words = """
        ---
        author: A. Hall
        role: compliance
        kind: action
        date: 2026-03-2\(remarks % 8)
        owner: B. Low
        due: 2026-04-2\(remarks % 8)
        for: [data-scientist]
        ---
        Look at \(remarks).

        """
      try space.write("comments/churn/2026-W1\(remarks % 2).md", bytes: Array(words.utf8))
    case .template:
      templates += 1
      try FileManager.default.createDirectory(
        atPath: space.folder + "/templates/site", withIntermediateDirectories: true)
      try space.write("templates/site/own.css", ["/* \(templates) */"])
      space.settings.site = "templates: templates"
    case .role: roles = roles % Self.readers.count + 1
    case .roleGone: roles = max(1, roles - 1)
    case .model:
      space.settings.secondModel = space.settings.secondModel == nil ? "winback" : nil
      try space.ingest()
    case .version: version += 1
    case .title:
      title += 1
      change("owner:", to: "Team \(title)", in: &space)
    case .nothing: break
    }
  }

  func begin(_ space: Workspace) throws {
    try space.write("reference.csv", SampleRows.reference)
    for week in 0..<weeks { try write(week, in: space) }
    try space.write("labels/first.csv", SampleRows(numbers: 0..<labelled).labels)
    try space.ingest()
  }

  private func write(_ week: Int, in space: Workspace) throws {
    try space.write(
      "predictions/\(week).csv",
      SampleRows(numbers: week * 42..<week * 42 + 42).predictions)
  }

  private func change(_ key: String, to value: String, in space: inout Workspace) {
    space.settings.more.removeAll { $0.hasPrefix(key) }
    space.settings.more.append("\(key) \(value)")
  }
}

@Suite("Publishing only what changed")
struct IncrementalPublicationTests {
  @discardableResult
  private func publish(
    _ space: Workspace, _ story: Story, _ extent: PublicationExtent = .whatChanged
  ) throws -> SiteChanges {
    try space.publish(
      on: story.day, head: story.head, version: story.programVersion, extent: extent)
  }

  @Test("gives the site that making everything again gives, after each event", arguments: 1...3)
  func equalsRebuild(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let events =
      Event.allCases.shuffled(using: &random)
      + (0..<4).map { _ in Event.allCases.randomElement(using: &random) ?? .week }
    try Workspace.with { space in
      var story = Story()
      try story.begin(space)
      try publish(space, story)
      for event in events {
        try story.happen(event, in: &space)
        try publish(space, story)
        let before = try space.siteFiles()
        let rebuilt = try publish(space, story, .everything)
        #expect(rebuilt.isEmpty, "after \(event)")
        if !rebuilt.isEmpty { Self.explain(before, try space.siteFiles(), after: event) }
      }
    }
  }

  private static func explain(
    _ before: [String: [UInt8]], _ after: [String: [UInt8]], after event: Event
  ) {
    for path in Set(before.keys).union(after.keys).sorted() where before[path] != after[path] {
      Issue.record("\(event): \(path)")
    }
  }

  @Test("leaves nothing of a model or a role that is gone")
  func gone() throws {
    try Workspace.with { space in
      var story = Story()
      try story.begin(space)
      try story.happen(.model, in: &space)
      try publish(space, story)
      let both = try space.siteFiles()
      #expect(both.keys.contains { $0.hasPrefix("data-science-manager/winback/2026-") })
      try story.happen(.model, in: &space)
      try story.happen(.roleGone, in: &space)
      try publish(space, story)
      let one = try space.siteFiles()
      #expect(
        !one.keys.contains { $0.contains("winback") || $0.hasPrefix("data-science-manager/") })
      #expect(one.keys.contains { $0.hasPrefix("data-scientist/churn/2026-") })
      #expect(try publish(space, story, .everything).isEmpty)
    }
  }

  @Test("leaves site and history as they were when the history cannot be read midway")
  func unreadable() throws {
    try Workspace.with { space in
      var story = Story()
      try story.begin(space)
      try publish(space, story)
      try story.happen(.week, in: &space)
      let before = try space.siteFiles()
      let store = try HistoryStore(path: space.historyPath)
      let configuration = try space.publishingConfiguration(story.head)
      let records = try RecordAssembler(
        configuration: configuration, store: store, programVersion: story.programVersion
      ).records()
      // Stands for a disk that fails after the record was read.
      try DatabaseQueue(path: space.historyPath).write { database in
        try database.execute(sql: "ALTER TABLE publishedValue RENAME TO lost")
      }
      let entry = PublicationLedger(store: store).entry(for: records, on: story.day)
      #expect(throws: (any Error).self) { try records.checkReading() }
      #expect(throws: HistoryError.self) {
        try SitePublication(
          configuration: configuration, edition: try configuration.editions(named: nil)[0],
          store: store, programVersion: story.programVersion, time: PublicationTime(story.day)
        ).publish(entry.records)
      }
      #expect(try space.siteFiles() == before)
      try DatabaseQueue(path: space.historyPath).write { database in
        try database.execute(sql: "ALTER TABLE lost RENAME TO publishedValue")
      }
      try publish(space, story)
      #expect(try publish(space, story, .everything).isEmpty)
    }
  }

  @Test("takes over every report of the weeks before, and makes those of the new one")
  func newWeek() throws {
    try Workspace.with { space in
      var story = Story()
      try story.begin(space)
      for _ in 1...3 { try story.happen(.week, in: &space) }
      try publish(space, story)
      let before = try space.siteFiles()
      try story.happen(.week, in: &space)
      try publish(space, story)
      let after = try space.siteFiles()
      let changed = Set(
        after.keys.filter { before[$0] != after[$0] && $0.contains("/churn/2026-") })
      // The page before gets a link to the new one; its article, Markdown and charts stay.
      let old = changed.filter { !$0.contains("2026-W15") }
      #expect(
        old == [
          "data-scientist/churn/2026-W14/index.html",
          "data-science-manager/churn/2026-W14/index.html",
        ])
    }
  }

  @Test("makes everything when the folder does not hold what was published")
  func otherFolder() throws {
    try Workspace.with { space in
      var story = Story()
      try story.begin(space)
      try publish(space, story)
      let before = try space.siteFiles()
      try space.remove("public/data-scientist/churn/2026-W10/index.md")
      try story.happen(.week, in: &space)
      try publish(space, story)
      #expect(
        try space.siteFiles()["data-scientist/churn/2026-W10/index.md"]
          == before["data-scientist/churn/2026-W10/index.md"])
      #expect(try publish(space, story, .everything).isEmpty)
    }
  }

  @Test("makes everything again when a run ended after the exchange and before it was kept")
  func killed() throws {
    try Workspace.with { space in
      var story = Story()
      try story.begin(space)
      try publish(space, story)
      try story.happen(.week, in: &space)
      let history = try Data(contentsOf: URL(fileURLWithPath: space.historyPath))
      try publish(space, story)
      for name in ["", "-wal", "-shm"]
      where FileManager.default.fileExists(atPath: space.historyPath + name) {
        try space.remove("history.sqlite" + name)
      }
      try history.write(to: URL(fileURLWithPath: space.historyPath))
      try story.happen(.nothing, in: &space)
      try publish(space, story)
      #expect(try publish(space, story, .everything).isEmpty)
    }
  }
}
