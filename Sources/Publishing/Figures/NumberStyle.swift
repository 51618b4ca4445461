import Assessment

/// How the numbers of one unit are rounded and written; the same for every reader.
///
/// Three significant digits, at most three decimals, so that neighbouring periods can be told apart
/// without claiming more than a few thousand rows can know. Shares become percentages here and
/// nowhere else.
struct NumberStyle: Sendable {
  let unit: MetricDefinition.Unit

  /// The style of a metric.
  init(_ metric: Metric) { unit = metric.definition.unit }

  init(unit: MetricDefinition.Unit) { self.unit = unit }

  /// A measured value, such as `0.690`, `4.2 %`, `1,274`, `12 days` or `153 ms`.
  func text(_ value: Double) -> String {
    switch unit {
    case .share: percent(value)
    case .count: NumberText.fixed(value, decimals: 0)
    case .days: value == 1 ? "1 day" : "\(trimmed(value, decimals: 1)) days"
    case .milliseconds: "\(NumberText.fixed(value, decimals: value < 10 ? 1 : 0)) ms"
    case .pValue: value < 0.001 ? "under 0.001" : NumberText.fixed(value, decimals: 3)
    case .plain, .sameAsColumn: plain(value)
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

  /// A signed difference of two values, rounded like the larger of them.
  ///
  /// Differences of shares are in percentage points, so that "2 % more" cannot be misread.
  func difference(_ difference: Double, between one: Double, and other: Double) -> String {
    let size = max(one.magnitude, other.magnitude)
    let number =
      switch unit {
      case .share: NumberText.fixed(difference * 100, decimals: 1)
      case .count: NumberText.fixed(difference, decimals: 0)
      case .days: trimmed(difference, decimals: 1)
      case .milliseconds: NumberText.fixed(difference, decimals: size < 10 ? 1 : 0)
      case .pValue: NumberText.fixed(difference, decimals: 3)
      case .plain, .sameAsColumn: NumberText.fixed(difference, decimals: decimals(size))
      }
    let isZero = !number.contains { ("1"..."9").contains($0) }
    let signed = difference > 0 && !isZero ? "+" + number : number
    return switch unit {
    case .share:
      signed + (number == "1.0" || number == "\(NumberText.minus)1.0" ? " point" : " points")
    case .days: signed + " days"
    case .milliseconds: signed + " ms"
    case .plain, .count, .pValue, .sameAsColumn: signed
    }
  }

  /// A share as a percentage with one decimal; two where one would claim "none" or "all".
  private func percent(_ value: Double) -> String {
    if value == 0 || value == 1 { return value == 0 ? "0 %" : "100 %" }
    let shown = value * 100
    for places in 1...2 {
      let rounded = NumberText.fixed(shown, decimals: places)
      let digits = rounded.filter { $0.isNumber }
      let claimsNone = !digits.contains { $0 != "0" }
      let claimsAll = value < 1 && value > 0 && rounded.hasPrefix("100")
      if !claimsNone && !claimsAll { return rounded + " %" }
    }
    return value > 0.5 ? "over 99.99 %" : value > 0 ? "under 0.01 %" : "\(NumberText.minus)0.01 %"
  }

  private func plain(_ value: Double) -> String {
    let size = value.magnitude
    if size == 0 { return "0" }
    if size < 1e-6 { return NumberText.scientific(value) }
    return NumberText.fixed(value, decimals: decimals(size))
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
