import Statistics

@testable import Assessment
@testable import Profiling

/// Profiles of a binary model, held in memory.
struct MemorySource: ProfileSource {
  private var profiles: [Arm: [Day: Profile]] = [:]

  var daysByArm: [Arm: [Day]] { profiles.mapValues { $0.keys.sorted() } }

  func profile(of arm: Arm, on days: [Day]) -> Profile {
    days.reduce(into: Profile()) { whole, day in
      if let part = profiles[arm]?[day] { whole.merge(part) }
    }
  }

  /// Adds a day of `rows` rows of which `right` were predicted rightly, half of them positive.
  mutating func add(
    _ version: String, _ stage: Stage = .production, on day: Day, rows: Int = 100, right: Int
  ) {
    let labels = (0..<rows).map { $0 % 2 }
    let predictions = labels.enumerated().map { $0 < right ? $1 : 1 - $1 }
    profiles[Arm(version: version, stage: stage), default: [:]][day] = Profile(
      labels: labels, predictions: predictions, scores: predictions.map(Double.init))
  }
}

extension MemorySource {
  /// The record by weeks; accuracy should be 0.7 or more.
  func weeks(
    expectations: [Expectation] = [
      Expectation(.accuracy, minimum: 0.7, origin: .configured)
    ],
    inputs: [(file: InputFile, days: ClosedRange<Day>)] = []
  ) throws -> [PeriodRecord] {
    try RecordBuilder(
      schema: .sample(.binary), settings: MeasureSettings(minimumRows: 30), evidence: .point,
      baseline: ReferenceBaseline(chunks: [:], stages: [:]), source: self,
      expectations: { _ in expectations }
    ).periods(.week, malformedRowCounts: [:], inputs: inputs)
  }
}

extension Day {
  /// The given day of a week of 2024, Monday being 1.
  static func week(_ week: Int, _ weekday: Int = 1) -> Day {
    // 2024-01-01 was a Monday.
    Day(year: 2024, month: 1, day: 1).advanced(by: 7 * (week - 1) + weekday - 1)
  }
}
