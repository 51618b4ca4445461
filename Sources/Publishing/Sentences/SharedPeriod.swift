import Assessment
import Profiling

/// A period in which several versions answered in production, of which its report is about one.
///
/// Its rows are those of all of them. What was measured of the answers and of the data is that of the
/// leading version alone, which in a period of change had only some of the days.
struct SharedPeriod {
  /// Another version, its rows, and the days on which it answered where a change of version tells them.
  private struct Other {
    let name: String
    let rows: Int
    let days: String?
  }

  private let leading: ArmRecord
  private let others: [Other]
  private let total: Int
  /// The last or first day of the leading version, such as `until 31 August 2013`.
  private let span: String?

  /// - Returns: `nil` for a period in which one version served alone.
  init?(_ record: PeriodRecord) {
    let serving = record.serving
    guard let leading = serving.first, serving.count > 1 else { return nil }
    self.leading = leading
    total = record.servedRowCount
    span = Self.days(of: leading.arm, in: record)
    others = serving.dropFirst().map {
      Other(name: $0.arm.name, rows: $0.rowCount, days: Self.days(of: $0.arm, in: record))
    }
  }

  /// Whether a version took over in the middle of the period, so that none had all of its days.
  var isSplit: Bool { span != nil }

  /// Beside the number of predictions, such as `of them 84 by gbm-2 from 1 September 2013 on`.
  var aside: String {
    let parts = others.map { other in
      "\(NumberText.grouped(other.rows)) by \(other.name)" + (other.days.map { " \($0)" } ?? "")
    }
    return "of them \(Plural.list(parts))"
  }

  /// Whose figures follow, and what is not in them.
  ///
  /// - Parameter hasDrift: Whether the mix of any column is told.
  func sentence(noun: String, hasDrift: Bool) -> String {
    let rest = others.reduce(0) { $0 + $1.rows }
    let made = rest == 1 ? "was" : "were"
    let by = Plural.list(others.map { $0.name + ($0.days.map { " (\($0))" } ?? "") })
    let opening =
      "The figures are those of \(leading.arm.name)\(span.map { ", which answered \($0)" } ?? ""); "
      + "\(NumberText.grouped(rest)) of \(Plural.count(total, "prediction")) \(made) made by \(by)."
    guard hasDrift, isSplit else { return opening }
    return opening + " The mix of columns over part of a \(noun) may differ for that alone."
  }

  /// A version that took over in the middle has the days from then on, the one it replaced those
  /// before.
  private static func days(of arm: Arm, in record: PeriodRecord) -> String? {
    let changes = record.promotions.filter { $0.replaced != nil && $0.day > record.period.start }
    if let began = changes.first(where: { $0.version == arm.version }) {
      return "from \(began.day.words) on"
    }
    return changes.first { $0.replaced == arm.version }
      .map { "until \($0.day.advanced(by: -1).words)" }
  }
}

extension ReportContext {
  /// Rows of the period, of all versions in production.
  var rowCount: Int { record.servedRowCount }

  /// Set where the leading version did not serve alone.
  var shared: SharedPeriod? { SharedPeriod(record) }

  /// The period against which a change of the mix of columns is news: the one before, or an earlier
  /// one where that was split between versions. `nil` where this one is split itself, as its leading
  /// version had only some of the days, or where there is none.
  var mixBefore: PeriodRecord? {
    if shared?.isSplit ?? false { return nil }
    return model.periods[..<index].last { !(SharedPeriod($0)?.isSplit ?? false) }
  }

  /// The rows of the leading version, and of all where others answered too.
  func rowFact(_ leading: ArmRecord) -> String {
    let own = NumberText.grouped(leading.rowCount)
    return shared == nil
      ? own : "\(own), and \(NumberText.grouped(rowCount)) with all versions in production"
  }
}
