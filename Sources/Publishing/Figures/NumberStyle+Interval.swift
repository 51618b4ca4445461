import Assessment

extension NumberStyle {
  /// How many decimals a figure with an interval is written with, the bounds as well.
  ///
  /// The last digit stands for a tenth of the width of the interval or less, and for more than a
  /// hundredth, so that a figure shows what its rows can know and no more: `67 % (58 % to 75 %)`,
  /// not `67.0 %`. Never more than the usual decimals, but where the two bounds would read the same;
  /// then up to two more.
  ///
  /// - Returns: `nil` without a width to go by: the figure then has its usual decimals.
  func decimals(of value: Double, within interval: Interval?) -> Int? {
    guard let interval, unit != .count, unit != .pValue else { return nil }
    let scale = unit == .share ? 100.0 : 1
    let width = (interval.upper - interval.lower) * scale
    guard width.isFinite, width > 0 else { return nil }
    let usual = usualDecimals(value)
    let carried = Self.decimals(carriedBy: width)
    guard carried > usual else { return carried }
    let isPoint =
      text(interval.lower, decimals: usual) == text(interval.upper, decimals: usual)
    return isPoint ? min(carried, usual + 2) : usual
  }

  /// True where a number that is rounded so still lies on its own side of a limit.
  ///
  /// - Parameters:
  ///   - limit: In the unit of the metric.
  ///   - isRounded: Whether the limit is written with the same decimals; else as it is.
  func staysApart(
    _ value: Double, from limit: Double, isRounded: Bool, decimals: Int
  ) -> Bool {
    let scale = unit == .share ? 100.0 : 1
    let rounded = NumberText.rounded(value * scale, decimals: decimals)
    let shown = isRounded ? NumberText.rounded(limit * scale, decimals: decimals) : limit * scale
    let gap = rounded - shown
    guard gap.magnitude > 1e-9 * max(1, rounded.magnitude) else { return false }
    return (gap > 0) == (value > limit)
  }

  /// The coarsest place, as decimals, that is no larger than a tenth of `width`.
  private static func decimals(carriedBy width: Double) -> Int {
    // Powers are exact here, so every machine finds the same place.
    var places = 0
    while places < 9, width * NumberText.power(places) < 10 { places += 1 }
    while places <= 0, places > -9, width / NumberText.power(1 - places) >= 10 { places -= 1 }
    return places
  }
}

extension MetricValue {
  /// The number in the digits that its interval carries; `nil` without one.
  ///
  /// For values that nothing is expected of, such as those of two versions over the same days; those
  /// of a period are written by ``FigureText``.
  var text: String? {
    guard case .value(let number, let interval) = estimate else { return nil }
    let style = NumberStyle(key.metric)
    return style.text(number, decimals: style.decimals(of: number, within: interval))
  }
}
