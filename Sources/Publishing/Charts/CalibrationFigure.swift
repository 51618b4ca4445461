import Assessment
import Charting
import Profiling

/// What came true at each level of the score: calibration where the score is a probability.
struct CalibrationFigure {
  let calibration: Diagnostics.Calibration
  let identity: ModelIdentity
  let period: Period

  private static let share = NumberStyle(unit: .share)

  /// Bins of fewer rows are left out, lest a person be recognised.
  private var bins: [Diagnostics.Calibration.Bin] {
    calibration.bins.filter { $0.count >= identity.suppressBelow && $0.outcome.value != nil }
  }

  func chart(id: String, heading: ChartHeading) -> CurveChart? {
    guard !bins.isEmpty else { return nil }
    let isProbability = calibration.isProbability
    return CurveChart(
      id: ChartID(id), title: isProbability ? "Calibration" : "Outcome by score",
      description: description,
      series: [
        CurveSeries(name: "came true, with 95 % interval", path: .none, points: bins.map(point))
      ], shape: isProbability ? .square : .wide,
      xAxis: isProbability ? .share : scores, xTitle: isProbability ? "predicted" : "score",
      yAxis: .share, yTitle: "share that came true",
      lines: isProbability
        ? [CurveLine(from: (0, 0), to: (1, 1), label: "as predicted")] : [],
      counts: counts, notes: hidden, heading: heading)
  }

  /// The widest gap of a probability, else what came true at both ends of the score.
  var description: String {
    calibration.isProbability ? gapWords : endWords
  }

  private var gapWords: String {
    let judged = bins.filter { $0.count >= identity.minimumRows }
    let gap = { (bin: Diagnostics.Calibration.Bin) in
      ((bin.outcome.value ?? bin.meanScore) - bin.meanScore).magnitude
    }
    guard let widest = judged.max(by: { gap($0) < gap($1) }), let outcome = widest.outcome.value
    else {
      return "No level of the score has \(Plural.count(identity.minimumRows, "row")) "
        + "\(period.inWords)."
    }
    let isWithin =
      widest.outcome.interval.map { ($0.lower...$0.upper).contains(widest.meanScore) } ?? true
    return "The widest gap \(period.inWords): cases given about \(text(widest.meanScore)) came "
      + "true in \(text(outcome, widest)) of \(Plural.count(widest.count, "row")), "
      + (isWithin ? "which may be chance." : "more than chance would explain.")
  }

  private var endWords: String {
    guard let low = bins.first, let high = bins.last, let below = low.outcome.value,
      let above = high.outcome.value
    else { return "" }
    if bins.count == 1 { return "\(text(below, low)) came true \(period.inWords)." }
    return "Of the cases with a score of \(range(low)), \(text(below, low)) came true "
      + "\(period.inWords); of those with \(range(high)), \(text(above, high))."
  }

  private func point(_ bin: Diagnostics.Calibration.Bin) -> CurvePoint {
    let outcome = bin.outcome.value ?? 0
    let interval = bin.outcome.interval
    let rows = Plural.count(bin.count, "row")
    let ends = interval.map { "\(text($0.lower, bin)) to \(text($0.upper, bin))" }
    let bounds = ends.map { " (95 % interval \($0))" } ?? ""
    let level =
      calibration.isProbability ? "predicted \(text(bin.meanScore))" : "score \(range(bin))"
    return CurvePoint(
      x: bin.meanScore, y: outcome, lower: interval?.lower, upper: interval?.upper, note: rows,
      text: "\(level): \(text(outcome, bin)) came true\(bounds), \(rows)",
      valueText: text(outcome, bin), intervalText: ends)
  }

  /// A bar as wide as its bin; one of a single score as wide as the closest scores stand apart.
  private var counts: [CurveCount] {
    let middles = bins.map(\.meanScore)
    let pitch = zip(middles, middles.dropFirst()).map { $1 - $0 }.min() ?? 1
    return bins.map { bin in
      let half = bin.lower == bin.upper ? pitch / 2 : 0
      return CurveCount(
        lower: bin.lower - half, upper: bin.upper + half, count: bin.count,
        text: "\(range(bin)): \(Plural.count(bin.count, "row"))")
    }
  }

  /// From the lowest score that is drawn to the highest.
  private var scores: ValueAxis {
    let ends = counts.flatMap { [$0.lower, $0.upper] }
    guard let low = ends.min(), let high = ends.max(), low < high else { return ValueAxis() }
    return ValueAxis(bounds: low...high)
  }

  private var hidden: [String] {
    let count = calibration.bins.count - bins.count
    guard count > 0 else { return [] }
    return [
      "\(Plural.count(count, "level")) of the score with fewer than \(identity.suppressBelow) rows "
        + "\(count == 1 ? "is" : "are") not shown."
    ]
  }

  private func range(_ bin: Diagnostics.Calibration.Bin) -> String {
    let style = calibration.isProbability ? Self.share : NumberStyle(unit: .plain)
    return bin.lower == bin.upper
      ? style.limit(bin.lower) : "\(style.limit(bin.lower)) to \(style.limit(bin.upper))"
  }

  private func text(_ value: Double) -> String { Self.share.text(value) }

  /// A number in the digits that the share of a bin carries.
  private func text(_ value: Double, _ bin: Diagnostics.Calibration.Bin) -> String {
    Self.share.text(
      value,
      decimals: bin.outcome.value.flatMap {
        Self.share.decimals(of: $0, within: bin.outcome.interval)
      })
  }
}
