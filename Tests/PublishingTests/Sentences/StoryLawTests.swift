import Assessment
import Profiling
import Testing

@testable import Publishing

/// The hostile reader: every sentence of 500 drawn histories is held against the raw numbers, which
/// are compared with their limits anew, without the verdicts.
@Suite("No sentence contradicts its figures", .tags(.slow))
struct StoryLawTests {
  @Test("how the model served agrees with values and limits")
  func served() {
    ToldStory.every { told, place in
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
    try ToldStory.every { told, place in
      for text in [told.answer] + told.grounds {
        for match in text.replacing("(0.5 is guessing)", with: "").matches(of: pattern) {
          let (value, limit) = try (ToldStory.number(match.1), ToldStory.number(match.4))
          // "As well as agreed, but the data was poorer" is about the fault that follows.
          let isFault =
            text.contains("worse") || text.contains("poorer") || text.contains("less alike")
            || text.contains("was not as") || text.contains("could not be relied")
            || text.contains("not sure")
          let isInside = match.3 == "most" ? value <= limit : value >= limit
          #expect(isInside != isFault || value == limit, "\(place): \(text)")
        }
        for match in text.matches(of: beyond) where !text.contains("interval") {
          let (value, limit) = try (ToldStory.number(match.1), ToldStory.number(match.5))
          if match.3 != nil { continue }
          #expect(match.4 == "above" ? value > limit : value < limit, "\(place): \(text)")
        }
      }
    }
  }

  @Test("a value and a limit that nobody chose have the same decimals")
  func decimals() {
    func places(_ text: Substring) -> Int {
      text.firstIndex(of: ".").map { text.distance(from: $0, to: text.endIndex) - 1 } ?? 0
    }
    var count = 0
    ToldStory.every { told, place in
      guard told.isPlain, told.answer.contains(" is expected"),
        let match = told.answer.replacing(" (0.5 is guessing)", with: "").firstMatch(
          of:
            /([0-9]+(?:[.][0-9]+)?)( %| minutes)?[^0-9]*, where at (?:most|least) ([0-9]+(?:[.][0-9]+)?)/
        ),
        told.fixture.expectations.contains(where: { $0.isDerived })
      else { return }
      // Shares of columns have usual cut-offs, which somebody chose.
      guard told.answer.contains("were off") || told.answer.contains("guessing") else { return }
      count += 1
      #expect(places(match.1) == places(match.3), "\(place): \(told.answer)")
      #expect(match.1 != match.3 || !told.answer.contains("worse"), "\(place): \(told.answer)")
    }
    #expect(count > 20)
  }

  @Test("counts months in a row as the numbers do")
  func runs() throws {
    try ToldStory.every { told, place in
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

  @Test("a group that is called clearly worse is so by its interval")
  func groups() {
    var count = 0
    ToldStory.every { told, place in
      let texts = (told.change + told.asks).filter {
        // Open questions tell of earlier months.
        $0.contains("where sex is “Female”") && !$0.hasPrefix("Open since")
      }
      guard !texts.isEmpty, let metric = told.context.history.primary else { return }
      count += 1
      let value = told.context.leading?[MetricKey(metric, slice: .where("sex", "Female"))]
      let whole = told.context.leading?[MetricKey(metric)]?.estimate.value ?? 0
      #expect(value.map { $0.count >= 30 } == true, "\(place): \(texts)")
      #expect(value?.estimate.interval.map { $0.upper < whole } == true, "\(place): \(texts)")
    }
    #expect(count > 0)
  }

  @Test("the figure of a plain answer is a row of the table")
  func tables() throws {
    var count = 0
    try ToldStory.every { told, place in
      guard told.role == .productManager,
        let match = told.answer.replacing(" (0.5 is guessing)", with: "")
          .firstMatch(of: /: ([^:]*)(, where |, just )/),
        let number = match.1.matches(of: /[0-9][0-9.,]*/).last
      else { return }
      count += 1
      let table = try #require(MeasureTables(context: told.context).plain(limit: 1))
      let isShown = table.rows.contains { $0.cells[1].contains(number.0) }
      #expect(isShown, "\(place): \(number.0) of \(told.answer)")
    }
    #expect(count > 100)
  }

  @Test("counts what was broken, looked at and left open as the findings do")
  func counts() {
    ToldStory.every { told, place in
      guard !told.context.isEmpty, let leading = told.context.leading else { return }
      if told.role == .compliance, leading.findings.count > 1 {
        let text = told.answer
        let open = told.fixture.expectations.count { told.isOpen($0.key) }
        let said = ([text] + told.grounds).compactMap {
          $0.firstMatch(of: /(no|[0-9]+) incidents? (about drift )?(is|are) open/)
        }
        #expect(said.count <= 1, "\(place): \(text)")
        #expect(said.first.map { Int($0.1) ?? 0 } ?? 0 == open, "\(place): \(text)")
        let broken = leading.findings.count {
          $0.status == .breach && $0.expectation.metric != .psi
        }
        if let match = text.firstMatch(of: /^([0-9]+) of ([0-9]+) expectations/) {
          #expect(Int(match.1) == broken && Int(match.2) == leading.findings.count, "\(place)")
        } else if text.hasPrefix("No fault") {
          #expect(broken == 0, "\(place): \(text)")
        }
        for counts in told.grounds {
          guard let match = counts.firstMatch(of: /^Of ([0-9]+) expectations: (.*)/) else {
            continue
          }
          let parts = match.2.matches(of: /(all )?([0-9]+) [a-z]/).compactMap { Int($0.2) }
          #expect(parts.reduce(0, +) == Int(match.1), "\(place): \(counts)")
          #expect(Int(match.1) == leading.findings.count, "\(place): \(counts)")
          let drift = leading.findings.count {
            $0.status == .breach && $0.expectation.metric == .psi
          }
          let isDriftTold = counts.contains("\(drift) beyond the limit of drift")
          #expect(isDriftTold == (drift > 0), "\(place): \(counts)")
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
    ToldStory.every { told, place in
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
    ToldStory.every { told, place in
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
    ToldStory.every { told, place in
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
      for finding in leading.findings {
        learn(told.context.words(finding)?.agreed ?? finding.expectation.agreed)
      }
      for count in 0...leading.findings.count { learn(String(count)) }
      learn(NumberText.grouped(leading.labelCount))
      learn(NumberText.grouped(leading.rowCount))
      for match in told.answer.matches(of: /[0-9]+(,[0-9]{3})*(\.[0-9]+)?/) {
        #expect(known.contains(String(match.0)), "\(place): \(match.0) in \(told.answer)")
      }
    }
  }
}
