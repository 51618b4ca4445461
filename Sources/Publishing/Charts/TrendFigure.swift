import Assessment
import Charting
import Profiling

/// A metric over periods as a chart: the leading version, versions beside it, limits and changes.
struct TrendFigure {
  let model: ModelRecord
  let key: MetricKey
  /// Indices into the periods of the model that the chart shows.
  let range: Range<Int>

  private var periods: ArraySlice<PeriodRecord> { model.periods[range] }

  /// The chart, or nothing when no period has a value.
  func chart(id: String, heading: ChartHeading) -> TrendChart? {
    let series = [leading] + others
    guard series.contains(where: { $0.points.contains { $0.value != nil } }) else { return nil }
    return TrendChart(
      id: ChartID(id), title: title, description: description,
      periods: periods.map(\.period.description), series: series,
      axis: ValueAxis(key.metric, unit: key.feature == nil ? model.identity.labelUnit : nil),
      expectations: limits, annotations: changes, heading: heading)
  }

  /// The same as a line the size of a word.
  func sparkline(id: String) -> Sparkline? {
    let points = leading.points
    guard points.contains(where: { $0.value != nil }) else { return nil }
    return Sparkline(
      id: ChartID(id), title: title, description: description,
      periods: periods.map(\.period.description), points: points, axis: ValueAxis(key.metric))
  }

  var title: String { key.subject }

  /// First, last, lowest and highest value in words: what a reader would take from the line.
  var description: String {
    let found = periods.compactMap { record -> (Period, Double, FigureText, MetricValue)? in
      guard let arm = record.leading, let metric = record.served(key),
        let value = metric.estimate.value
      else { return nil }
      let figure = FigureText(arm, of: model.identity)
      return figure.suppression.hides(metric) ? nil : (record.period, value, figure, metric)
    }
    // All in the digits of the latest.
    let known = found.map { period, value, _, metric in
      (
        period: period, value: value,
        text: found.last.map { $0.2.text(value, as: $0.3) } ?? ""
      )
    }
    guard let first = known.first, let last = known.last else { return "No value yet." }
    guard known.count > 1 else { return "\(first.text) \(first.period.inWords)." }
    if Set(known.map(\.text)).count == 1 {
      return "\(first.text) throughout, from \(first.period.name) "
        + "to \(last.period.name(beside: first.period))."
    }
    let low = known.min { $0.value < $1.value } ?? first
    let high = known.max { $0.value < $1.value } ?? last
    // What stands at one end of the line is said there.
    func end(_ text: String) -> String {
      guard known.count > 2 else { return "" }
      return text == low.text ? ", the lowest," : text == high.text ? ", the highest," : ""
    }
    // A year is left out where no other could be meant.
    let isOneYear = last.period.name(beside: first.period) != last.period.name
    let ends = [first.text, last.text]
    let rest = [("lowest", low), ("highest", high)].filter { !ends.contains($0.1.text) }.map {
      "\($0) \($1.text) "
        + (isOneYear ? $1.period.inWords(beside: first.period) : $1.period.inWords)
    }
    let line =
      "From \(first.text)\(end(first.text)) \(first.period.inWords) to \(last.text)"
      + (last.text == first.text ? "" : end(last.text))
      + " \(last.period.inWords(beside: first.period))"
    // A window that begins after the first period moves, and so do its ends.
    let window =
      range.lowerBound > 0
      ? "The last \(Plural.count(range.count, model.identity.periodKind.noun)): "
        + line.prefix(1).lowercased() + line.dropFirst() : line
    return rest.isEmpty ? "\(window)." : "\(window); \(rest.joined(separator: ", "))."
  }

  private var leading: TrendSeries {
    TrendSeries(
      name: others.isEmpty ? "all rows" : "in production", role: .primary,
      points: periods.map { record in
        record.leading.map { point($0, record.served(key)) } ?? .missing("no predictions arrived")
      })
  }

  /// The versions that ran beside the leading one; at most three, in the order of their arms.
  private var others: [TrendSeries] {
    // A version that leads in another period has its line already: the odd days around a change of
    // version would only be a second mark of the same name.
    let leaders = Set(periods.compactMap { $0.leading?.arm })
    let arms = Set(periods.flatMap { $0.arms.dropFirst().map(\.arm) }).subtracting(leaders)
      .sorted()
    let roles: [SeriesRole] = [.secondary, .tertiary, .quaternary]
    return zip(arms.filter(hasValue), roles).map { arm, role in
      TrendSeries(
        name: "\(arm.name) \(arm.stage.inWords)", role: role,
        points: periods.map { record in
          record.arms.dropFirst().first { $0.arm == arm }.map { point($0, $0[key]) }
            ?? TrendPoint(value: nil, text: "–")
        })
    }
  }

  private func hasValue(_ arm: Arm) -> Bool {
    periods.contains { record in
      record.arms.dropFirst().contains { $0.arm == arm && $0[key]?.estimate.value != nil }
    }
  }

  private func point(_ record: ArmRecord, _ value: MetricValue?) -> TrendPoint {
    let figure = FigureText(record, of: model.identity)
    guard record.rowCount > 0, let value else { return .missing() }
    let text = figure.full(value) + limitThen(record, figure)
    guard let number = value.estimate.value, !figure.suppression.hides(value) else {
      let isFew = if case .tooFewRows = value.estimate.reason { true } else { false }
      // A figure that is kept back is a gap: there is data.
      let kept: MarkStatus = value.estimate.isWithheld ? .ok : .missing
      return TrendPoint(value: nil, status: isFew ? .insufficient : kept, text: text)
    }
    let status = record.finding(of: key)?.status
    return TrendPoint(
      value: number, lower: value.estimate.interval?.lower, upper: value.estimate.interval?.upper,
      status: mark(status, record), text: text)
  }

  /// The limits that held for a period, where they are not those that the chart draws.
  private func limitThen(_ record: ArmRecord, _ figure: FigureText) -> String {
    guard let rule = record.finding(of: key)?.expectation, let latest = latestRule,
      rule.isDerived, rule.limits != latest.finding.expectation.limits
    else { return "" }
    return ", limit then \(rule.agreed { figure.limit($0, of: rule) })"
  }

  /// A figure on labels that are still coming in is provisional, unless it already stands out.
  private func mark(_ status: Status?, _ record: ArmRecord) -> MarkStatus {
    switch status {
    case .watch: return .watch
    case .breach: return .breach
    case .insufficient: return .insufficient
    case .missing: return .missing
    case .ok, nil:
      return record.maturity(of: key)?.state == .provisional ? .provisional : .ok
    }
  }

  /// Where nobody agreed a limit for the ratio of two groups, the line from which on it deserves an
  /// explanation.
  private var guides: [ExpectationLine] {
    guard key.metric == .demographicParityRatio else { return [] }
    return [
      ExpectationLine(
        value: FairnessSentences.fourFifths, label: "four fifths: 0.8", kind: .watch)
    ]
  }

  /// What is expected last in the range, and of which arm.
  private var latestRule: (arm: ArmRecord, finding: Finding)? {
    for period in periods.reversed() {
      if let arm = period.leading, let finding = arm.finding(of: key) { return (arm, finding) }
    }
    return nil
  }

  /// The limits of the latest expectation in the range.
  private var limits: [ExpectationLine] {
    guard let latest = latestRule else { return guides }
    let rule = latest.finding.expectation
    let figure = FigureText(latest.arm, of: model.identity)
    func line(_ value: Double?, _ name: String, _ kind: ExpectationLine.Kind) -> ExpectationLine? {
      value.map {
        ExpectationLine(value: $0, label: "\(name) \(figure.limit($0, of: rule))", kind: kind)
      }
    }
    return [
      line(rule.minimum, "at least", .limit), line(rule.maximum, "at most", .limit),
      line(rule.watchBelow, "look below", .watch), line(rule.watchAbove, "look above", .watch),
    ].compactMap { $0 }
  }

  private var changes: [ChartAnnotation] {
    periods.enumerated().flatMap { offset, record in
      record.promotions.filter { $0.replaced != nil }.map {
        ChartAnnotation(period: offset, label: "\($0.version) takes over")
      }
    }
  }
}
