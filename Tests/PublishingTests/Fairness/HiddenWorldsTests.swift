import Assessment
import Profiling
import Statistics
import Testing

@testable import Publishing

/// Whatever an attacker computes, he computes it from published bytes. So where two worlds that
/// differ in a hidden group have the same bytes, nobody can tell one from the other.
///
/// This holds for every word, picture, coordinate, table and file name, for sums over attributes and
/// intersections, and for what two periods tell together, as whole sites are compared.
@Suite("Worlds that differ in what is hidden alone")
struct HiddenWorldsTests {
  typealias Person = SamplePeople.Person

  /// The pages and files of a period with measures over an attribute.
  private static let tellsOfPairs: Set<String> = [
    "compliance/loans/2024-02/index.html", "compliance/loans/2024-02/index.md",
    "data/loans/2024-02/metrics.csv", "data/loans/2024-02/metrics.json",
  ]

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

  /// Slices whose people are not published, with what is said in their place.
  private func hidden(_ record: ModelRecord) throws -> [Int: [Slice: String]] {
    var result: [Int: [Slice: String]] = [:]
    for (position, period) in record.publishable.periods.enumerated() {
      let leading = try #require(period.leading)
      for value in leading.values where value.key.metric == .rowCount {
        if let reason = value.estimate.reason, value.estimate.isWithheld {
          result[position + 1, default: [:]][value.key.slice] = reason.description
        }
      }
    }
    return result
  }

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
        programVersion: "1", packs: ["loans": [pack]]))
    return Dictionary(uniqueKeysWithValues: plan.entries.map { ($0.path.description, $0.bytes) })
  }

  /// Worlds that differ from `world` in slices that are hidden, and say so in the same words.
  private func neighbours(
    of world: SamplePeople, _ record: ModelRecord, seed: UInt64, each: Int
  ) throws -> [(change: String, world: SamplePeople)] {
    let hidden = try hidden(record)
    var random = SplitMix64(seed: seed)
    var result: [(String, SamplePeople)] = []
    let contents = [1: world.contents(of: 1), 2: world.contents(of: 2)]
    // Whoever is in no hidden group is known to all.
    let candidates = world.people.indices.filter { index in
      let person = world.people[index]
      return person.slices.contains { hidden[person.month]?[$0] != nil }
    }
    for change in Change.allCases {
      var found = 0
      for _ in 0..<400 where found < each {
        guard let one = candidates.randomElement(using: &random),
          let other = candidates.randomElement(using: &random), one != other,
          world.people[one].month == world.people[other].month
        else { continue }
        let month = world.people[one].month
        var changed = world
        change.applied(to: &changed.people, one, other)
        guard changed.people != world.people else { continue }
        let after = changed.contents(of: month)
        let before = contents[month] ?? [:]
        let moved = Set(before.keys).union(after.keys).filter { before[$0] != after[$0] }
        let known = hidden[month] ?? [:]
        guard !moved.isEmpty, moved.allSatisfy({ known[$0] != nil }),
          try self.hidden(try changed.record()) == hidden
        else { continue }
        found += 1
        result.append(("\(change) of \(world.people[one]) and \(world.people[other])", changed))
      }
    }
    return result
  }

  @Test("have the same published bytes", arguments: 1...3 as ClosedRange<UInt64>)
  func sameBytes(_ seed: UInt64) throws {
    let world = SamplePeople(seed: seed)
    let record = try world.record()
    let expected = try site(record)
    let neighbours = try neighbours(of: world, record, seed: seed + 100, each: 2)
    #expect(neighbours.count >= 3)
    for (change, other) in neighbours {
      let found = try site(try other.record())
      #expect(found.keys.sorted() == expected.keys.sorted(), "\(change)")
      let different = expected.keys.filter { expected[$0] != found[$0] }.sorted()
      // Which measures over an attribute are kept back depends on whether a hidden group is one of the
      // two furthest apart (docs/definitions.md, "Small groups"). They stand in these files, and the
      // first world shows it; anything else is a leak.
      let explained = seed == 1 ? different.filter(Self.tellsOfPairs.contains) : []
      #expect(different.filter { !explained.contains($0) } == [], "\(change)")
      if !explained.isEmpty {
        withKnownIssue("that a measure is shown tells of the pair") {
          #expect(explained == [], "\(change)")
        }
      }
    }
  }

  @Test("do not have the same bytes when nothing is hidden")
  func differ() throws {
    let world = SamplePeople(seed: 1)
    let record = try world.record()
    let other = try #require(
      try neighbours(of: world, record, seed: 101, each: 1).first
    ).world
    let (one, two) = (
      try site(try world.record(suppressBelow: 0)), try site(try other.record(suppressBelow: 0))
    )
    #expect(one.filter { two[$0.key] != $0.value }.count > 3)
  }
}
