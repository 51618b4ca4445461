import Foundation

@testable import Charting

extension Samples {
  /// Two ROC curves, the diagonal and the decision in use.
  static let ranking = CurveChart(
    id: "roc", title: "ROC curve", description: "The area under the curve is 0.75.",
    series: [
      CurveSeries(
        name: "2014-04: area 0.750", path: .straight,
        points: (0...20).map { step in
          let x = Double(step) / 20
          return CurvePoint(
            x: x, y: pow(x, 1.0 / 3),
            text: step.isMultiple(of: 4) ? "false positive rate \(x)" : nil)
        }),
      CurveSeries(
        name: "reference: area 0.700", role: .secondary,
        points: [CurvePoint(x: 0, y: 0), CurvePoint(x: 0.3, y: 0.7), CurvePoint(x: 1, y: 1)]),
    ], shape: .square, xAxis: .share, xTitle: "false positive rate", yAxis: .share,
    yTitle: "true positive rate",
    lines: [CurveLine(from: (0, 0), to: (1, 1), label: "no better than chance")],
    marks: [CurveMark(x: 0.3, y: 0.67, label: "decision in use", text: "30 % and 67 %")])

  /// Dots with intervals, a strip of counts and one interval of full height.
  static let calibration = CurveChart(
    id: "calibration", title: "Calibration", description: "Promised 85 %, came true 72 %.",
    series: [
      CurveSeries(
        name: "came true", path: .none,
        points: (0..<10).map { bin in
          let x = Double(bin) / 10 + 0.05
          let y = x * 0.9 + 0.02
          return CurvePoint(
            x: x, y: y, lower: bin == 9 ? 0 : max(0, y - 0.06), upper: bin == 9 ? 1 : y + 0.05,
            note: "\(100 - 9 * bin) rows", text: "promised \(x), came true \(y)")
        })
    ], shape: .square, xAxis: .share, xTitle: "predicted probability", yAxis: .share,
    yTitle: "share that came true",
    lines: [CurveLine(from: (0, 0), to: (1, 1), label: "perfect calibration")],
    counts: (0..<10).map { bin in
      CurveCount(
        lower: Double(bin) / 10, upper: Double(bin + 1) / 10, count: 100 - 9 * bin,
        text: "\(100 - 9 * bin) rows")
    })

  /// Cumulative shares of three periods.
  static let arrival = CurveChart(
    id: "arrival", title: "Labels by days since prediction",
    description: "After 30 days 62 % of the labels had come.",
    series: [("2014-04", SeriesRole.primary, 0.62), ("2014-03", .secondary, 0.81)].map {
      name, role, end in
      CurveSeries(
        name: name, role: role, path: .stepsAfter,
        points: (0...10).map { step in
          CurvePoint(
            x: Double(step) * 3, y: end * Double(step) / 10, text: "after \(step * 3) days")
        })
    }, shape: .wide, xAxis: ValueAxis(zero: .included), xTitle: "days since the prediction",
    yAxis: .share, yTitle: "share of rows with a label")

  /// Twelve periods of features in every state.
  static let heat = HeatMapChart(
    id: "heat", title: "Drift by feature", description: "wind is beyond its limit since 2013-W09.",
    columns: weeks(12),
    rows: ["wind", "departure_delay", "a feature with a rather long name", "carrier"].enumerated()
      .map { row, name in
        HeatRow(
          label: name,
          cells: (0..<12).map { week in
            if row == 3, (4..<6).contains(week) { return .missing }
            let share = Double(week * (4 - row)) / 30
            let status: MarkStatus = share > 1 ? .breach : share > 0.7 ? .watch : .ok
            return HeatCell(
              share: share, status: status,
              text: DecimalText.fixed(share / 10, decimals: 3))
          })
      }, fullSquare: "the limit", remarks: ["3 more features stayed within their limits."])

  static let confusion = ConfusionChart(
    id: "confusion", title: "Labels and answers", description: "Of the high, 61.5 % were found.",
    classes: ["low", "high"], counts: [[1200, 300], [250, 400]])

  static let confusionOfMany = ConfusionChart(
    id: "confusion-8", title: "Labels and answers", description: "Eight classes.",
    classes: (1...8).map { "class number \($0)" },
    counts: (0..<8).map { label in
      (0..<8).map { label == $0 ? 90 : label == 7 ? 0 : (label * $0) % 4 }
    })

  /// Five groups over 26 weeks, one without data, one with a breach and a gap.
  static let multiples = SmallMultiplesChart(
    id: "multiples", title: "Accuracy by origin", description: "LGA fell in the last weeks.",
    periods: weeks(26),
    panels: ["EWR", "JFK", "LGA", "an airport with a long name", "closed"].enumerated().map {
      number, name in
      TrendPanel(
        title: name,
        points: (0..<26).map { week in
          guard number < 4, !(number == 1 && (9..<12).contains(week)) else { return .missing() }
          let value = 0.8 - Double(number) * 0.03 + Double((week * 7 + number) % 5) * 0.01
          let fall = number == 2 && week > 20 ? Double(week - 20) * 0.02 : 0
          return TrendPoint(value: value - fall, status: fall > 0.05 ? .breach : .ok)
        })
    },
    common: TrendSeries(
      name: "all rows", role: .context, points: (0..<26).map { _ in TrendPoint(value: 0.77) }),
    axis: ValueAxis(format: .percent, bounds: 0...1))

  static let curves: [(name: String, chart: any Chart)] = [
    ("curve-roc", ranking), ("curve-calibration", calibration), ("curve-arrival", arrival),
    ("heat", heat), ("confusion-2", confusion), ("confusion-8", confusionOfMany),
    ("multiples", multiples),
  ]

  static let hostileCurves: [any Chart] =
    [CurveChart.Shape.square, .wide].map { shape in
      CurveChart(
        id: ChartID(hostileText), title: hostileText, description: hostileText,
        series: [SeriesRole.primary, .secondary].map { role in
          CurveSeries(
            name: hostileText, role: role,
            points: [CurvePoint(x: 1, y: 1, note: hostileText, text: hostileText)])
        }, shape: shape, xAxis: ValueAxis(), xTitle: hostileText, yAxis: ValueAxis(),
        yTitle: hostileText, lines: [CurveLine(from: (0, 0), to: (1, 1), label: hostileText)],
        marks: [CurveMark(x: 1, y: 1, label: hostileText, text: hostileText)],
        counts: [CurveCount(lower: 0, upper: 1, count: 1, text: hostileText)],
        notes: [hostileText])
    } + [
      HeatMapChart(
        id: ChartID(hostileText), title: hostileText, description: hostileText,
        columns: [hostileText],
        rows: [
          HeatRow(
            label: hostileText, cells: [HeatCell(share: 2, status: .breach, text: hostileText)])
        ], fullSquare: hostileText, remarks: [hostileText]),
      ConfusionChart(
        id: ChartID(hostileText), title: hostileText, description: hostileText,
        classes: [hostileText, "b"], counts: [[1, 2], [3, 4]]),
      SmallMultiplesChart(
        id: ChartID(hostileText), title: hostileText, description: hostileText,
        periods: [hostileText],
        panels: [TrendPanel(title: hostileText, points: [TrendPoint(value: 1, text: hostileText)])],
        common: TrendSeries(name: hostileText, points: [TrendPoint(value: 1)]),
        axis: ValueAxis(format: .number(unit: hostileText))),
    ]
}
