@testable import Charting

extension Samples {
  /// Two attributes around the value over all rows: every kind of row.
  static let dots = DotChart(
    id: "rates", title: "False positive rate by group",
    description: "African-American 42.3 %, above all rows at 31.0 %.",
    sections: [
      DotSection(
        title: "race",
        rows: [
          DotRow(
            label: "African-American", value: 0.423, lower: 0.398, upper: 0.449, status: .breach,
            note: "1,514 rows"),
          DotRow(label: "Caucasian", value: 0.22, lower: 0.196, upper: 0.246, note: "1,007 rows"),
          DotRow(
            label: "Native American or Alaskan", value: 0.35, lower: 0.12, upper: 0.72,
            status: .insufficient, note: "12 rows"),
          DotRow(label: "Other", value: nil, status: .missing, valueText: "not published (<10)"),
        ]),
      DotSection(
        title: "sex",
        rows: [
          DotRow(label: "Female", value: 0.28, lower: 0.245, upper: 0.318, status: .watch),
          DotRow(label: "Male", value: 0.316, lower: 0.299, upper: 0.334),
        ]),
    ], axis: .share,
    rules: [
      DotRule(value: 0.31, label: "all rows 31.0 %"),
      DotRule(value: 0.36, label: "at most 36 %", kind: .limit),
    ])

  /// Ratios around one, with the lines of the four-fifths rule and an interval that is cut off.
  static let ratios = DotChart(
    id: "ratios", title: "Impact ratio", description: "Two groups are below 0.8.",
    sections: [
      DotSection(rows: [
        DotRow(label: "Caucasian", value: 1, note: "compared with"),
        DotRow(
          label: "African-American", value: 0.71, lower: 0.67, upper: 0.755, status: .breach),
        DotRow(label: "Asian", value: 1.1, lower: 0.4, upper: 9.5, status: .insufficient),
        DotRow(label: "Hispanic", value: 0.86, lower: 0.8, upper: 0.93),
      ])
    ],
    rules: [
      DotRule(value: 0.8, label: "0.80", kind: .watch), DotRule(value: 1, label: "equal"),
      DotRule(value: 1.25, label: "1.25", kind: .watch),
    ])

  static let dotExtremes: [DotChart] = {
    let values: [[Double?]] = [
      [], [nil], [.nan, .infinity], [0], [5, 5, 5], [1e300, 1], [1e99, -1e99], [1e15, 1e15 + 2],
      [-3, nil, -3.0000001],
    ]
    return values.enumerated().map { number, values in
      DotChart(
        id: ChartID("dots-\(number)"), title: "Extreme", description: "",
        sections: [
          DotSection(
            title: "a section with a title that is rather too long for one line of the picture",
            rows: values.map { value in
              DotRow(
                label: "a group with a long name, in many words", value: value,
                lower: -.infinity, upper: value)
            })
        ],
        rules: [
          DotRule(value: .nan, label: "never"), DotRule(value: 4, label: "one"),
          DotRule(value: 4, label: "the same"),
        ])
    }
  }()

  static let hostileDots = DotChart(
    id: ChartID(hostileText), title: hostileText, description: hostileText,
    sections: [
      DotSection(
        title: hostileText,
        rows: [
          DotRow(
            label: hostileText, value: 1, lower: 0, upper: 3, valueText: hostileText,
            note: hostileText, text: hostileText)
        ])
    ], axis: ValueAxis(format: .number(unit: hostileText)),
    rules: [DotRule(value: 1, label: hostileText)])
}
