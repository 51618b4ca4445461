import Foundation
import Profiling
import Testing

@testable import Assessment

@Suite("Definitions of other tools")
struct CompatibilityTests {
  /// One column with what a tool made of it, as `Oracles/drift_of_other_tools.py` wrote it.
  private struct Example: Decodable {
    struct Side: Decodable {
      let values: [Double]
      let categories: [String]
      let counts: [Int]

      var numbers: [Double] {
        zip(values, counts).flatMap { [Double](repeating: $0, count: $1) }
      }

      var named: [String: Int] {
        Dictionary(zip(categories, counts), uniquingKeysWith: +)
      }
    }

    let name: String
    let reference: Side
    let current: Side
    let values: [String: Double]

    static func load(_ tool: String, from file: String = #filePath) throws -> [Example] {
      let folder = URL(filePath: file).deletingLastPathComponent().deletingLastPathComponent()
      let data = try Data(contentsOf: folder.appending(path: "Oracles/\(tool).json"))
      return try JSONDecoder().decode([Example].self, from: data)
    }
  }

  @Test(
    "reproduce the tool",
    arguments: [
      (Compatibility.Tool.evidently, "evidently"), (.nannyml, "nannyml"),
    ])
  func equalTool(_ tool: Compatibility.Tool, _ file: String) throws {
    let subjects = Compatibility.Subject.allCases.filter { $0.tools.contains(tool) }
    let compatibility = Compatibility(
      tools: Dictionary(uniqueKeysWithValues: subjects.map { ($0, tool) }))
    for example in try Example.load(file) {
      for subject in subjects {
        let found = try #require(
          value(of: subject.metric, in: example, compatibility)?.estimate.value)
        let expected = try #require(example.values[subject.rawValue])
        // What the tools leave of 1 − Σ shares by rounding shows as 10⁻⁸ under their square root.
        let tolerance = expected.magnitude < 1e-7 ? 1e-7 : 1e-9
        #expect(
          (found - expected).magnitude <= tolerance,
          "\(subject.rawValue) of \(example.name): \(found), expected \(expected)")
      }
    }
  }

  @Test("keep everything else as it is")
  func onlyNamedMetrics() throws {
    let examples = try Example.load("evidently")
    let example = try #require(examples.first)
    let chosen = Compatibility(tools: [.psi: .evidently])
    for metric in [Metric.jensenShannonDistance, .hellingerDistance, .ksStatistic] {
      #expect(
        value(of: metric, in: example, chosen) == value(of: metric, in: example, .catalogue))
    }
    #expect(value(of: .psi, in: example, chosen) != value(of: .psi, in: example, .catalogue))
  }

  @Test("have no value where there is none to replace")
  func nothingToCompare() {
    let anchors = NumericAnchors(reference: [1, 2])
    let column = ColumnSchema(name: "x", subject: .feature, kind: .numeric(anchors))
    let measurer = measurer(column, Compatibility(tools: [.psi: .evidently]))
    let full = Profile(column: "x", .numbers([1, 2], anchors: anchors))
    let blank = Profile(column: "x", .numbers([], anchors: anchors, missing: 4))
    let key = MetricKey(.psi, feature: "x")
    #expect(measurer.table(of: full)[key]?.estimate == .unavailable(.noReference))
    #expect(measurer.table(of: blank, against: full)[key]?.estimate == .unavailable(.noValues))
  }

  @Test("are named in words only where they hold")
  func words() {
    let chosen = Compatibility(tools: [.jensenShannonDistance: .nannyml])
    #expect(chosen.definition(of: .psi) == nil)
    #expect(chosen.definition(of: .jensenShannonDistance)?.hasPrefix("as in NannyML 0.13") == true)
    #expect(chosen.definitions.map(\.metric) == [.jensenShannonDistance])
    #expect(Compatibility.catalogue.definitions.isEmpty)
  }

  private func measurer(
    _ column: ColumnSchema, _ compatibility: Compatibility
  ) -> ProfileMeasurer {
    ProfileMeasurer(
      schema: .sample(.binary, features: [column]),
      settings: MeasureSettings(minimumRows: 1, compatibility: compatibility))
  }

  private func value(
    of metric: Metric, in example: Example, _ compatibility: Compatibility
  ) -> MetricValue? {
    let before: ColumnSummary
    let now: ColumnSummary
    let kind: ColumnKind
    if example.reference.categories.isEmpty {
      let anchors = NumericAnchors(reference: example.reference.numbers)
      kind = .numeric(anchors)
      before = .numbers(example.reference.numbers, anchors: anchors)
      now = .numbers(example.current.numbers, anchors: anchors)
    } else {
      let vocabulary = Vocabulary(reference: example.reference.named)
      let known = Set(vocabulary.categories)
      kind = .categorical(vocabulary)
      before = .categories(example.reference.named, vocabulary: known)
      now = .categories(example.current.named, vocabulary: known)
    }
    return measurer(ColumnSchema(name: "x", subject: .feature, kind: kind), compatibility)
      .table(of: Profile(column: "x", now), against: Profile(column: "x", before))[
        MetricKey(metric, feature: "x")]
  }
}
