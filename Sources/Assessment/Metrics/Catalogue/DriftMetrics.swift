/// How far a column has moved from the reference.
extension MetricDefinition {
  static let ksStatistic = MetricDefinition(
    .ksStatistic, family: .drift, scope: .feature, title: "Kolmogorov–Smirnov statistic",
    plainMeaning: """
      How far the values have moved from the reference data, at the point where the gap is widest. \
      0 means not at all, 1 means completely.
      """,
    formula: """
      Largest absolute value of F(x) − G(x) over all x, with F and G the shares of values at or \
      below x in the period and in the reference. Numeric columns only. No value without a \
      reference or without values on either side.
      """,
    unit: .plain, direction: .lowerIsBetter, lowest: 0, highest: 1,
    intervalMethod: IntervalMethod.smirnov,
    source: "SciPy ks_2samp, statistic",
    limits: """
      Exact while the reference has at most 4,096 different values; beyond, off by at most the \
      largest share of values that lies between two neighbouring reference points. It notices \
      shifts in the middle better than changes in the extremes.
      """)

  static let ksPValue = MetricDefinition(
    .ksPValue, family: .drift, scope: .feature, title: "Kolmogorov–Smirnov p-value",
    plainMeaning: """
      How likely a difference of this size is by chance alone, if nothing has changed. A small \
      value speaks against chance.
      """,
    formula: """
      Probability of a Kolmogorov–Smirnov statistic at least as large as the one found, two-sided, \
      if both samples come from one distribution; exact while neither side has more than 10,000 \
      values, else by the one-sample distribution at the size n × m ÷ (n + m). Numeric columns \
      only. No value without a reference or without values on either side.
      """,
    unit: .pValue, direction: .neutral, lowest: 0, highest: 1,
    source: "SciPy ks_2samp with method=auto, two-sided p-value",
    limits: """
      With many rows it becomes tiny for changes that do not matter; judge the size of a change by \
      a distance. Many equal values make it too large. Over many columns some small values are \
      expected by chance.
      """)

  static let chiSquaredStatistic = MetricDefinition(
    .chiSquaredStatistic, family: .drift, scope: .feature, title: "Chi-squared statistic",
    plainMeaning: """
      How far the frequencies of the categories have moved from the reference data. Larger means \
      further.
      """,
    formula: """
      Σ (observed − expected)² ÷ expected over the 2 × k table of reference and period by \
      category, expected being row total × column total ÷ grand total; no continuity correction. \
      Categorical columns only. No value without a reference or with fewer than two categories on \
      both sides together.
      """,
    unit: .plain, direction: .lowerIsBetter, lowest: 0,
    source: "SciPy chi2_contingency with correction=False",
    limits: """
      It grows with the number of rows and of categories, so values of different columns or \
      periods do not compare. Unreliable when expected counts fall below 5.
      """)

  static let chiSquaredPValue = MetricDefinition(
    .chiSquaredPValue, family: .drift, scope: .feature, title: "Chi-squared p-value",
    plainMeaning: """
      How likely a difference of this size is by chance alone, if nothing has changed. A small \
      value speaks against chance.
      """,
    formula: """
      Probability that a chi-squared variable with k − 1 degrees of freedom is at least as large \
      as the chi-squared statistic, k being the number of categories on both sides together. \
      Categorical columns only. No value where the statistic has none.
      """,
    unit: .pValue, direction: .neutral, lowest: 0, highest: 1,
    source: "SciPy chi2_contingency with correction=False",
    limits: """
      With many rows it becomes tiny for changes that do not matter; judge the size of a change by \
      a distance. Unreliable when expected counts fall below 5.
      """)

  static let psi = MetricDefinition(
    .psi, family: .drift, scope: .feature, title: "Population stability index",
    plainMeaning: """
      How much the mix of values has changed against the reference data. Below 0.1 is usually \
      called a small change, above 0.25 a large one.
      """,
    formula: """
      Σ (c − r) × ln(c ÷ r) over the bins, c and r being the shares of the period and of the \
      reference, each raised to 0.0001 where it is smaller, without rescaling; natural logarithm. \
      Bins: a numeric column is cut at the deciles of the reference (linear interpolation, equal \
      deciles merged), each bin including its upper edge; any other column has one bin for every \
      category seen on either side; among thousands, those not kept by name share a bin. No value \
      without a reference or without values on either side.
      """,
    unit: .plain, direction: .lowerIsBetter, lowest: 0,
    intervalMethod: IntervalMethod.stability,
    source: "N. Siddiqi, Credit Risk Scorecards, Wiley 2006",
    limits: """
      It depends on the number of rows and bins: with few rows it is large by chance alone. Other \
      tools cut bins and treat empty ones differently, so their values do not compare.
      """)

  static let jensenShannonDistance = MetricDefinition(
    .jensenShannonDistance, family: .drift, scope: .feature, title: "Jensen–Shannon distance",
    plainMeaning: """
      How different the mix of values is from the reference data. 0 means the same; 0.83 means \
      nothing in common.
      """,
    formula: """
      √((Σ c × ln(c ÷ m) + Σ r × ln(r ÷ m)) ÷ 2) over the bins, with m = (c + r) ÷ 2, c and r the \
      shares of the period and of the reference, natural logarithm; an empty share adds 0. Bins: a \
      numeric column is cut at the deciles of the reference (linear interpolation, equal deciles \
      merged), each bin including its upper edge; any other column has one bin for every category \
      seen on either side; among thousands, those not kept by name share a bin. No value without a \
      reference or without values on either side.
      """,
    unit: .plain, direction: .lowerIsBetter, lowest: 0, highest: 0.832_554_611_157_697_7,
    intervalMethod: IntervalMethod.divergence,
    source: "SciPy spatial.distance.jensenshannon with its default base e",
    limits: """
      With few rows it is above 0 by chance alone. Tools that use base 2 show values that are 1.2 \
      times as large.
      """)

  static let klDivergence = MetricDefinition(
    .klDivergence, family: .drift, scope: .feature, title: "Kullback–Leibler divergence",
    plainMeaning: """
      How surprising the mix of values is to somebody who expects the reference data. 0 means not \
      at all.
      """,
    formula: """
      Σ c × ln(c ÷ r) over the bins, c and r being the shares of the period and of the reference, \
      each raised to 0.0001 where it is smaller, without rescaling; natural logarithm; a sum below \
      0 is taken as 0. Bins: a numeric column is cut at the deciles of the reference \
      (linear interpolation, equal deciles merged), each bin including its upper edge; any other \
      column has one bin for every category seen on either side; among thousands, those not kept \
      by name share a bin. No value without a reference or without values on either side.
      """,
    unit: .plain, direction: .lowerIsBetter, lowest: 0,
    intervalMethod: IntervalMethod.divergence,
    source: "SciPy stats.entropy(period, reference)",
    limits: """
      It is not symmetric: exchanging period and reference gives another value. Categories that \
      are new weigh heavily, and how heavily depends on the 0.0001.
      """)

  static let hellingerDistance = MetricDefinition(
    .hellingerDistance, family: .drift, scope: .feature, title: "Hellinger distance",
    plainMeaning: """
      How different the mix of values is from the reference data. 0 means the same, 1 means \
      nothing in common.
      """,
    formula: """
      √(Σ (√c − √r)² ÷ 2) over the bins, c and r being the shares of the period and of the \
      reference. Bins: a numeric column is cut at the deciles of the reference (linear \
      interpolation, equal deciles merged), each bin including its upper edge; any other column \
      has one bin for every category seen on either side; among thousands, those not kept by name \
      share a bin. No value without a reference or without values on either side.
      """,
    unit: .plain, direction: .lowerIsBetter, lowest: 0, highest: 1,
    intervalMethod: IntervalMethod.divergence,
    source: "E. Hellinger 1909; L. Le Cam, G. L. Yang, Asymptotics in Statistics, Springer 2000",
    limits: """
      With few rows it is above 0 by chance alone. It reacts strongly to rare values that come or \
      go.
      """)

  static let totalVariationDistance = MetricDefinition(
    .totalVariationDistance, family: .drift, scope: .feature, title: "Total variation distance",
    plainMeaning: """
      The share of the values that would have to change to get back the mix of the reference data.
      """,
    formula: """
      Σ abs(c − r) ÷ 2 over the bins, c and r being the shares of the period and of the reference. \
      Bins: a numeric column is cut at the deciles of the reference (linear interpolation, equal \
      deciles merged), each bin including its upper edge; any other column has one bin for every \
      category seen on either side; among thousands, those not kept by name share a bin. No value \
      without a reference or without values on either side.
      """,
    unit: .plain, direction: .lowerIsBetter, lowest: 0, highest: 1,
    intervalMethod: IntervalMethod.absoluteDifferences,
    source: "D. A. Levin, Y. Peres, Markov Chains and Mixing Times, 2017, section 4.1",
    limits: """
      With few rows it is above 0 by chance alone. For numbers it does not tell how far values \
      moved, only that they changed bins.
      """)

  static let wassersteinDistance = MetricDefinition(
    .wassersteinDistance, family: .drift, scope: .feature, title: "Wasserstein distance",
    plainMeaning: """
      How far, on average, a value would have to move to get back the spread of the reference \
      data.
      """,
    formula: """
      Area between F and G: the integral over x of the absolute value of F(x) − G(x), with F and G \
      the shares of values at or below x in the period and in the reference. Numeric columns only. \
      No value without a reference or without values on either side.
      """,
    unit: .sameAsColumn, direction: .lowerIsBetter, lowest: 0,
    intervalMethod: IntervalMethod.transport,
    source: "SciPy wasserstein_distance",
    limits: """
      It has the unit of the column, so columns do not compare. Of values between two neighbouring \
      reference points only the number is known, so the result is approximate there.
      """)

  static let normalisedWassersteinDistance = MetricDefinition(
    .normalisedWassersteinDistance, family: .drift, scope: .feature,
    title: "Normalised Wasserstein distance",
    plainMeaning: """
      How far, on average, a value would have to move to get back the reference data, as a \
      multiple of its usual spread.
      """,
    formula: """
      Wasserstein distance ÷ standard deviation of the reference (with n), or ÷ 0.001 where that \
      is smaller, so that a column that was constant can still be judged. Numeric columns only. No \
      value without a reference or without values on either side.
      """,
    unit: .plain, direction: .lowerIsBetter, lowest: 0,
    intervalMethod: IntervalMethod.transport,
    source: "SciPy wasserstein_distance; scaling as in Evidently and Azure Machine Learning",
    limits: """
      A few extreme values in the reference widen its spread and hide changes. A column whose \
      values differ by less than 0.001 should be given in a smaller unit.
      """)

  static let driftedFeatureShare = MetricDefinition(
    .driftedFeatureShare, family: .drift, title: "Drifted features",
    plainMeaning: """
      The share of the model’s inputs whose values have clearly changed against the reference \
      data.
      """,
    formula: """
      Features with a population stability index above 0.25 ÷ features that have one. No value \
      when no feature has one.
      """,
    unit: .share, direction: .lowerIsBetter, lowest: 0, highest: 1,
    intervalMethod: IntervalMethod.certainFeatures,
    source: """
      Evidently, share of drifted columns, here with the usual cut-off of the population stability \
      index
      """,
    limits: """
      Every feature counts the same, however little the model uses it. With few rows features \
      drift by chance.
      """)
}
