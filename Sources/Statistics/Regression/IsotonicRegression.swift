/// The non-decreasing function that is nearest to weighted points in least squares.
///
///     minimise Σᵢ wᵢ·(f(xᵢ) − yᵢ)²   subject to f(x₁) ≤ f(x₂) ≤ … ≤ f(xₙ)
///
/// Neighbours that break the order are pooled to their weighted mean until none does. Between
/// points the function is linear, beyond the first and the last point it is constant.
///
/// - Complexity: O(n) to fit, O(log b) to look up among b blocks.
///
/// Source: R. E. Barlow, D. J. Bartholomew, J. M. Bremner, H. D. Brunk, *Statistical Inference under
/// Order Restrictions*, Wiley 1972; agrees with scikit-learn `IsotonicRegression` with
/// `out_of_bounds="clip"`.
package struct IsotonicRegression: Sendable, Equatable {
  /// A point to fit; several observations at one x are one point with their mean and their weight.
  package struct Point: Sendable, Equatable {
    package let x: Double
    package let y: Double
    package let weight: Double

    package init(x: Double, y: Double, weight: Double) {
      self.x = x
      self.y = y
      self.weight = weight
    }
  }

  /// Consecutive points that share one fitted value.
  package struct Block: Sendable, Equatable {
    package let firstX: Double
    package fileprivate(set) var lastX: Double
    package fileprivate(set) var value: Double
    package fileprivate(set) var weight: Double
  }

  /// Where an x stands: on one block, or between two of them.
  package struct Place: Sendable, Equatable {
    package let lower: Int
    package let upper: Int
    /// The way from `lower` to `upper`, in [0, 1].
    package let fraction: Double
  }

  /// Ascending in x and in value; at least one.
  package let blocks: [Block]

  /// - Parameter points: Strictly ascending in x, all numbers finite; weights above 0.
  /// - Throws: `StatisticsError` for no points, `.unsorted`, or `.invalidElement`.
  package init(points: [Point]) throws(StatisticsError) {
    guard !points.isEmpty else { throw StatisticsError(.empty, argument: "points") }
    try requireAscending(points.map(\.x), argument: "points")
    var blocks: [Block] = []
    for (index, point) in points.enumerated() {
      guard point.y.isFinite, point.weight > 0, point.weight.isFinite else {
        throw StatisticsError(.invalidElement(index: index), argument: "points")
      }
      blocks.append(
        Block(firstX: point.x, lastX: point.x, value: point.y, weight: point.weight))
      // Equal neighbours are pooled too, so that a block is as long as its value holds.
      while blocks.count > 1, blocks[blocks.count - 2].value >= blocks[blocks.count - 1].value {
        let last = blocks.removeLast()
        blocks[blocks.count - 1].pool(last)
      }
    }
    self.blocks = blocks
  }

  /// The fitted value at a finite x.
  package func value(at x: Double) -> Double {
    let place = place(of: x)
    return interpolated(
      blocks[place.lower].value, blocks[place.upper].value, place.fraction)
  }

  /// The blocks whose values make the value at a finite x.
  package func place(of x: Double) -> Place {
    // The first block that ends at x or behind it.
    let place = blocks.span.partitionPoint { $0.lastX < x }
    guard place < blocks.count else {
      return Place(lower: blocks.count - 1, upper: blocks.count - 1, fraction: 0)
    }
    guard place > 0, x < blocks[place].firstX else {
      return Place(lower: place, upper: place, fraction: 0)
    }
    let start = blocks[place - 1].lastX
    return Place(
      lower: place - 1, upper: place, fraction: (x - start) / (blocks[place].firstX - start))
  }
}

extension IsotonicRegression.Block {
  fileprivate mutating func pool(_ next: Self) {
    let sum = weight + next.weight
    value += (next.value - value) * (next.weight / sum)
    weight = sum
    lastX = next.lastX
  }
}
