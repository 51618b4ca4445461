import Statistics

/// The values at and between which the numbers of one column are counted.
///
/// Anchors come from the reference: all of its distinct values while there are at most
/// ``defaultLimit``, so that the reference's distribution function is known exactly; otherwise
/// evenly spaced order statistics. Its deciles are always among them, so that bins between deciles
/// are exact too.
package struct NumericAnchors: Hashable, Sendable {
  /// Strictly ascending; may be empty.
  package let values: [Double]
  /// True when every distinct value of the reference is an anchor.
  package let coversReference: Bool
  /// The nine deciles of all reference rows and, under its name, of each version's own rows.
  package let deciles: [String: [Double]]

  /// The key of ``deciles`` for all rows of the reference.
  package static let pooled = "*"

  package static let defaultLimit = 4_096

  /// Anchors for a column of the reference.
  ///
  /// - Parameters:
  ///   - reference: The finite values of the column, in any order.
  ///   - deciles: The deciles of all rows and of each version's own rows; each becomes an anchor.
  ///   - limit: Most distinct values that are all kept; at least 2.
  /// - Complexity: O(n log n).
  package init(
    reference: [Double], deciles: [String: [Double]] = [:], limit: Int = defaultLimit
  ) {
    let required = deciles.values.flatMap { $0 }
    self.deciles = deciles
    let sorted = reference.sorted()
    let distinct = Self.unique(sorted)
    if distinct.count <= limit {
      coversReference = true
      values = Self.unique((distinct + required).sorted())
    } else {
      coversReference = false
      let last = sorted.count - 1
      let picked = (0..<limit).map { sorted[$0 * last / (limit - 1)] }
      values = Self.unique((picked + required).sorted())
    }
  }

  /// Anchors for a column without a reference: 32 a power of two from 2⁻²⁰ to 2⁴⁰, either sign, and
  /// zero. They do not depend on the data, and quantiles between them are within 1.1 % of the value.
  package static let withoutReference: NumericAnchors = {
    let positive = (-20 * 32...40 * 32).map { step -> Double in
      let (octave, part) = (step.quotientFloored(by: 32), step.remainderFloored(by: 32))
      return Double(sign: .plus, exponent: octave, significand: 1 + Double(part) / 32)
    }
    return NumericAnchors(
      values: positive.reversed().map { -$0 } + [0] + positive, coversReference: false)
  }()

  /// - Parameter values: Strictly ascending.
  init(values: [Double], coversReference: Bool, deciles: [String: [Double]] = [:]) {
    self.values = values
    self.coversReference = coversReference
    self.deciles = deciles
  }

  /// Number of cells: one at each anchor, one between neighbours, one on either side.
  package var cellCount: Int { 2 * values.count + 1 }

  /// The cell of a finite number: 2i + 1 at anchor i, 2i between anchors i − 1 and i.
  package func cell(of number: Double) -> Int {
    let anchor = values.span.partitionPoint { $0 < number }
    return anchor < values.count && values[anchor] == number ? 2 * anchor + 1 : 2 * anchor
  }

  private static func unique(_ sorted: [Double]) -> [Double] {
    var result: [Double] = []
    for value in sorted where result.last != value { result.append(value) }
    return result
  }
}

extension Int {
  fileprivate func quotientFloored(by divisor: Int) -> Int {
    self >= 0 ? self / divisor : (self - divisor + 1) / divisor
  }

  fileprivate func remainderFloored(by divisor: Int) -> Int {
    self - quotientFloored(by: divisor) * divisor
  }
}
