import Assessment

/// How the numbers of one unit are rounded and written; the same for every reader.
///
/// Three significant digits, at most three decimals, so that neighbouring periods can be told apart
/// without claiming more than a few thousand rows can know; what an interval says of a figure goes
/// before that (see `NumberStyle+Interval`). Shares become percentages here and nowhere else.
struct NumberStyle: Sendable {
  let unit: MetricDefinition.Unit

  /// The style of a metric.
  init(_ metric: Metric) { unit = metric.definition.unit }

  init(unit: MetricDefinition.Unit) { self.unit = unit }

  /// A measured value, such as `0.690`, `4.2 %`, `1,274`, `12 days` or `153 ms`.
  func text(_ value: Double) -> String { text(value, decimals: nil) }

  /// The same with a number of decimals that something else decided; `nil` for the usual one.
  ///
  /// A share that is neither 0 nor 1 still never reads as none or all.
  func text(_ value: Double, decimals: Int?) -> String {
    switch unit {
    case .share: percent(value, decimals ?? 1)
    case .count: NumberText.fixed(value, decimals: 0)
    case .days: value == 1 ? "1 day" : "\(trimmed(value, decimals: decimals ?? 1)) days"
    case .milliseconds:
      "\(NumberText.fixed(value, decimals: decimals ?? usualDecimals(value))) ms"
    case .pValue: value < 0.001 ? "under 0.001" : NumberText.fixed(value, decimals: 3)
    case .plain, .sameAsColumn: plain(value, decimals)
    }
  }

  /// The decimals of a figure of which nothing else is known.
  func usualDecimals(_ value: Double) -> Int {
    switch unit {
    case .share, .days: 1
    case .count: 0
    case .milliseconds: value < 10 ? 1 : 0
    case .pValue: 3
    case .plain, .sameAsColumn: decimals(value.magnitude)
    }
  }

  /// A value that somebody chose, with the digits that were chosen: `0.65`, `80 %`.
  func limit(_ value: Double) -> String {
    let shown = unit == .share ? value * 100 : value
    guard let places = NumberText.exactDecimals(shown), places <= 3 else { return text(value) }
    let number = NumberText.fixed(shown, decimals: places)
    return switch unit {
    case .share: "\(number) %"
    case .days: shown == 1 ? "1 day" : "\(number) days"
    case .milliseconds: "\(number) ms"
    case .plain, .count, .pValue, .sameAsColumn: number
    }
  }

  /// A signed difference of two values as they are shown, rounded like the larger of them unless
  /// `decimals` says how: what stands beside it can be subtracted by the reader.
  ///
  /// Differences of shares are in percentage points, so that "2 % more" cannot be misread.
  func difference(
    _ difference: Double, between one: Double, and other: Double, decimals: Int? = nil
  ) -> String {
    let places = decimals ?? usualDecimals(max(one.magnitude, other.magnitude))
    let scale = unit == .share ? 100.0 : 1
    func shown(_ value: Double) -> Double {
      NumberText.rounded(value * scale, decimals: unit == .share ? max(0, places) : places)
    }
    let size = (shown(one) - shown(other)).magnitude * (difference < 0 ? -1 : 1)
    let number =
      switch unit {
      case .share: NumberText.fixed(size, decimals: max(0, places))
      case .days: trimmed(size, decimals: places)
      case .count, .milliseconds, .pValue, .plain, .sameAsColumn:
        NumberText.fixed(size, decimals: places)
      }
    let isZero = !number.contains { ("1"..."9").contains($0) }
    let signed = difference > 0 && !isZero ? "+" + number : number
    return switch unit {
    case .share:
      signed + (["1", "1.0"].contains(number.filter { $0 != "\u{2212}" }) ? " point" : " points")
    case .days: signed + " days"
    case .milliseconds: signed + " ms"
    case .plain, .count, .pValue, .sameAsColumn: signed
    }
  }

  /// A share as a percentage; with more decimals where these would claim "none" or "all".
  private func percent(_ value: Double, _ decimals: Int) -> String {
    if value == 0 || value == 1 { return value == 0 ? "0 %" : "100 %" }
    let shown = value * 100
    let fewest = max(0, decimals)
    for places in fewest...max(fewest, 2) {
      let rounded = NumberText.fixed(shown, decimals: places)
      let digits = rounded.filter { $0.isNumber }
      let claimsNone = !digits.contains { $0 != "0" }
      let claimsAll = value < 1 && value > 0 && rounded.hasPrefix("100")
      if !claimsNone && !claimsAll { return rounded + " %" }
    }
    return value > 0.5 ? "over 99.99 %" : value > 0 ? "under 0.01 %" : "\(NumberText.minus)0.01 %"
  }

  private func plain(_ value: Double, _ decimals: Int?) -> String {
    let size = value.magnitude
    if size == 0 { return "0" }
    if size < 1e-6, (decimals ?? 7) > 6 { return NumberText.scientific(value) }
    return NumberText.fixed(value, decimals: decimals ?? self.decimals(size))
  }

  /// Decimals that show three significant digits, at most three; more below 0.001, which would
  /// otherwise read as nothing.
  private func decimals(_ size: Double) -> Int {
    switch size {
    case 99.95...: 0
    case 9.995...: 1
    case 0.9995...: 2
    case 0.001...: 3
    case 0.0001...: 5
    case 0.00001...: 6
    case 0: 3
    default: 7
    }
  }

  private func trimmed(_ value: Double, decimals: Int) -> String {
    let text = NumberText.fixed(value, decimals: decimals)
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }
}
