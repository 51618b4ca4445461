import Assessment
import Foundation
import Profiling
import Testing

@testable import Publishing

/// The hostile reader: every sentence of 500 drawn histories is held against the raw numbers, which
/// are compared with their limits anew, without the verdicts.
@Suite("No sentence contradicts its figures", .tags(.slow))
struct StoryLawTests {
  private static let histories = 500

  /// All that is said in one period, by reader.
  struct Told: Sendable {
    let place: String
    let fixture: StoryFixture
    let context: ReportContext
    let role: Role?
    let answer: String
    let grounds: [String]
    let change: [String]
    let asks: [String]
    let asksForSomething: Bool

    var sentences: [String] { [answer] + grounds + change + asks }
    var isPlain: Bool { role.speaksPlainly }
  }

  /// Told once, read by every law.
  private static let all: [Told] = (0..<UInt64(histories)).flatMap { seed -> [Told] in
    var generator = StoryGenerator(seed: seed)
    let fixture = generator.fixture()
    let model = fixture.model
    let history = ModelHistory(model)
    return fixture.months.indices.flatMap { index in
      let context = ReportContext(model: model, index: index, history: history)
      return ([nil] + Role.allCases.map(Role?.some)).map { role in
        let story = ReportStory(context: context, role: role)
        return Told(
          place: "seed \(seed), month \(index), \(role?.rawValue ?? "all")", fixture: fixture,
          context: context, role: role, answer: story.answer, grounds: story.grounds,
          change: story.change, asks: story.asks, asksForSomething: story.asksForSomething)
      }
    }
  }

  private func everything(_ check: (Told, String) throws -> Void) rethrows {
    for told in Self.all { try check(told, told.place) }
  }

  @Test("every sentence is a sentence")
  func form() {
    everything { told, place in
      for text in told.sentences {
        let isWhole =
          text.hasSuffix(".") && !text.hasSuffix("..") && text.first?.isLowercase == false
          && !text.contains("  ") && !text.contains(" ,") && !text.contains(" .")
          && !text.contains("_") && !text.contains("nil") && !text.contains("Optional")
        #expect(isWhole, "\(place): \(text)")
        for wrong in ["1 expectations", "1 predictions", "1 columns", "1 months", "1 are", "(0 "] {
          let isWrong =
            text.range(
              of: "(^|[^0-9,.])\(NSRegularExpression.escapedPattern(for: wrong))",
              options: .regularExpression) != nil
          #expect(!isWrong, "\(place): \(text)")
        }
      }
    }
  }

  @Test("readers without statistics meet no name of a metric")
  func plainWords() {
    let names = [
      "ROC AUC", "mean absolute error", "mean error", "recall", "accuracy", "population stability",
      "interval", "p-value", "demographic parity", "adjusted",
    ]
    everything { told, place in
      guard told.isPlain else { return }
      for text in told.sentences {
        let found = names.first { text.lowercased().contains($0.lowercased()) }
        #expect(found == nil, "\(place): \(text)")
      }
    }
  }

  @Test("how the model served agrees with values and limits")
  func served() {
    everything { told, place in
      guard told.role == .productManager, !told.context.isEmpty else { return }
      let beyond = told.judged { $0.isPerformance }.filter(told.isBad)
      let text = told.answer
      if text.contains(/served (some cases )?worse than/) {
        #expect(!beyond.isEmpty, "\(place): \(text)")
      }
      if text.contains("as well as") || text.contains("better than") {
        #expect(beyond.isEmpty, "\(place): \(text)")
      }
    }
  }

  @Test("a value stands on the side of its limit that the sentence says")
  func sides() throws {
    let pattern = /([0-9][0-9.,]*)( %| minutes)?[^0-9]*, where at (most|least) ([0-9.,]+)/
    let beyond =
      /(−?[0-9][0-9.,]*)( %| minutes| \([^)]*\))*, (just )?(above|below) the agreed [a-z]+ of (−?[0-9.,]+)/
    try everything { told, place in
      for text in [told.answer] + told.grounds {
        for match in text.replacing("(0.5 is guessing)", with: "").matches(of: pattern) {
          let (value, limit) = try (number(match.1), number(match.4))
          // "As well as agreed, but its data was poorer" is about the fault that follows.
          let isFault =
            text.contains("worse") || text.contains("poorer") || text.contains("less alike")
            || text.contains("was not as") || text.contains("could not be relied")
            || text.contains("not sure")
          let isInside = match.3 == "most" ? value <= limit : value >= limit
          #expect(isInside != isFault || value == limit, "\(place): \(text)")
        }
        for match in text.matches(of: beyond) where !text.contains("interval") {
          let (value, limit) = try (number(match.1), number(match.5))
          if match.3 != nil { continue }
          #expect(match.4 == "above" ? value > limit : value < limit, "\(place): \(text)")
        }
      }
    }
  }

  @Test("counts months in a row as the numbers do")
  func runs() throws {
    try everything { told, place in
      for text in [told.answer] + told.grounds {
        guard
          let match = text.firstMatch(
            of: /for the (second|third|fourth|fifth|sixth) month in a row/)
        else { continue }
        let count = try #require(
          ["second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6][String(match.1)])
        if told.context.isEmpty {
          let empty = told.fixture.months[...told.context.index].suffix(count)
          #expect(empty.count == count && empty.allSatisfy { $0.rows == 0 }, "\(place): \(text)")
          continue
        }
        let isSo = told.fixture.expectations.contains { rule in
          told.hasBeenBeyond(rule, months: count)
        }
        #expect(isSo, "\(place): \(text)")
      }
    }
  }

  @Test("a change has the direction and the sureness of its numbers")
  func changes() throws {
    try everything { told, place in
      for text in told.change {
        if let match = text.firstMatch(of: /[ ](rose|fell) from (−?[0-9.,]+)( %)? to (−?[0-9.,]+)/)
        {
          let (old, new) = try (number(match.2), number(match.4))
          #expect(match.1 == "rose" ? new > old : new < old, "\(place): \(text)")
        }
        if let match = text.firstMatch(
          of: /^([0-9,]+) predictions? arrived, ([0-9.]+) % (more|fewer)/)
        {
          let (now, share) = try (number(match.1), number(match.2))
          let index = told.context.index
          let before = Double(told.fixture.months[index - 1].rows)
          #expect(now == Double(told.fixture.months[index].rows), "\(place): \(text)")
          #expect(match.3 == "more" ? now > before : now < before, "\(place): \(text)")
          #expect(((now - before).magnitude / before * 100 - share).magnitude <= 0.0501, "\(text)")
        }
        guard let clear = told.isClearChange else { continue }
        if text.contains("chance is an unlikely reason") { #expect(clear, "\(place): \(text)") }
        if text.contains("chance alone explains") { #expect(!clear, "\(place): \(text)") }
        if text.contains("which is better") { #expect(told.isBetter == true, "\(place): \(text)") }
        if text.contains("which is worse") { #expect(told.isBetter == false, "\(place): \(text)") }
      }
    }
  }

  @Test("what is called new was otherwise before, and all of it is named or counted")
  func standings() {
    let openings: [(String, (Status, Status) -> Bool)] = [
      ("New outside the limit: ", { $0 != .breach && $1 == .breach }),
      ("New and worth a look: ", { $0 == .ok && $1 == .watch }),
      ("Back as expected: ", { ($0 == .breach || $0 == .watch) && $1 == .ok }),
    ]
    everything { told, place in
      guard let previous = told.context.previous?.leading, !told.context.isEmpty else { return }
      for (opening, matches) in openings {
        let moved = (told.context.leading?.findings ?? []).filter { finding in
          guard let old = previous.findings.first(where: { $0.value.key == finding.value.key })
          else { return false }
          let isDrift = finding.expectation.metric == .psi
          return matches(old.status, finding.status)
            && !(isDrift && finding.status == .breach)
        }
        let text = told.change.first { $0.hasPrefix(opening) }
        let isTold = previous.rowCount > 0 && !moved.isEmpty
        #expect((text != nil) == isTold, "\(place): \(told.change)")
        guard let text else { continue }
        let list = text.dropFirst(opening.count).dropLast()
        let parts = list.split(separator: /, |; |[ ]and[ ]/).map(String.init)
        let more = parts.last?.firstMatch(of: /^([0-9]+) more$/).flatMap { Int($0.1) } ?? 0
        #expect(parts.count - (more > 0 ? 1 : 0) + more == moved.count, "\(place): \(text)")
      }
      let quiet = told.change.contains { $0.hasPrefix("No change worth reporting") }
      #expect(!quiet || told.change.count == 1, "\(place)")
    }
  }

  @Test("counts what was broken, looked at and left open as the findings do")
  func counts() {
    everything { told, place in
      guard !told.context.isEmpty, let leading = told.context.leading else { return }
      if told.role == .compliance, leading.findings.count > 1 {
        let text = told.answer
        let open = told.fixture.expectations.count { told.isOpen($0.key) }
        let said = text.firstMatch(of: /(no|[0-9]+) incidents? (is|are) open/)
        #expect(said.map { Int($0.1) ?? 0 } == open, "\(place): \(text)")
        let broken = leading.findings.count {
          $0.status == .breach && $0.expectation.metric != .psi
        }
        if let match = text.firstMatch(of: /^([0-9]+) of ([0-9]+) expectations/) {
          #expect(Int(match.1) == broken && Int(match.2) == leading.findings.count, "\(place)")
        } else if text.hasPrefix("No fault") {
          #expect(broken == 0, "\(place): \(text)")
        }
        if let match = text.firstMatch(of: /([0-9]+) of ([0-9]+) on drift (was|were)/) {
          let drift = leading.findings.filter { $0.expectation.metric == .psi }
          #expect(Int(match.1) == drift.count { $0.status == .breach }, "\(place): \(text)")
          #expect(Int(match.2) == drift.count, "\(place): \(text)")
        }
      }
      if told.role == .dataEngineer {
        let checks = leading.findings.filter {
          [.rowCount, .errorShare, .missingShare, .newCategoryShare].contains($0.expectation.metric)
        }
        let broken = checks.count { $0.status == .breach }
        if let match = told.answer.firstMatch(of: /^([0-9]+) of ([0-9]+) checks? of supply/) {
          #expect(Int(match.1) == broken && Int(match.2) == checks.count, "\(place)")
        } else {
          #expect(broken == 0, "\(place): \(told.answer)")
        }
      }
    }
  }

  @Test("says that figures are provisional when and only when they are")
  func provisional() {
    everything { told, place in
      guard !told.context.isEmpty else { return }
      let hasLabels = told.fixture.months.contains { $0.labels > 0 }
      let month = told.fixture.months[told.context.index]
      let isOpen = Double(month.labels) < 0.95 * Double(month.rows)
      let isSaid = told.grounds.contains { $0.hasPrefix("Provisional: ") }
      #expect(isSaid == (isOpen && hasLabels), "\(place): \(told.grounds)")
    }
  }

  @Test("asks for something when performance broke, and for nothing when all is well")
  func asks() {
    everything { told, place in
      let isNothing = told.asks == ["Nothing for this month."]
      #expect(isNothing != told.asksForSomething, "\(place)")
      guard let leading = told.context.leading, !told.context.isEmpty else { return }
      let isAllWell = leading.findings.allSatisfy { $0.status == .ok }
      if isAllWell, told.role != .compliance {
        #expect(isNothing, "\(place): \(told.asks)")
      }
      let isBroken = leading.findings.contains { $0.status == .breach && $0.family.isPerformance }
      if isBroken, told.role != .dataEngineer {
        #expect(!isNothing, "\(place): \(told.asks)")
      }
    }
  }

  @Test("every number of an answer is printed so elsewhere")
  func roundings() {
    everything { told, place in
      guard let leading = told.context.leading, let figure = told.context.figure,
        !told.context.isEmpty
      else { return }
      var known: Set<String> = ["0.5", "0", "1", "30", "95", "2024"]
      func learn(_ text: String) {
        known.formUnion(text.matches(of: /[0-9]+(,[0-9]{3})*(\.[0-9]+)?/).map { String($0.0) })
      }
      for value in leading.values {
        learn(figure.full(value))
        learn(NumberText.grouped(value.count))
      }
      for finding in leading.findings { learn(finding.expectation.agreed) }
      for count in 0...leading.findings.count { learn(String(count)) }
      learn(NumberText.grouped(leading.labelCount))
      learn(NumberText.grouped(leading.rowCount))
      for match in told.answer.matches(of: /[0-9]+(,[0-9]{3})*(\.[0-9]+)?/) {
        #expect(known.contains(String(match.0)), "\(place): \(match.0) in \(told.answer)")
      }
    }
  }

  private func number(_ text: Substring) throws -> Double {
    try #require(
      Double(
        text.replacing(",", with: "").replacing(NumberText.minus, with: "-")
          .trimmingSuffix { $0 == "." }))
  }
}

extension StringProtocol {
  fileprivate func trimmingSuffix(while matches: (Character) -> Bool) -> String {
    var text = String(self)
    while let last = text.last, matches(last) { text.removeLast() }
    return text
  }
}

extension StoryLawTests.Told {
  /// Expectations whose value can be judged: it exists, and rests on rows enough.
  fileprivate func judged(
    _ accepts: (MetricDefinition.Family) -> Bool
  ) -> [Assessment.Expectation] {
    fixture.expectations.filter { rule in
      guard accepts(rule.metric.definition.family), let value = context.leading?[rule.key],
        value.estimate.value != nil
      else { return false }
      return value.count >= 30
    }
  }

  /// Outside its limits on the bad side, by nothing but comparison.
  fileprivate func isBad(_ rule: Assessment.Expectation) -> Bool {
    isBeyond(rule, in: context.leading, low: rule.minimum, high: rule.maximum)
  }

  private func isBeyond(
    _ rule: Assessment.Expectation, in arm: ArmRecord?, low: Double?, high: Double?
  ) -> Bool {
    guard let value = arm?[rule.key]?.estimate.value else { return false }
    return low.map { value < $0 } ?? false || high.map { value > $0 } ?? false
  }

  fileprivate func hasBeenBeyond(_ rule: Assessment.Expectation, months: Int) -> Bool {
    let last = context.model.periods[...context.index].suffix(months)
    guard last.count == months else { return false }
    return last.allSatisfy { isBeyond(rule, in: $0.leading, low: rule.minimum, high: rule.maximum) }
      || last.allSatisfy {
        isBeyond(rule, in: $0.leading, low: rule.watchBelow, high: rule.watchAbove)
      }
  }

  /// The newest verdict that was one is a breach.
  fileprivate func isOpen(_ key: MetricKey) -> Bool {
    for period in context.model.periods[...context.index].reversed() {
      let status = period.leading?.findings.first { $0.value.key == key }?.status
      if let status, status != .missing, status != .insufficient { return status == .breach }
    }
    return false
  }

  private var pair: (old: MetricValue, new: MetricValue)? {
    guard let metric = context.history.primary, let old = context.previous?.leading,
      let new = context.leading, let one = old[MetricKey(metric)],
      let other = new[MetricKey(metric)], one.estimate.value != nil, other.estimate.value != nil
    else { return nil }
    return (one, other)
  }

  /// Whether the difference is larger than the two half widths, squared and added, explain.
  fileprivate var isClearChange: Bool? {
    guard let pair, let one = pair.old.estimate.interval, let other = pair.new.estimate.interval
    else { return nil }
    let halves = ((one.upper - one.lower) / 2, (other.upper - other.lower) / 2)
    let difference = (pair.new.estimate.value ?? 0) - (pair.old.estimate.value ?? 0)
    return difference.magnitude > (halves.0 * halves.0 + halves.1 * halves.1).squareRoot()
  }

  fileprivate var isBetter: Bool? {
    guard let pair, let old = pair.old.estimate.value, let new = pair.new.estimate.value else {
      return nil
    }
    switch pair.new.key.metric {
    case .meanAbsoluteError: return new < old
    case .meanError: return new.magnitude < old.magnitude
    default: return new > old
    }
  }
}
