import Profiling

/// Finds the days on which a version began to serve, and what was known of it before.
struct PromotionFinder {
  let comparer: ArmComparer
  let daysByArm: [Arm: [Day]]

  /// Promotions in the order of their days; the first version of all is none.
  func promotions() throws -> [Promotion] {
    let starts = daysByArm.filter { $0.key.stage == .production }
      .compactMap { arm, days in days.first.map { (version: arm.version, day: $0) } }
      .sorted { ($0.day, $0.version) < ($1.day, $1.version) }
    return try starts.dropFirst().map { try promotion(of: $0.version, on: $0.day) }
  }

  private func promotion(of version: String, on day: Day) throws -> Promotion {
    guard let replaced = versionServing(before: day, otherThan: version) else {
      return Promotion(version: version, replaced: nil, day: day, months: [], overall: nil)
    }
    let production = Arm(version: replaced, stage: .production)
    let tried = [Stage.candidate, .shadow].map { Arm(version: version, stage: $0) }
      .first { (daysByArm[$0]?.first).map { $0 < day } ?? false }
    guard let tried else {
      return Promotion(version: version, replaced: replaced, day: day, months: [], overall: nil)
    }
    let beginning = daysByArm[tried]?.first ?? day
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

  /// The version that was in production on the last day before `day`.
  private func versionServing(before day: Day, otherThan version: String) -> String? {
    daysByArm.filter { $0.key.stage == .production && $0.key.version != version }
      .compactMap { arm, days in days.last { $0 < day }.map { (arm.version, $0) } }
      .max { ($0.1, $1.0) < ($1.1, $0.0) }?.0
  }
}
