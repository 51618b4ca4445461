@testable import Charting

/// Charts that tests share; made-up numbers that bring out one trait each.
enum Samples {
  static func weeks(_ count: Int) -> [String] {
    (0..<count).map { "2013-W" + ($0 + 1 < 10 ? "0" : "") + "\($0 + 1)" }
  }

  /// One model with intervals, a gap, both thresholds, every status and an event.
  static let auc: TrendChart = {
    let values: [Double?] = [
      0.712, 0.708, 0.715, 0.701, nil, nil, 0.698, 0.690, 0.694, 0.676, 0.668, 0.646, 0.655, 0.684,
      0.697, 0.702,
    ]
    let points = values.enumerated().map { index, value -> TrendPoint in
      guard let value else { return .missing("no labels arrived") }
      let status: MarkStatus =
        index == 6
        ? .insufficient
        : index == 15 ? .provisional : value < 0.65 ? .breach : value < 0.68 ? .watch : .ok
      let half = index == 6 ? 0.24 : 0.018
      return TrendPoint(
        value: value, lower: value - half, upper: value + half, status: status,
        text: "\(value), \(index == 6 ? 21 : 812) rows")
    }
    return TrendChart(
      id: "recidivism-auc", title: "Area under the ROC curve, recidivism risk score",
      description: "ROC AUC per week. It fell below the limit in week 12 and recovered.",
      periods: weeks(16), series: [TrendSeries(name: "gbm-1", points: points)],
      axis: ValueAxis(bounds: 0...1),
      expectations: [
        ExpectationLine(value: 0.65, label: "limit 0.65"),
        ExpectationLine(value: 0.68, label: "watch 0.68", kind: .watch),
      ],
      annotations: [ChartAnnotation(period: 12, label: "gbm-2 promoted")])
  }()

  /// Four series with crossing lines, ends close together, several events.
  static let groups: TrendChart = {
    let shapes: [(String, SeriesRole, Double, Int)] = [
      ("African-American", .primary, 0.46, 0), ("Caucasian", .secondary, 0.42, 3),
      ("Hispanic", .tertiary, 0.40, 0), ("Native American or Alaskan", .quaternary, 0.43, 5),
      ("all", .context, 0.43, 0),
    ]
    let series = shapes.enumerated().map { number, shape in
      TrendSeries(
        name: shape.0, role: shape.1,
        points: (0..<24).map { week in
          guard week >= shape.3, !(number == 1 && week == 14) else { return .missing() }
          let wave = Double((week * (number + 3) + number * 5) % 7) / 7 - 0.5
          return TrendPoint(
            value: shape.2 + wave * 0.04 - Double(week * number) * 0.0006,
            status: number == 0 && week == 20 ? .breach : .ok)
        })
    }
    return TrendChart(
      id: "selection", title: "Selection rate by race: the share of people rated high risk",
      description: "Selection rate per week and group.", periods: weeks(24), series: series,
      axis: ValueAxis(format: .percent, bounds: 0...1),
      expectations: [ExpectationLine(value: 0.36, label: "agreed minimum 36%")],
      annotations: [
        ChartAnnotation(period: 5, label: "gbm-2 in shadow"),
        ChartAnnotation(period: 9, label: "gbm-2 promoted to production"),
        ChartAnnotation(period: 22, label: "threshold moved"),
      ])
  }()

  /// A year of days: dense, in a unit, from zero.
  static let latency: TrendChart = {
    let points = (0..<365).map { day -> TrendPoint in
      if (200..<214).contains(day) { return .missing("no logs") }
      let value = 12 + Double((day * 37) % 19) / 6 + (day > 300 ? Double(day - 300) / 12 : 0)
      return TrendPoint(value: value, status: value > 19 ? .breach : .ok)
    }
    return TrendChart(
      id: "latency", title: "Waiting time, 95th percentile",
      description: "Minutes per day.",
      periods: (0..<365).map { "day \($0 + 1)" },
      series: [TrendSeries(name: "production", points: points)],
      axis: ValueAxis(format: .number(unit: "minutes"), zero: .included),
      expectations: [ExpectationLine(value: 19, label: "limit 19 minutes")])
  }()

  static let emptyTrend = TrendChart(
    id: "empty", title: "Calibration error", description: "No labels have arrived yet.",
    periods: weeks(8),
    series: [TrendSeries(name: "gbm-1", points: Array(repeating: .missing(), count: 8))])

  static let single = TrendChart(
    id: "single", title: "Accuracy", description: "One week only.", periods: ["2013-W36"],
    series: [
      TrendSeries(name: "gbm-1", points: [TrendPoint(value: 0.81, lower: 0.78, upper: 0.84)])
    ], axis: ValueAxis(format: .percent, bounds: 0...1))

  static let sparkline = Sparkline(
    id: "spark", title: "ROC AUC", description: "Falling, now below the limit.",
    periods: weeks(12),
    points: [0.71, 0.72, 0.715, 0.70, nil, 0.69, 0.70, 0.69, 0.68, 0.67, 0.66, 0.64].enumerated()
      .map { index, value in
        TrendPoint(value: value, status: value == nil ? .missing : index == 11 ? .breach : .ok)
      }, limit: 0.65)

  static func ages(_ count: Int) -> DistributionChart {
    let weights = (0..<count).map { Double(10 + ($0 * 7) % 11 + min($0, count - $0) * 3) }
    let shifted = weights.enumerated().map { $0.element * (1 + 0.5 * Double($0.offset % 3 - 1)) }
    return DistributionChart(
      id: ChartID("age-\(count)"), title: "Age", description: "Ages this week and in training.",
      shape: .numeric(
        (0..<count).map { bin in
          DistributionBin(
            lowerEdge: "\(18 + bin * 2)", upperEdge: "\(20 + bin * 2)",
            current: shifted[bin] / shifted.reduce(0, +),
            reference: weights[bin] / weights.reduce(0, +))
        }), currentName: "2013-W36", referenceName: "reference 2012", unit: "years, share of rows")
  }

  static let charges = DistributionChart(
    id: "charge", title: "Charge", description: "Charges this week and in training.",
    shape: .categorical(
      [
        DistributionCategory(label: "Battery", current: 0.31, reference: 0.24),
        DistributionCategory(label: "Driving while licence revoked", current: 0.12, reference: 0.2),
        DistributionCategory(
          label: "Possession of cannabis with intent to sell, manufacture or deliver",
          current: 0.09, reference: 0.085),
        DistributionCategory(label: "Arson", current: 0.004, reference: 0),
        DistributionCategory(label: "Forgery", current: nil, reference: 0.06, text: "suppressed"),
      ],
      others: DistributionCategory(label: "others (212)", current: 0.476, reference: 0.415)),
    currentName: "2013-W36", referenceName: "reference 2012")

  static let hostileText = "\"'</svg><script>alert(1)</script>&amp;\u{0}\u{1B} ]]> <!--"

  /// Every text of every chart is an attack.
  static let hostile: [any Chart] =
    [
      TrendChart(
        id: ChartID(hostileText), title: hostileText, description: hostileText,
        periods: [hostileText, hostileText],
        series: [SeriesRole.primary, .secondary].map { role in
          TrendSeries(
            name: hostileText, role: role,
            points: [
              TrendPoint(value: 1, upper: 90, text: hostileText),
              TrendPoint(value: 2, lower: 1.9, upper: 2.1, text: hostileText),
            ])
        }, axis: ValueAxis(format: .number(unit: hostileText)),
        expectations: [ExpectationLine(value: 1.5, label: hostileText)],
        annotations: [ChartAnnotation(period: 0, label: hostileText)]),
      Sparkline(
        id: ChartID(hostileText), title: hostileText, description: hostileText,
        periods: [hostileText], points: [TrendPoint(value: 1, text: hostileText)]),
      DistributionChart(
        id: ChartID(hostileText), title: hostileText, description: hostileText,
        shape: .categorical(
          [DistributionCategory(label: hostileText, current: 1, reference: 1, text: hostileText)],
          others: DistributionCategory(label: hostileText, current: 0, reference: 0)),
        currentName: hostileText, referenceName: hostileText, unit: hostileText),
      DistributionChart(
        id: ChartID(hostileText), title: hostileText, description: hostileText,
        shape: .numeric([
          DistributionBin(
            lowerEdge: hostileText, upperEdge: hostileText, current: 1, reference: 1,
            text: hostileText)
        ])), hostileDots,
    ] + hostileCurves

  /// All well-meant charts, by the name of their golden file.
  static let named: [(name: String, chart: any Chart)] =
    [
      ("trend-auc", auc), ("trend-groups", groups), ("trend-latency", latency),
      ("trend-empty", emptyTrend), ("trend-single", single), ("sparkline", sparkline),
      ("distribution-1", ages(1)), ("distribution-10", ages(10)), ("distribution-30", ages(30)),
      ("distribution-categories", charges), ("dots", dots), ("dots-ratios", ratios),
    ] + curves

  /// Extremes that must neither trap nor leave the picture.
  static let extremes: [TrendChart] = {
    let values: [[Double]] = [
      [1e300, -1e300], [1e99, -1e99], [.leastNonzeroMagnitude, 0], [0, 0], [1e15, 1e15 + 2],
      [-7, -7],
      [.nan, .infinity], [123_456_789, 123_456_790],
    ]
    return values.enumerated().map { number, values in
      TrendChart(
        id: ChartID("extreme-\(number)"), title: "Extreme", description: "",
        periods: ["the first of two rather long names of periods", "the second, not shorter"],
        series: [
          TrendSeries(
            name: "one", points: values.map { TrendPoint(value: $0, upper: .infinity) }),
          TrendSeries(name: "two", role: .secondary, points: values.map { TrendPoint(value: $0) }),
        ],
        expectations: [
          ExpectationLine(value: .infinity, label: "never"),
          ExpectationLine(value: values[0], label: "a limit with a long name, in many words"),
        ],
        annotations: (-1...6).map { ChartAnnotation(period: $0 % 2, label: "event \($0)") })
    }
  }()
}
