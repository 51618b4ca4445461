/// How the service behind the model did.
extension MetricDefinition {
  static let requestCount = MetricDefinition(
    .requestCount, family: .operations, title: "Requests",
    plainMeaning: "How many times the model was asked, failed attempts included.",
    formula: """
      Number of rows, failed requests included, each version and id counted once. 0 for a period \
      without rows. Only for models whose log tells failed requests.
      """,
    unit: .count, direction: .neutral, lowest: 0,
    source: "Broadsheet",
    limits: "Requests that never reached the log do not count.")

  static let errorShare = MetricDefinition(
    .errorShare, family: .operations, title: "Failed requests",
    plainMeaning: "The share of requests that failed.",
    formula: """
      Rows whose error column is not empty ÷ rows. No value for a period without rows or a model \
      without such a column.
      """,
    unit: .share, direction: .lowerIsBetter, lowest: 0, highest: 1,
    intervalMethod: IntervalMethod.wilson,
    source: "Broadsheet",
    limits: """
      It knows only failures that were written to the log. Wrong answers are no failures here.
      """)

  static let latencyMsP50 = MetricDefinition(
    .latencyMsP50, family: .operations, title: "Median response time",
    plainMeaning: "Half of the requests were answered faster than this.",
    formula: """
      Of the n response times in ascending order, counted from 0, the one at position 0.5 × (n − \
      1), with linear interpolation between neighbours, in milliseconds. No value without a \
      response time.
      """,
    unit: .milliseconds, direction: .lowerIsBetter, lowest: 0,
    intervalMethod: IntervalMethod.orderStatistics,
    source: "NumPy quantile with its default method, linear",
    limits: """
      It hides slow requests. Beyond 16,384 different times it is within 0.02 % of the exact \
      value.
      """)

  static let latencyMsP95 = MetricDefinition(
    .latencyMsP95, family: .operations, title: "95 % quantile of the response time",
    plainMeaning: "Nineteen requests in twenty were answered faster than this.",
    formula: """
      Of the n response times in ascending order, counted from 0, the one at position 0.95 × (n − \
      1), with linear interpolation between neighbours, in milliseconds. No value without a \
      response time.
      """,
    unit: .milliseconds, direction: .lowerIsBetter, lowest: 0,
    intervalMethod: IntervalMethod.orderStatistics,
    source: "NumPy quantile with its default method, linear",
    limits: """
      With fewer than a few hundred requests it jumps. Beyond 16,384 different times it is within \
      0.02 % of the exact value.
      """)

  static let latencyMsP99 = MetricDefinition(
    .latencyMsP99, family: .operations, title: "99 % quantile of the response time",
    plainMeaning: "Ninety-nine requests in a hundred were answered faster than this.",
    formula: """
      Of the n response times in ascending order, counted from 0, the one at position 0.99 × (n − \
      1), with linear interpolation between neighbours, in milliseconds. No value without a \
      response time.
      """,
    unit: .milliseconds, direction: .lowerIsBetter, lowest: 0,
    intervalMethod: IntervalMethod.orderStatistics,
    source: "NumPy quantile with its default method, linear",
    limits: """
      With fewer than a few thousand requests it jumps. Beyond 16,384 different times it is within \
      0.02 % of the exact value.
      """)
}
