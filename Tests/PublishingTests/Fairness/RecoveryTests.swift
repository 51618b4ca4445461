import Assessment
import Foundation
import Profiling
import Testing

@testable import Publishing

/// Tries to compute groups of fewer people than may be published from everything in the tree.
@Suite("Small groups cannot be recovered from what is published")
struct RecoveryTests {
  private static let threshold = 10

  /// What an attacker reads: the site of a model as path and text.
  private func site(_ record: ModelRecord) throws -> [String: String] {
    let plan = try SitePlanner(templates: try TemplateCatalog()).plan(
      Publication(
        title: "Reports", organisation: nil, roles: Role.allCases, models: [record],
        programVersion: "1"))
    return Dictionary(
      uniqueKeysWithValues: plan.entries.map {
        ($0.path.description, String(decoding: $0.bytes, as: UTF8.self))
      })
  }

  /// Numbers of people by slice that a table of metrics gives for one kind of population.
  private func counts(_ csv: String, _ metric: String, column: Int) -> [String: Int] {
    var counts: [String: Int] = [:]
    for line in csv.split(separator: "\n").dropFirst() {
      let cells = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      guard cells[8] == metric, cells[7].isEmpty, let number = Double(cells[column]) else {
        continue
      }
      counts[cells[6]] = Int(number)
    }
    return counts
  }

  /// Populations by the metric and the column that tell their size.
  private static let populations = [
    ("row_count", 9), ("favourable_rate", 12), ("label_count", 9), ("accuracy", 12),
    ("true_positive_rate", 12), ("false_positive_rate", 12), ("positive_predictive_value", 12),
    ("negative_predictive_value", 12), ("roc_auc", 12),
  ]

  private func truth(_ record: ArmRecord, _ metric: String, _ column: Int) -> [String: Int] {
    var counts: [String: Int] = [:]
    for value in record.values where value.key.metric.rawValue == metric {
      guard value.key.feature == nil else { continue }
      counts[value.key.slice.description] =
        column == 9 ? Int(value.estimate.value ?? 0) : value.count
    }
    return counts
  }

  /// Groups that add up to a total: of an attribute to all rows, of an intersection to a group.
  private func lines(_ names: [String]) -> [(total: String, parts: [String])] {
    func attributes(_ name: String) -> [String] {
      name.components(separatedBy: " & ").map { $0.components(separatedBy: "=")[0] }
    }
    var lines: [(String, [String])] = []
    for (kind, parts) in Dictionary(grouping: names, by: attributes) {
      lines.append(("", parts))
      guard kind.count > 1 else { continue }
      for position in kind.indices {
        let byTotal = Dictionary(grouping: parts) { $0.components(separatedBy: " & ")[position] }
        lines += byTotal.map { ($0.key, $0.value) }
      }
    }
    return lines
  }

  /// Repeats subtraction over all lines until nothing new is known.
  private func solved(_ shown: [String: Int], _ names: [String]) -> [String: Int] {
    var known = shown
    var isNew = true
    while isNew {
      isNew = false
      for (total, parts) in lines(names) {
        let missing = parts.filter { known[$0] == nil }
        let sum = parts.compactMap { known[$0] }.reduce(0, +)
        if missing.isEmpty, known[total] == nil {
          known[total] = sum
          isNew = true
        } else if missing.count == 1, let whole = known[total] {
          known[missing[0]] = whole - sum
          isNew = true
        }
      }
    }
    return known
  }

  @Test("by subtraction, over several synthetic sets", arguments: 1...4)
  func subtraction(_ seed: UInt64) throws {
    let record = try SampleGroups.random(seed: seed).record(minimumRows: seed % 2 == 0 ? 30 : 5)
    let files = try site(record)
    var hiddenCount = 0
    for period in record.periods {
      let arm = try #require(period.leading)
      let csv = try #require(files["data/loans/\(period.period)/metrics.csv"])
      for (metric, column) in Self.populations {
        let truth = truth(arm, metric, column)
        let names = truth.keys.filter { !$0.isEmpty }.sorted()
        let shown = counts(csv, metric, column: column)
        for (slice, count) in shown where !slice.isEmpty {
          #expect(count == 0 || count >= Self.threshold, "\(metric) of \(slice)")
        }
        let small = names.filter { (1..<Self.threshold).contains(truth[$0] ?? 0) }
        hiddenCount += small.count
        let known = solved(shown, names)
        for slice in small { #expect(known[slice] == nil, "\(metric) of \(slice)") }
        // Nor do people who stay unknown together number fewer than the threshold.
        for (total, parts) in lines(names) {
          guard let whole = shown[total] else { continue }
          let rest = whole - parts.compactMap { shown[$0] }.reduce(0, +)
          #expect(rest == 0 || rest >= Self.threshold, "\(metric): \(rest) of \(total)")
        }
      }
    }
    #expect(hiddenCount > 20)
  }

  @Test("by subtraction of scores by group, across attributes and their intersection")
  func scores() throws {
    var hiddenCount = 0
    for seed in 1...4 as ClosedRange<UInt64> {
      let record = try SampleGroups.random(seed: seed).record(minimumRows: 5)
      for (whole, shown) in zip(record.periods, record.publishable.periods) {
        let truth = bins(try #require(whole.leading))
        let names = Array(truth.keys.filter { !$0.isEmpty })
        let known = bins(try #require(shown.leading))
        for bin in 0..<(truth.values.first?.count ?? 0) {
          let sizes = names.reduce(into: [String: Int]()) { $0[$1] = truth[$1]?[bin] }
          var visible = names.reduce(into: [String: Int]()) { $0[$1] = known[$1]?[bin] }
          visible[""] = names.filter { $0.hasPrefix("sex=") }.compactMap { sizes[$0] }.reduce(0, +)
          let solved = solved(visible, names)
          for (name, size) in sizes where (1..<Self.threshold).contains(size) {
            hiddenCount += 1
            #expect(solved[name] == nil, "range \(bin) of \(name): \(size)")
          }
        }
      }
    }
    #expect(hiddenCount > 50)
  }

  /// Labelled rows by group and range of the score.
  private func bins(_ record: ArmRecord) -> [String: [Int?]] {
    Dictionary(
      uniqueKeysWithValues: record.groupComparisons.flatMap(\.groups).map {
        ($0.slice.description, $0.scores.map(\.count))
      })
  }

  @Test("in any text: beside the name of a hidden group stands no number", arguments: 1...2)
  func texts(_ seed: UInt64) throws {
    let record = try SampleGroups.random(seed: seed).record()
    let files = try site(record)
    var looked = 0
    for period in record.publishable.periods {
      let arm = try #require(period.leading)
      let hidden = arm.values.filter {
        $0.key.metric == .rowCount && $0.estimate.isWithheld
      }.map { $0.key.slice.parts.compactMap(\.value).joined(separator: ", ") }
      for (path, text) in files where path.contains("/\(period.period)/") {
        for line in text.split(whereSeparator: \.isNewline) {
          guard path.hasSuffix(".md"), line.hasPrefix("|") else { continue }
          let cells = line.split(separator: "|").map {
            $0.trimmingCharacters(in: .whitespaces)
              .replacing("\\", with: "")
          }
          guard let name = cells.first, hidden.contains(name) else { continue }
          looked += 1
          let numbers = cells.dropFirst().filter { cell in
            cell != "<10" && cell != "&lt;10" && cell.contains(where: \.isNumber)
          }
          #expect(numbers.isEmpty, "\(path): \(line)")
        }
      }
    }
    #expect(looked > 10)
  }

  @Test("nor from the spread, the drift or the missing values of an attribute that is a feature")
  func features() throws {
    let record = try SampleGroups.random(seed: 1).record()
    let published = try #require(record.publishable.periods.first?.leading)
    let ofRace = published.values.filter { $0.key.feature == "race" }
    #expect(!ofRace.isEmpty)
    #expect(ofRace.allSatisfy { $0.estimate.isWithheld })
    #expect(!published.distributions.contains { $0.column == "race" })
  }

  @Test(
    "a measure over an attribute says what the published groups say, and nothing of hidden ones")
  func measures() throws {
    let rates: [Metric: [Metric]] = [
      .demographicParityDifference: [.favourableRate],
      .equalOpportunityDifference: [.trueNegativeRate],
      .equalizedOddsDifference: [.trueNegativeRate, .falseNegativeRate],
      .predictiveParityDifference: [.negativePredictiveValue], .accuracyDifference: [.accuracy],
    ]
    var (looked, changed) = (0, 0)
    for seed in 1...4 as ClosedRange<UInt64> {
      let record = try SampleGroups.random(seed: seed).record()
      for (whole, shown) in zip(record.periods, record.publishable.periods) {
        let arm = try #require(shown.leading)
        for comparison in arm.groupComparisons {
          for (metric, parts) in rates {
            let compared = comparison.compared(by: metric)?.slices ?? []
            let key = MetricKey(metric, slice: comparison.slice)
            let value = try #require(arm[key])
            #expect((compared.count > 1) == (value.estimate.value != nil), "\(key)")
            let gaps = try parts.map { part in
              let numbers = try compared.map { slice in
                try #require(arm[MetricKey(part, slice: slice)]?.estimate.value, "\(slice)")
              }
              return (numbers.max() ?? 0) - (numbers.min() ?? 0)
            }
            guard let number = value.estimate.value else { continue }
            looked += 1
            if whole.leading?[key] != value { changed += 1 }
            #expect(abs(number - (gaps.max() ?? -1)) < 1e-12, "\(key)")
            #expect(value.estimate.interval != nil, "\(key)")
          }
        }
      }
    }
    #expect(looked > 40 && changed > 10, "\(looked) measures, \(changed) compared anew")
  }

  @Test("a verdict is kept back with the figure that it is on, all others stay")
  func verdicts() throws {
    let record = try SampleGroups.random(seed: 1).record()
    var hiddenCount = 0
    for (whole, shown) in zip(record.periods, record.publishable.periods) {
      let before = try #require(whole.leading?.findings)
      let after = try #require(shown.leading?.findings)
      #expect(before.map(\.expectation) == after.map(\.expectation))
      for (one, other) in zip(before, after) {
        if other.value == one.value {
          #expect(other.status == one.status && other.rule == one.rule)
        } else if other.value.estimate.isWithheld {
          hiddenCount += 1
          #expect(other.status == .insufficient && other.periodsInARow == 0)
          #expect(other.effect == nil && other.significance == nil && other.rule.crossing == nil)
        }
      }
    }
    #expect(hiddenCount > 0)
  }

  @Test("making a record publishable twice changes nothing")
  func idempotent() throws {
    let once = try SampleGroups.random(seed: 1).record().publishable
    let twice = once.publishable
    for (one, other) in zip(once.periods, twice.periods) {
      #expect(one.leading?.values == other.leading?.values)
      #expect(one.leading?.groupComparisons == other.leading?.groupComparisons)
    }
  }

  @Test("a limit of 0 hides nothing")
  func off() throws {
    let record = try SampleGroups.random(seed: 1).record(suppressBelow: 0)
    let published = record.publishable.periods.flatMap(\.arms).flatMap(\.values)
    #expect(!published.contains { $0.estimate.isWithheld })
  }
}
