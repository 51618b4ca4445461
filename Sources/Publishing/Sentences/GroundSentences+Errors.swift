import Assessment

/// What one figure on errors leaves out, for readers who meet no other.
extension GroundSentences {
  /// How an answer that counts large errors extra differs from the figure that counts all alike.
  var alike: String? {
    guard isPlain, leading?.value.key == MetricKey(.rootMeanSquaredError),
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
    return "\(clause), so most of the error goes one way."
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
