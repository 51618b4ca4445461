/// The state of one column: what is missing or out of place, and where its values lie.
extension MetricDefinition {
  static let missingShare = MetricDefinition(
    .missingShare, family: .quality, scope: .feature, title: "Missing values",
    plainMeaning: "How often this column was empty.",
    formula: """
      Rows without a value ÷ rows. Text in a column of numbers is a wrong type, not a missing \
      value. No value for a period without rows.
      """,
    unit: .share, direction: .lowerIsBetter, lowest: 0, highest: 1,
    intervalMethod: IntervalMethod.wilson,
    source: "Broadsheet",
    limits: "Stand-ins such as −1, 0 or the word unknown are values and do not count as missing.")

  static let outOfRangeShare = MetricDefinition(
    .outOfRangeShare, family: .quality, scope: .feature, title: "Values out of range",
    plainMeaning: "How often a number was smaller or larger than any in the reference data.",
    formula: """
      Numbers below the reference’s minimum or above its maximum ÷ numbers. Numeric columns only. \
      No value without a reference or without numbers.
      """,
    unit: .share, direction: .lowerIsBetter, lowest: 0, highest: 1,
    intervalMethod: IntervalMethod.wilson,
    source: "Broadsheet",
    limits: """
      One extreme value in the reference hides others like it. With a small reference, ordinary \
      new values look out of range.
      """)

  static let newCategoryShare = MetricDefinition(
    .newCategoryShare, family: .quality, scope: .feature, title: "New categories",
    plainMeaning: "How often a value appeared that the reference data does not have.",
    formula: """
      Values that the reference does not have ÷ values, missing ones left out. Categorical columns \
      only. No value without a reference or without values.
      """,
    unit: .share, direction: .lowerIsBetter, lowest: 0, highest: 1,
    intervalMethod: IntervalMethod.wilson,
    source: "Broadsheet",
    limits: """
      A new spelling of a known value counts as new. When the reference has thousands of \
      categories, its rarest are not kept by name, and values like them count as new.
      """)

  static let typeMismatchShare = MetricDefinition(
    .typeMismatchShare, family: .quality, scope: .feature, title: "Wrong types",
    plainMeaning: "How often a column of numbers held something that is not a number.",
    formula: """
      Values of a numeric column that are no number ÷ rows. Numeric columns only. No value for a \
      period without rows.
      """,
    unit: .share, direction: .lowerIsBetter, lowest: 0, highest: 1,
    intervalMethod: IntervalMethod.wilson,
    source: "Broadsheet",
    limits: "A number in a wrong unit is still a number and is not found here.")

  static let mean = MetricDefinition(
    .mean, family: .quality, scope: .feature, title: "Mean",
    plainMeaning: "The average value of this column.",
    formula: """
      Σ x ÷ n over the n numbers of the column; missing values and text are left out. No value \
      without a number.
      """,
    unit: .sameAsColumn, direction: .neutral,
    intervalMethod: IntervalMethod.studentT,
    source: "NumPy mean",
    limits: "A few very large values can move it far. Read it together with the median.")

  static let standardDeviation = MetricDefinition(
    .standardDeviation, family: .quality, scope: .feature, title: "Standard deviation",
    plainMeaning: "How far the values of this column typically lie from their average.",
    formula: """
      √(Σ (x − mean)² ÷ (n − 1)) over the n numbers of the column. No value with fewer than two \
      numbers.
      """,
    unit: .sameAsColumn, direction: .neutral, lowest: 0,
    intervalMethod: IntervalMethod.bonett,
    source: "NumPy std with ddof=1",
    limits: """
      A few extreme values dominate it. It says little about a column whose values fall into \
      separate groups.
      """)

  static let minimum = MetricDefinition(
    .minimum, family: .quality, scope: .feature, title: "Minimum",
    plainMeaning: "The smallest value of this column.",
    formula: "Smallest number of the column. No value without a number.",
    unit: .sameAsColumn, direction: .neutral,
    source: "NumPy min",
    limits: """
      It rests on a single row, which may be a mistake, and tends to fall as rows are added.
      """)

  static let maximum = MetricDefinition(
    .maximum, family: .quality, scope: .feature, title: "Maximum",
    plainMeaning: "The largest value of this column.",
    formula: "Largest number of the column. No value without a number.",
    unit: .sameAsColumn, direction: .neutral,
    source: "NumPy max",
    limits: """
      It rests on a single row, which may be a mistake, and tends to rise as rows are added.
      """)

  static let quantile05 = MetricDefinition(
    .quantile05, family: .quality, scope: .feature, title: "5 % quantile",
    plainMeaning: "One value in twenty is smaller than this.",
    formula: """
      Of the n numbers in ascending order, counted from 0, the one at position 0.05 × (n − 1), \
      with linear interpolation between neighbours. No value without a number.
      """,
    unit: .sameAsColumn, direction: .neutral,
    intervalMethod: IntervalMethod.orderStatistics,
    source: "NumPy quantile with its default method, linear",
    limits: """
      Exact when every value is one that the reference also has, up to 4,096 different ones; else \
      interpolated between two neighbouring reference values. With few rows it jumps from period \
      to period.
      """)

  static let quantile50 = MetricDefinition(
    .quantile50, family: .quality, scope: .feature, title: "Median",
    plainMeaning: "The value in the middle: half of the values are smaller, half are larger.",
    formula: """
      Of the n numbers in ascending order, counted from 0, the one at position 0.5 × (n − 1), with \
      linear interpolation between neighbours. No value without a number.
      """,
    unit: .sameAsColumn, direction: .neutral,
    intervalMethod: IntervalMethod.orderStatistics,
    source: "NumPy quantile with its default method, linear",
    limits: """
      Exact when every value is one that the reference also has, up to 4,096 different ones; else \
      interpolated between two neighbouring reference values. It does not show changes in the \
      extremes.
      """)

  static let quantile95 = MetricDefinition(
    .quantile95, family: .quality, scope: .feature, title: "95 % quantile",
    plainMeaning: "One value in twenty is larger than this.",
    formula: """
      Of the n numbers in ascending order, counted from 0, the one at position 0.95 × (n − 1), \
      with linear interpolation between neighbours. No value without a number.
      """,
    unit: .sameAsColumn, direction: .neutral,
    intervalMethod: IntervalMethod.orderStatistics,
    source: "NumPy quantile with its default method, linear",
    limits: """
      Exact when every value is one that the reference also has, up to 4,096 different ones; else \
      interpolated between two neighbouring reference values. With few rows it jumps from period \
      to period.
      """)

  static let distinctCount = MetricDefinition(
    .distinctCount, family: .quality, scope: .feature, title: "Distinct values",
    plainMeaning: "How many different values this column held.",
    formula: """
      Number of different values, missing ones and text in numeric columns left out. 0 for a \
      column without values.
      """,
    unit: .count, direction: .neutral, lowest: 0,
    intervalMethod: IntervalMethod.sketch,
    source: """
      NumPy unique; beyond the exact limits the estimate from the k smallest hash values \
      (Bar-Yossef et al. 2002)
      """,
    limits: """
      It grows with the number of rows, so compare periods of similar size. An estimate, typically \
      within 6 % of the new part, from 256 different numbers or 1,000 categories that the \
      reference does not have.
      """)
}
