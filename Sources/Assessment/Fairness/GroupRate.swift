import Profiling
import Statistics

/// A rate of one group that is compared with that of others.
struct GroupRate {
  let slice: Slice
  let proportion: Proportion

  /// - Returns: `nil` for a group without a row that the rate could rest on.
  init?(_ slice: Slice, _ part: Int, of whole: Int) {
    guard whole > 0 else { return nil }
    self.slice = slice
    proportion = .counted(part, of: whole)
  }

  var share: Double { Double(proportion.successes) / Double(proportion.trials) }
}

extension GroupRate: ComparedGroup {
  var number: Double { share }
  var rowCount: Int { proportion.trials }
}

extension Proportion {
  /// A proportion of rows that were counted in one pass, of which the part cannot exceed the whole.
  static func counted(_ part: Int, of whole: Int) -> Proportion {
    do {
      return try Proportion(successes: part, of: whole)
    } catch {
      preconditionFailure("A part of counted rows is larger than the whole: \(error)")
    }
  }
}

extension GroupTest {
  /// Whether two rates differ: Fisher's exact test where an expected count is below five (Cochran's
  /// rule), else the z-test.
  ///
  /// Source of the rule: W. G. Cochran, *Biometrics* 10 (1954) 417.
  init?(_ one: Proportion, _ other: Proportion) {
    let rows = one.trials + other.trials
    let successes = one.successes + other.successes
    let smallest =
      Double(min(one.trials, other.trials)) * Double(min(successes, rows - successes))
      / Double(max(rows, 1))
    if smallest < 5 {
      guard let test = fisherExactTest(reference: other, current: one).value else { return nil }
      self.init(.fisher, pValue: test.pValue)
    } else {
      guard let test = proportionTest(reference: other, current: one).value else { return nil }
      self.init(.proportions, pValue: test.pValue)
    }
  }

  /// The same with the p-value for being the smallest of so many tests (Bonferroni).
  func adjusted(for count: Int) -> GroupTest {
    GroupTest(kind, pValue: min(1, pValue * Double(count)))
  }
}
