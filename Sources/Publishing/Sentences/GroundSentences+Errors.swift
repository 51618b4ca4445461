import Assessment

/// What one figure on errors leaves out, for readers who meet no other.
extension GroundSentences {
  /// The measure that stands for the model, where it is as expected and the answer is about another.
  var usual: String? {
    guard isPlain, let leading, leading.status != .ok, leading.family.isPerformance,
      let standard = standard(beside: leading), let number = standard.value.estimate.value,
      let (_, text) = text(of: standard.value.key.metric)
    else { return nil }
    let clause = clauses.words(standard.value.key).past(text, value: number).capitalizedFirst
    let within = "\(clause), within the limit (\(clauses.bounds(standard)))."
    guard leading.value.key.metric == .rSquared else { return within }
    return within
      + " The share of the ups and downs that is explained also falls when the outcomes "
      + "differ less among themselves."
  }

  /// The finding on the measure that stands for the model, where it is as expected and not the one
  /// that is told.
  private func standard(beside told: Finding) -> Finding? {
    guard let metric = context.history.primary, told.value.key.metric != metric else { return nil }
    return context.findings.first { $0.value.key == MetricKey(metric) && $0.status == .ok }
  }

  /// How an answer that counts large errors extra differs from the figure that counts all alike.
  var alike: String? {
    guard isPlain, usual == nil, leading?.value.key == MetricKey(.rootMeanSquaredError),
      let text = text(of: .meanAbsoluteError)?.text
    else { return nil }
    let clause = clauses.words(MetricKey(.meanAbsoluteError))
    return "With all errors counting alike, they were off by \(clause.measured(text)) on average."
  }

  /// That predictions lie to one side, where chance does not explain it and it makes up most of the
  /// error: the mean error is at least half of the mean absolute error, which it cannot exceed.
  var bias: String? {
    guard role == .productManager, leading?.value.key.metric != .meanError,
      let (value, text) = text(of: .meanError), let number = value.estimate.value,
      let interval = value.estimate.interval, interval.lower > 0 || interval.upper < 0,
      let size = self.text(of: .meanAbsoluteError)?.value.estimate.value,
      number.magnitude >= size / 2
    else { return nil }
    let clause = clauses.words(value.key).past(text, value: number).capitalizedFirst
    let run = biasRun(number > 0)
    let again = run > 1 ? ", for the \(Plural.ordinal(run)) \(context.noun) in a row" : ""
    return "\(clause)\(again), so most of the error goes one way."
  }

  /// For how many periods in a row, this one included, the mean error has lain on one side by more
  /// than chance explains.
  private func biasRun(_ isHigh: Bool) -> Int {
    context.model.periods[...context.index].reversed().prefix { period in
      guard let value = period.leading?[MetricKey(.meanError)],
        value.count >= context.identity.minimumRows, let interval = value.estimate.interval
      else { return false }
      return isHigh ? interval.lower > 0 : interval.upper < 0
    }.count
  }

  /// A figure of all rows that is measured and not kept back.
  private func text(of metric: Metric) -> (value: MetricValue, text: String)? {
    guard let figure = context.figure, let value = context.leading?[MetricKey(metric)],
      value.estimate.value != nil, value.count >= context.identity.minimumRows,
      !figure.suppression.hides(value)
    else { return nil }
    return (value, figure.short(value))
  }
}
