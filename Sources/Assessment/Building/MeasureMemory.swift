package import Profiling

/// What is known of a period before any profile is read.
package struct PeriodPlan: Sendable {
  package let period: Period
  package let range: Range<Day>
  /// The days with rows by arm; arms without any are left out.
  package let days: [Arm: [Day]]
  /// Versions that began to serve in the period.
  package let promotions: [PromotionStart]
  /// The arms and days before the period that the promotions look back on.
  package let earlierDays: [Arm: [Day]]

  /// Every period from the first day with rows to the last.
  static func all(
    _ kind: PeriodKind, daysByArm: [Arm: [Day]], promotions: [PromotionStart]
  ) -> [PeriodPlan] {
    let all = daysByArm.values.joined()
    guard let first = all.min(), let last = all.max() else { return [] }
    var byPeriod: [Period: [Arm: [Day]]] = [:]
    for (arm, days) in daysByArm {
      for day in days {
        byPeriod[Period(kind, containing: day), default: [:]][arm, default: []].append(day)
      }
    }
    var plans: [PeriodPlan] = []
    var period = Period(kind, containing: first)
    while period.start <= last {
      let begun = promotions.filter { period.contains($0.day) }
      var earlier: [Arm: Set<Day>] = [:]
      for start in begun {
        for (arm, days) in start.days(in: daysByArm) { earlier[arm, default: []].formUnion(days) }
      }
      plans.append(
        PeriodPlan(
          period: period, range: period.start..<period.next.start, days: byPeriod[period] ?? [:],
          promotions: begun, earlierDays: earlier.mapValues { $0.sorted() }))
      period = period.next
    }
    return plans
  }
}

/// Everything that the measures of one period rest on beside the settings of the model.
package struct MeasureDependencies: Sendable {
  package let plan: PeriodPlan
  /// Rows left out as unreadable, by arm and day.
  package let malformedRowCounts: [Arm: [Day: Int]]
  /// The day from which the age of the period is counted; `nil` where no age counts.
  package let today: Day?
  /// For how many periods expectations were missed until the period before.
  package let streaks: Streaks
  /// The arm that led the period before: a period without rows is told of that one.
  package let armBefore: Arm?
}

/// What was measured of one period.
package struct MeasuredPeriod: Sendable {
  package let arms: [ArmRecord]
  package let comparisons: [ArmComparison]
  package let promotions: [Promotion]

  package init(arms: [ArmRecord], comparisons: [ArmComparison], promotions: [Promotion]) {
    self.arms = arms
    self.comparisons = comparisons
    self.promotions = promotions
  }
}

/// Where measures of earlier runs are kept.
package protocol MeasureMemory {
  /// What was measured when everything was as it is now, with the streaks after it; `nil` when it
  /// must be measured.
  func recall(
    _ dependencies: MeasureDependencies
  ) throws -> (measured: MeasuredPeriod, streaks: Streaks)?

  /// Hands over what was measured.
  func keep(
    _ measured: MeasuredPeriod, streaks: Streaks, for dependencies: MeasureDependencies
  ) throws
}

/// Remembers nothing: every period is measured.
package struct NoMeasureMemory: MeasureMemory {
  package init() {}

  package func recall(
    _ dependencies: MeasureDependencies
  ) -> (measured: MeasuredPeriod, streaks: Streaks)? { nil }

  package func keep(
    _ measured: MeasuredPeriod, streaks: Streaks, for dependencies: MeasureDependencies
  ) {}
}
