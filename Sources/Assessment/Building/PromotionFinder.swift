package import Profiling

/// A version that began to serve, before anything is measured.
package struct PromotionStart: Sendable {
  package let version: String
  /// The version that was in production on the last day before; `nil` when there was none.
  package let replaced: String?
  /// First day in production.
  package let day: Day
  /// The arm as which the version ran beside the one it replaced; `nil` when it never did.
  let tried: Arm?
  /// First day of that.
  let beginning: Day

  /// The arms and days whose profiles the comparison reads.
  package func days(in daysByArm: [Arm: [Day]]) -> [Arm: [Day]] {
    guard let tried, let replaced else { return [:] }
    let arms = [tried, Arm(version: replaced, stage: .production)]
    return Dictionary(
      uniqueKeysWithValues: arms.map { arm in
        (arm, (daysByArm[arm] ?? []).filter { $0 >= beginning && $0 < day })
      })
  }

  func promotion(by comparer: ArmComparer) throws -> Promotion {
    guard let tried, let replaced else {
      return Promotion(version: version, replaced: replaced, day: day, months: [], overall: nil)
    }
    let production = Arm(version: replaced, stage: .production)
    let overall = try comparer.comparison(of: tried, with: production, in: beginning..<day)
    var months: [ArmComparison] = []
    var month = Period(.month, containing: beginning)
    while month.start < day {
      let range = max(month.start, beginning)..<min(month.next.start, day)
      if let comparison = try comparer.comparison(of: tried, with: production, in: range) {
        months.append(comparison)
      }
      month = month.next
    }
    return Promotion(
      version: version, replaced: replaced, day: day, months: months, overall: overall)
  }
}

/// Finds the days on which a version began to serve, and what it ran beside before.
struct PromotionFinder {
  private let daysByArm: [Arm: [Day]]

  init(_ daysByArm: [Arm: [Day]]) {
    self.daysByArm = daysByArm
  }

  /// Promotions in the order of their days; the first version of all is none.
  var starts: [PromotionStart] {
    let starts = daysByArm.filter { $0.key.stage == .production }
      .compactMap { arm, days in days.first.map { (version: arm.version, day: $0) } }
      .sorted { ($0.day, $0.version) < ($1.day, $1.version) }
    return starts.dropFirst().map { start(of: $0.version, on: $0.day) }
  }

  private func start(of version: String, on day: Day) -> PromotionStart {
    let replaced = versionServing(before: day, otherThan: version)
    let tried = [Stage.candidate, .shadow].map { Arm(version: version, stage: $0) }
      .first { (daysByArm[$0]?.first).map { $0 < day } ?? false }
    return PromotionStart(
      version: version, replaced: replaced, day: day, tried: replaced == nil ? nil : tried,
      beginning: tried.flatMap { daysByArm[$0]?.first } ?? day)
  }

  /// The version that was in production on the last day before `day`.
  private func versionServing(before day: Day, otherThan version: String) -> String? {
    daysByArm.filter { $0.key.stage == .production && $0.key.version != version }
      .compactMap { arm, days in days.last { $0 < day }.map { (arm.version, $0) } }
      .max { ($0.1, $1.0) < ($1.1, $0.0) }?.0
  }
}
