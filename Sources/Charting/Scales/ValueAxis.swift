/// The wishes for an axis of values: its format, whether zero belongs to it, and its hard ends.
package struct ValueAxis: Sendable, Equatable {
  /// Whether zero must be on the axis.
  package enum Zero: Sendable {
    /// For amounts and for everything drawn as bars: lengths are compared from zero.
    case included
    /// For lines that are read by their slope: zero is shown only where the data lead to it.
    case whereDataLead
  }

  package let format: AxisFormat
  package let zero: Zero
  /// Ends that the axis does not exceed, such as 0...1 for a share. A measured value outside them
  /// widens the axis all the same: data are never hidden.
  package let bounds: ClosedRange<Double>?

  package init(
    format: AxisFormat = .number(), zero: Zero = .whereDataLead,
    bounds: ClosedRange<Double>? = nil
  ) {
    self.format = format
    self.zero = zero
    self.bounds = bounds
  }

  /// An axis of shares from 0, in per cent.
  package static let share = ValueAxis(format: .percent, zero: .included, bounds: 0...1)
}

/// An axis that has been fitted to data: the drawn domain and its ticks.
struct FittedAxis: Sendable, Equatable {
  let domain: ClosedRange<Double>
  let ticks: [(value: Double, text: String)]

  static func == (left: FittedAxis, right: FittedAxis) -> Bool {
    left.domain == right.domain && left.ticks.elementsEqual(right.ticks, by: ==)
  }
}

extension ValueAxis {
  /// Fits the axis to values, rules, and intervals.
  ///
  /// Values and rules always fit. An interval may widen the axis by the span of those, or by one
  /// and a half times the median interval if that is more; what reaches further is cut off, as one
  /// wild interval would otherwise flatten the line that the reader came for.
  ///
  /// - Parameter count: About how many intervals between ticks.
  func fitted(
    values: [Double], rules: [Double], intervals: [ClosedRange<Double>], about count: Int
  ) -> FittedAxis {
    let core = values + rules + (zero == .included ? [0] : [])
    guard let coreLow = core.min(), let coreHigh = core.max() else {
      return finished(NiceTicks(covering: bounds ?? 0...1, about: count), core: 0...0)
    }
    var (low, high) = (coreLow, coreHigh)
    let finite = intervals.filter {
      Drawable.value($0.lowerBound) != nil && Drawable.value($0.upperBound) != nil
    }
    let widths = finite.map { $0.upperBound - $0.lowerBound }.sorted()
    if !widths.isEmpty {
      let reach = max(high - low, 1.5 * widths[widths.count / 2])
      low = min(low, max(coreLow - reach, finite.map(\.lowerBound).min() ?? low))
      high = max(high, min(coreHigh + reach, finite.map(\.upperBound).max() ?? high))
    }
    // Air around the line, but no negative part for amounts that cannot be negative.
    let margin = (high - low) * 0.04
    low = low >= 0 ? max(0, low - margin) : low - margin
    high = high <= 0 ? min(0, high + margin) : high + margin
    if let bounds {
      low = min(max(low, bounds.lowerBound), coreLow)
      high = max(min(high, bounds.upperBound), coreHigh)
    }
    return finished(NiceTicks(covering: low...high, about: count), core: coreLow...coreHigh)
  }

  private func finished(_ ticks: NiceTicks, core: ClosedRange<Double>) -> FittedAxis {
    var (low, high) = (ticks.range.lowerBound, ticks.range.upperBound)
    if let bounds {
      low = min(max(low, bounds.lowerBound), core.lowerBound)
      high = max(min(high, bounds.upperBound), core.upperBound)
    }
    if low >= high { (low, high) = (ticks.range.lowerBound, ticks.range.upperBound) }
    let shown = ticks.values.filter { $0 >= low && $0 <= high }
    let texts = format.texts(for: shown, of: ticks)
    return FittedAxis(domain: low...high, ticks: zip(shown, texts).map { ($0, $1) })
  }
}
