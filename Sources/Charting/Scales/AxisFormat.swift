/// How the values of an axis are written.
package struct AxisFormat: Sendable, Equatable {
  enum Kind: Sendable, Equatable {
    case number(decimals: Int?)
    case percent
  }

  let kind: Kind
  /// The unit in words, such as "minutes"; drawn once, above the axis. Empty for none.
  package let unit: String

  /// Plain numbers; without `decimals`, as many as tell neighbouring ticks apart.
  ///
  /// Ticks never get fewer decimals than they need, whatever is asked for.
  package static func number(decimals: Int? = nil, unit: String = "") -> AxisFormat {
    AxisFormat(kind: .number(decimals: decimals), unit: unit)
  }

  /// Shares in [0, 1], written as percentages.
  package static func percent(unit: String = "") -> AxisFormat {
    AxisFormat(kind: .percent, unit: unit)
  }

  /// Shares in [0, 1], written as percentages, without further unit.
  package static let percent = AxisFormat.percent()

  /// A value by itself, for tables and hover words that the caller left empty.
  func text(_ value: Double) -> String {
    switch kind {
    case .percent: return DecimalText.fixed(value * 100, decimals: 1) + " %"
    case .number(let decimals?): return DecimalText.fixed(value, decimals: decimals)
    case .number(nil):
      let size = value.magnitude
      if size > 0, size < 1e-5 || size >= 1e12 { return "\(value)" }
      return DecimalText.fixed(value, decimals: size >= 1000 ? 0 : size >= 10 ? 1 : 3)
    }
  }

  /// The text of every tick, all with the same number of decimals and the same multiple.
  func texts(for values: [Double], of ticks: NiceTicks) -> [String] {
    switch kind {
    case .percent:
      let places = max(0, -(ticks.exponent + 2))
      return values.map { DecimalText.fixed($0 * 100, decimals: places) + " %" }
    case .number(let decimals):
      let largest = values.map(\.magnitude).max() ?? 0
      if largest >= 1e15 || ticks.exponent < -6 {
        return AxisFormat.scientific(values, largest: largest, of: ticks)
      }
      // "1.25M" is easier to read than its digits, "1.250004M" is not.
      let multiple = AxisFormat.multiples.first {
        largest >= $0.size && $0.exponent - ticks.exponent <= 2
      }
      let shift = multiple?.exponent ?? 0
      let places = max(0, shift - ticks.exponent, shift == 0 ? decimals ?? 0 : 0)
      return values.map { value in
        guard let multiple, value != 0 else {
          return DecimalText.fixed(value, decimals: value == 0 && shift > 0 ? 0 : places)
        }
        return DecimalText.fixed(value / multiple.size, decimals: places) + multiple.name
      }
    }
  }

  /// All with the same power of ten, so that ticks can be compared at a glance.
  private static func scientific(
    _ values: [Double], largest: Double, of ticks: NiceTicks
  ) -> [String] {
    var power = ticks.exponent
    while largest / DecimalText.powerOfTen(power) >= 10 { power += 1 }
    return values.map { value in
      value == 0
        ? "0"
        : DecimalText.fixed(
          value / DecimalText.powerOfTen(power), decimals: power - ticks.exponent) + "e\(power)"
    }
  }

  private static let multiples: [(size: Double, exponent: Int, name: String)] = [
    (1e12, 12, "tn"), (1e9, 9, "bn"), (1e6, 6, "M"),
  ]
}
