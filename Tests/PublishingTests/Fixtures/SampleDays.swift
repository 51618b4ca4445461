import Assessment
import Profiling
import Publishing

/// The site of one reader and one model that reports every day, with more days than one page holds
/// and more trends than one page draws: pages of years and months, of trends by subject, and lists of
/// review meetings.
enum SampleDays {
  /// One page of each type that other samples lack.
  static let pages =
    [
      "daily/index.html", "daily/trends/groups/index.html", "daily/2024/index.html",
      "daily/2024/02/index.html", "daily/2024/02/trends/performance/index.html",
      "review/index.html",
      "review/2024/index.html", "review/2024/02/index.html",
    ].map { "data-scientist/" + $0 }

  /// Planned once, as the plan is a value and every test reads it.
  static let shared = Result {
    try SitePlanner(templates: TemplateCatalog()).plan(
      Publication(
        title: "Daily reports", organisation: nil, roles: [.dataScientist], models: [model],
        programVersion: "0.1.0"))
  }

  private static let model: ModelRecord = {
    var model = StoryFixture(
      id: "daily", title: "A daily model", kind: .day, unit: "minutes",
      expectations: [
        Expectation(.meanAbsoluteError, maximum: 15, watchAbove: 14, origin: .configured)
      ], months: (0..<62).map(day))
    model.months[40].rows = 0
    model.months[40].labels = 0
    return model.model
  }()

  private static func day(_ number: Int) -> StoryFixture.Month {
    let level = Double(11 + (number * 5) % 6)
    var day = StoryFixture.Month.with(.meanAbsoluteError, level, half: 0.6)
    let metrics: [(Metric, Double)] = [
      (.rootMeanSquaredError, level * 1.3), (.meanError, level - 13), (.rSquared, 0.7),
      (.meanAbsolutePercentageError, 0.3), (.absoluteErrorQuantile50, level * 0.8),
      (.absoluteErrorQuantile90, level * 2), (.labelCoverage, 1), (.driftedFeatureShare, 0.2),
    ]
    for (metric, value) in metrics { day = day.with(metric, value, half: 0.05 * level) }
    for (place, region) in ["north", "south & west", "<east>"].enumerated() {
      day = day.with(
        .meanAbsoluteError, level + Double(place), half: 1, slice: .where("region", region))
    }
    return day
  }
}
