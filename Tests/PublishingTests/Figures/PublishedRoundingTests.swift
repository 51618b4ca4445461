import Assessment
import Foundation
import Profiling
import Testing

@testable import Publishing

/// A reader who lays the reports of one period side by side finds each figure in the same digits.
@Suite("One figure, one rounding")
struct PublishedRoundingTests {
  private static func numbers(in text: String) -> [(text: String, range: Range<String.Index>)] {
    text.matches(of: /−?[0-9]+(?:,[0-9]{3})*(?:\.[0-9]+)?(?: %)?/).map {
      (String($0.output), $0.range)
    }
  }

  /// The figures of all arms of a model up to a period, and everything else that may be printed.
  private struct Figures {
    /// What is printed of a figure, by the text that must not be.
    private(set) var wrong: [String: String] = [:]
    private var right: Set<String> = []

    init(_ model: ModelRecord, at index: Int) {
      for record in model.references + model.periods[...index].flatMap(\.arms) {
        learn(FigureText(record, of: model.identity))
      }
      for value in model.periods[index].arms.flatMap(\.values) {
        guard let arm = model.periods[index].arms.first(where: { $0[value.key] == value }) else {
          continue
        }
        add(value, FigureText(arm, of: model.identity))
      }
      wrong = wrong.filter { !right.contains($0.key) }
    }

    private mutating func learn(_ figure: FigureText) {
      for value in figure.record.values {
        let texts = [figure.full(value), NumberText.grouped(value.count)]
        for text in texts { right.formUnion(numbers(in: text).map(\.text)) }
      }
      for finding in figure.record.findings {
        for text in [
          finding.expectation.agreed,
          finding.expectation.agreed { figure.limit($0, of: finding.expectation) },
        ] { right.formUnion(numbers(in: text).map(\.text)) }
      }
      // A group beside the figure of all rows has the digits of that one.
      for value in figure.record.values where value.key.slice.isGroup {
        guard let whole = figure.record[MetricKey(value.key.metric)],
          let number = value.estimate.value
        else { continue }
        let ends = [number] + (value.estimate.interval.map { [$0.lower, $0.upper] } ?? [])
        for end in ends {
          right.formUnion(numbers(in: figure.text(end, as: whole)).map(\.text))
        }
      }
    }

    /// The same number in other digits, where these are enough not to be met by accident.
    private mutating func add(_ value: MetricValue, _ figure: FigureText) {
      guard case .value(let number, let interval?) = value.estimate else { return }
      let style = NumberStyle(value.key.metric)
      let shown = figure.short(value)
      for end in [number, interval.lower, interval.upper] {
        for decimals in 0...4 {
          let text = style.text(end, decimals: decimals)
          guard text.count(where: \.isNumber) > 2, text != figure.text(end, as: value) else {
            continue
          }
          wrong[text] = "\(value.key): \(shown)"
        }
      }
    }

    /// Places at which a text shows a figure in other digits than its own.
    func complaints(about text: String) -> [String] {
      numbers(in: text).compactMap { match in
        let before = text[..<match.range.lowerBound].last
        // Differences have a sign of their own; a hash and an address are no figures.
        guard before.map({ !$0.isLetter && !$0.isNumber && !"+./-#".contains($0) }) ?? true else {
          return nil
        }
        return wrong[match.text].map { "\(match.text) for \($0)" }
      }
    }
  }

  @Test("in the Markdown and the charts of every report", arguments: Role.allCases)
  func reports(_ role: Role) throws {
    let plan = try SamplePublication.shared.get()
    var count = 0
    for model in [SampleRisk.model, SampleDelay.model] {
      for index in model.periods.indices {
        let figures = Figures(model, at: index)
        let folder = "\(role.rawValue)/\(model.identity.id)/\(model.periods[index].period)/"
        for entry in plan.entries {
          let path = entry.path.description
          guard path.hasPrefix(folder), path.hasSuffix(".md") || path.hasSuffix(".html") else {
            continue
          }
          count += 1
          let text = Self.visible(String(decoding: entry.bytes, as: UTF8.self))
          #expect(figures.complaints(about: text) == [], "\(path)")
        }
      }
    }
    #expect(count > 30)
  }

  @Test("finds a figure in too many digits, and one in too few")
  func isFound() throws {
    let period = Period(.month, containing: Day(year: 2026, month: 4, day: 1))
    var arm = ArmBuilder("1", .production, period, rows: 90, labels: 90)
    arm.set(.accuracy, 0.6697, half: 0.09, count: 90)
    arm.set(.rocAuc, 0.6904, half: 0.02, count: 90)
    let model = ModelRecord(
      identity: SampleRisk.identity, references: [], referenceInput: nil,
      periods: [
        PeriodRecord(
          period: period, arms: [arm.record()], comparisons: [], promotions: [], inputs: [])
      ], unmatchedLabelCount: 0)
    let figures = Figures(model, at: 0)
    #expect(figures.complaints(about: "67 % (58 % to 76 %) and 0.690") == [])
    #expect(figures.complaints(about: "It was 67.0 %.").count == 1)
    #expect(figures.complaints(about: "It was 0.6904.").count == 1)
    #expect(figures.complaints(about: "Between 57.97 % and 76 %").count == 1)
  }

  /// A text without the coordinates of drawings and the addresses of links.
  private static func visible(_ text: String) -> String {
    text.replacing(/<(path|svg|text|g|rect|line|circle|use|a|link|script|meta)\b[^>]*>/, with: " ")
      .replacing(/\]\([^)]*\)/, with: "] ").replacing("\u{A0}", with: " ")
  }
}
