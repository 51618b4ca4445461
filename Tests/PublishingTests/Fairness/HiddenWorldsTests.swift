import Assessment
import Profiling
import Statistics
import Testing

@testable import Publishing

/// Whatever an attacker computes, he computes it from published bytes. So where two worlds that
/// differ in a hidden group have the same bytes, nobody can tell one from the other.
///
/// This holds for every word, picture, coordinate, table and file name, for sums over attributes and
/// intersections, and for what two periods and the reference tell together, as whole sites are
/// compared: reports of all roles with words of people, charts, packs, trends, numbers, search, feeds
/// and digests. (The pages of the audit name digests of input files, which differ for any change.)
@Suite("Worlds that differ in what is hidden alone")
struct HiddenWorldsTests {
  typealias Person = SamplePeople.Person

  /// A change to some people, by their positions.
  private enum Change: CaseIterable {
    /// Two people change places in everything that makes groups: sizes stay, rates do not.
    case exchange
    /// Two people change races: the sizes of intersections change.
    case race
    case sex
    case region
    /// One person gets the race of another.
    case move

    func applied(to people: inout [Person], _ one: Int, _ other: Int) {
      let (first, second) = (people[one], people[other])
      if self == .race || self == .exchange {
        (people[one].race, people[other].race) = (second.race, first.race)
      }
      if self == .sex || self == .exchange {
        (people[one].sex, people[other].sex) = (second.sex, first.sex)
      }
      if self == .region || self == .exchange {
        (people[one].region, people[other].region) = (second.region, first.region)
      }
      if self == .move { people[one].race = second.race }
    }
  }

  /// How a sample is measured and published.
  struct Terms: Sendable, CustomTestStringConvertible {
    let seed: UInt64
    let minimumRows: Int
    let hasReference: Bool

    var testDescription: String {
      "seed \(seed), \(minimumRows) rows compared, \(hasReference ? "a" : "no") reference"
    }

    func record(_ world: SamplePeople, suppressBelow: Int = 10) throws -> ModelRecord {
      try world.record(
        suppressBelow: suppressBelow, minimumRows: minimumRows, hasReference: hasReference)
    }
  }

  /// Slices whose people are not published, with what is said in their place, by month.
  private func hidden(_ record: ModelRecord) throws -> [Int: [Slice: String]] {
    let published = record.publishable
    var result: [Int: [Slice: String]] = [:]
    for (month, arm) in [(0, published.references.first)]
      + published.periods.enumerated().map({ ($0 + 1, $1.leading) })
    {
      for value in arm?.values ?? [] where value.key.metric == .rowCount {
        if let reason = value.estimate.reason, value.estimate.isWithheld {
          result[month, default: [:]][value.key.slice] = reason.description
        }
      }
    }
    return result
  }

  /// Words of people about figures that are published, and about some that are not.
  private static let comments: [Remark] = {
    let figures: [Remark.Figure] = [
      .init(metric: .demographicParityRatio, slice: "race"),
      .init(metric: .favourableRate, slice: "race=C"),
      .init(metric: .favourableRate, slice: "race=D"),
      .init(metric: .impactRatio, slice: "sex=Other"),
      .init(metric: .equalizedOddsDifference, slice: "race & sex"),
      .init(metric: .psi, feature: "race"),
    ]
    return figures.enumerated().flatMap { line, figure in
      [Remark.Subject.figure(figure), .incident(figure)].map { subject in
        Remark(
          model: "loans", period: Period(.month, containing: SamplePeople.day(2)), author: "A",
          role: .compliance, kind: .action, date: Day(year: 2024, month: 3, day: 1),
          addressees: Role.allCases, subject: subject,
          action: Remark.Action(
            owner: "B", due: Day(year: 2024, month: 4, day: 1), state: .open, closed: nil),
          text: "Look into it.", file: "words.md", line: line)
      }
    }
  }()

  private func site(_ record: ModelRecord) throws -> [String: [UInt8]] {
    let rates: [Metric] = [.favourableRate, .scoringRate, .falsePositiveRate]
    let pack = CompliancePack(
      id: "rule", title: "A rule", rule: "Rule 1", version: "1", validFrom: nil, validTo: nil,
      checked: Day(year: 2026, month: 1, day: 1), sources: [], template: "model-card",
      sections: rates.map { rate in
        CompliancePack.Section(
          title: rate.rawValue, text: nil,
          contents: [
            .groups(.init(attributes: [], rate: rate, leaveOutBelow: 0.02, flagBelow: 0.8)),
            .comparisons([.demographicParityRatio, .equalizedOddsDifference, .accuracyDifference]),
            .measures([.accuracy, .rocAuc]), .model,
          ])
      })
    let plan = try SitePlanner(templates: try TemplateCatalog()).plan(
      Publication(
        title: "Reports", organisation: nil, roles: Role.allCases, models: [record],
        programVersion: "1", siteAddress: SiteAddress("https://example.org/r"),
        comments: Self.comments, packs: ["loans": [pack]],
        today: Day(year: 2024, month: 3, day: 2)))
    return Dictionary(uniqueKeysWithValues: plan.entries.map { ($0.path.description, $0.bytes) })
  }

  /// Worlds that differ from `world` in slices that are hidden, and say so in the same words.
  private func neighbours(
    of world: SamplePeople, _ terms: Terms, each: Int
  ) throws -> [(change: String, world: SamplePeople)] {
    let hidden = try hidden(try terms.record(world))
    var random = SplitMix64(seed: terms.seed + 100)
    var result: [(String, SamplePeople)] = []
    let contents = (0...2).map(world.contents)
    // Whoever is in no hidden group is known to all.
    let candidates = world.people.indices.filter { index in
      let person = world.people[index]
      return person.slices.contains { hidden[person.month]?[$0] != nil }
    }
    for change in Change.allCases {
      var found = 0
      for _ in 0..<4000 where found < each {
        guard let one = candidates.randomElement(using: &random),
          let other = candidates.randomElement(using: &random), one != other,
          world.people[one].month == world.people[other].month
        else { continue }
        let month = world.people[one].month
        let known = hidden[month] ?? [:]
        var changed = world
        change.applied(to: &changed.people, one, other)
        let touched = [one, other].map { position in
          Set(world.people[position].slices)
            .symmetricDifference(changed.people[position].slices)
        }
        guard changed.people != world.people,
          touched.joined().allSatisfy({ known[$0] != nil })
        else { continue }
        // Two people who are alike but for their groups may change them without any trace.
        guard changed.contents(of: month) != contents[month],
          try self.hidden(try terms.record(changed)) == hidden
        else { continue }
        found += 1
        result.append(("\(change) of \(world.people[one]) and \(world.people[other])", changed))
      }
    }
    return result
  }

  private static let cases = [
    Terms(seed: 1, minimumRows: 30, hasReference: true),
    Terms(seed: 2, minimumRows: 30, hasReference: false),
    Terms(seed: 3, minimumRows: 5, hasReference: true),
    Terms(seed: 4, minimumRows: 5, hasReference: false),
  ]

  @Test("have the same published bytes", arguments: cases)
  func sameBytes(_ terms: Terms) throws {
    let world = SamplePeople(seed: terms.seed)
    let expected = try site(try terms.record(world))
    let neighbours = try neighbours(of: world, terms, each: 1)
    #expect(neighbours.count >= 2)
    for (change, other) in neighbours {
      let found = try site(try terms.record(other))
      #expect(found.keys.sorted() == expected.keys.sorted(), "\(change)")
      for path in expected.keys.sorted() where expected[path] != found[path] {
        let difference = firstDifference(expected[path] ?? [], found[path] ?? [])
        Issue.record("\(path) after \(change): \(difference)")
      }
    }
  }

  /// The first lines that differ.
  private func firstDifference(_ one: [UInt8], _ other: [UInt8]) -> String {
    let lines = [one, other].map { bytes in
      String(decoding: bytes, as: UTF8.self).split(
        separator: "\n", omittingEmptySubsequences: false)
    }
    let pair = zip(lines[0], lines[1]).first { $0 != $1 }
    return pair.map { "\($0.prefix(400)) | \($1.prefix(400))" } ?? "another number of lines"
  }

  @Test("do not have the same bytes when nothing is hidden")
  func differ() throws {
    let world = SamplePeople(seed: 1)
    let terms = Self.cases[0]
    let other = try #require(try neighbours(of: world, terms, each: 1).first).world
    let one = try site(try terms.record(world, suppressBelow: 0))
    let two = try site(try terms.record(other, suppressBelow: 0))
    #expect(one.filter { two[$0.key] != $0.value }.count > 3)
  }
}
