/// Count, mean and variance of numbers, independent of their order.
package struct Moments: Sendable, Equatable {
  /// How many numbers were added.
  package private(set) var count: Int
  /// Σx.
  package private(set) var sum: ExactSum
  /// Σx².
  package private(set) var sumOfSquares: ExactSum

  package init() {
    count = 0
    sum = ExactSum()
    sumOfSquares = ExactSum()
  }

  package init(count: Int, sum: ExactSum, sumOfSquares: ExactSum) {
    self.count = count
    self.sum = sum
    self.sumOfSquares = sumOfSquares
  }

  package mutating func add(_ number: Double) {
    count += 1
    sum.add(number)
    sumOfSquares.addSquare(number)
  }

  /// Arithmetic mean; `nil` without numbers or when the sum overflows.
  package var mean: Double? {
    guard count > 0 else { return nil }
    let mean = sum.value / Double(count)
    return mean.isFinite ? mean : nil
  }

  /// Σ(x − mean)² / (n − 1), never negative; `nil` for n < 2 or when a sum overflows.
  ///
  /// Taken about the rounded mean c as Σx² − 2cΣx + nc² − (Σx − nc)²/n, the first three terms in the
  /// exact accumulator: values far from zero keep their digits, and equal values have no spread.
  package var variance: Double? {
    guard count > 1, let centre = mean else { return nil }
    let n = Double(count)
    var deviations = sumOfSquares
    var rest = sum
    // Four parts of 53 bits hold Σx exactly but for sums of extremely unlike terms.
    for _ in 0..<4 {
      let part = rest.value
      deviations.addProduct(-2 * centre, part)
      rest.add(-part)
    }
    let square = centre * centre
    deviations.addProduct(n, square)
    deviations.addProduct(n, (-square).addingProduct(centre, centre))
    var offset = sum
    offset.addProduct(-n, centre)
    let spread = deviations.value - offset.value * offset.value / n
    return spread.isFinite ? max(0, spread) / (n - 1) : nil
  }

  /// Square root of ``variance``.
  package var standardDeviation: Double? {
    variance.map { $0.squareRoot() }
  }
}

extension Moments: Mergeable {
  package mutating func merge(_ other: Moments) {
    count += other.count
    sum.merge(other.sum)
    sumOfSquares.merge(other.sumOfSquares)
  }
}
