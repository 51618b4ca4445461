/// Round numbers along an axis: whole multiples of 1, 2 or 5 times a power of ten.
struct NiceTicks: Sendable, Equatable {
  /// Power of ten of the step; −2 for a step of 0.05.
  let exponent: Int
  /// 1, 2 or 5.
  let mantissa: Int
  private let multiples: ClosedRange<Int>

  /// The finest round step that needs about `count` intervals to cover `domain`.
  ///
  /// The first tick is not above the lower end and the last not below the upper end. A domain
  /// without width, or narrower than numbers of its size can resolve, is widened around its middle.
  init(covering domain: ClosedRange<Double>, about count: Int) {
    let domain = NiceTicks.widened(domain)
    let raw = (domain.upperBound - domain.lowerBound) / Double(max(count, 1))
    var exponent = 0
    var lead = raw
    while lead >= 10 {
      lead /= 10
      exponent += 1
    }
    while lead < 1 {
      lead *= 10
      exponent -= 1
    }
    // Geometric means of neighbours (1·2, 2·5, 5·10): each step takes its fair part of the scale.
    let mantissa = lead < 1.4142 ? 1 : lead < 3.1623 ? 2 : lead < 7.0711 ? 5 : 10
    self.mantissa = mantissa == 10 ? 1 : mantissa
    self.exponent = mantissa == 10 ? exponent + 1 : exponent
    let step = Double(self.mantissa) * DecimalText.powerOfTen(self.exponent)
    // The tolerance keeps 0.3 / 0.1 = 2.999… from asking for one tick more.
    let first = Int((domain.lowerBound / step + 1e-9).rounded(.down))
    let last = Int((domain.upperBound / step - 1e-9).rounded(.up))
    multiples = first...max(first + 1, last)
  }

  var values: [Double] { multiples.map(value) }

  /// From the first tick to the last.
  var range: ClosedRange<Double> { value(multiples.lowerBound)...value(multiples.upperBound) }

  /// Dividing by a whole power gives the double nearest to the decimal number; multiplying by 0.01
  /// would not.
  private func value(_ multiple: Int) -> Double {
    let digits = Double(multiple * mantissa)
    return exponent < 0
      ? digits / DecimalText.powerOfTen(-exponent) : digits * DecimalText.powerOfTen(exponent)
  }

  private static func widened(_ domain: ClosedRange<Double>) -> ClosedRange<Double> {
    let low = min(max(domain.lowerBound, -Drawable.limit), Drawable.limit)
    let high = min(max(domain.upperBound, -Drawable.limit), Drawable.limit)
    let size = max(low.magnitude, high.magnitude)
    guard size > 1e-100 else { return 0...1 }
    guard high - low > size * 1e-10 else { return (low - size / 20)...(high + size / 20) }
    return low...high
  }
}

/// Which numbers can be drawn at all.
enum Drawable {
  /// Beyond this the arithmetic of scales overflows; no measured quantity comes near it.
  static let limit = 1e100

  /// The value, or `nil` for what no axis can show.
  static func value(_ value: Double?) -> Double? {
    guard let value, value.magnitude <= limit else { return nil }
    return value
  }
}
