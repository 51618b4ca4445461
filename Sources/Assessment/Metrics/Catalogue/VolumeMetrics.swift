/// How much arrived: rows, labels, copies and unreadable rows.
extension MetricDefinition {
  static let rowCount = MetricDefinition(
    .rowCount, family: .volume, title: "Rows",
    plainMeaning: "How many predictions were recorded in the period.",
    formula: """
      Number of rows, each version and id counted once. Rows that could not be read are left out. \
      0 for a period without rows.
      """,
    unit: .count, direction: .neutral, lowest: 0,
    source: "Broadsheet",
    limits: """
      It does not tell whether the right rows arrived. Compare it with the number of requests that \
      the service itself reports.
      """)

  static let labelCount = MetricDefinition(
    .labelCount, family: .volume, title: "Labels",
    plainMeaning: "How many of the predictions have a known outcome so far.",
    formula: """
      Number of rows whose label is present, whether or not they have a prediction. 0 when no \
      label has arrived.
      """,
    unit: .count, direction: .higherIsBetter, lowest: 0,
    source: "Broadsheet",
    limits: "It keeps growing after the period has ended, because labels arrive late.")

  static let labelCoverage = MetricDefinition(
    .labelCoverage, family: .volume, title: "Label coverage",
    plainMeaning: "The share of predictions whose real outcome is known.",
    formula: "Rows with a label ÷ rows. No value for a period without rows.",
    unit: .share, direction: .higherIsBetter, lowest: 0, highest: 1,
    intervalMethod: IntervalMethod.wilson,
    source: "Broadsheet",
    limits: """
      Outcomes that arrive early may differ from those that take long. With low coverage the \
      performance figures describe only the early ones.
      """)

  static let labelDelayDaysP50 = MetricDefinition(
    .labelDelayDaysP50, family: .volume, title: "Median label delay",
    plainMeaning: """
      How many days it takes until the real outcome is known. Half of the outcomes came sooner.
      """,
    formula: """
      Median of label time − prediction time in days of 86,400 seconds, over the rows whose label \
      carries a time; of an even number, the middle between the two middle values. No value \
      without such a row.
      """,
    unit: .days, direction: .lowerIsBetter,
    intervalMethod: IntervalMethod.orderStatistics,
    source: "NumPy median",
    limits: """
      Only outcomes that have arrived count, so the figure of a recent period is too low. A \
      negative value means that labels carry earlier times than their predictions. Beyond 16,384 \
      different delays it is within 0.02 % of the exact value.
      """)

  static let duplicateIdCount = MetricDefinition(
    .duplicateIdCount, family: .volume, title: "Repeated rows",
    plainMeaning: """
      How many rows arrived more than once. The copies are left out, so that nothing is counted \
      twice.
      """,
    formula: """
      Number of rows whose version and id had been read before. They are counted here and left out \
      of every other metric.
      """,
    unit: .count, direction: .lowerIsBetter, lowest: 0,
    source: "Broadsheet",
    limits: """
      Without a column of ids no copy can be recognised. A file that is offered again unchanged is \
      skipped as a whole and adds nothing here.
      """)

  static let malformedRowCount = MetricDefinition(
    .malformedRowCount, family: .volume, title: "Unreadable rows",
    plainMeaning: "How many rows could not be read and were left out.",
    formula: """
      Number of rows that were left out as unreadable, such as rows with a wrong number of fields \
      or without a valid time.
      """,
    unit: .count, direction: .lowerIsBetter, lowest: 0,
    source: "Broadsheet",
    limits: """
      It counts rows, not causes. A row that can be read but holds a wrong value does not count; \
      see wrong types and values out of range.
      """)
}
