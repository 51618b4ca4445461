import Testing

@testable import Statistics

@Suite("Distances")
struct DistanceTests {
  private struct Case {
    let reference: [Double]
    let current: [Double]
    let values: [Double]

    init(_ row: [Double]) {
      reference = row[0..<12].filter { $0 >= 0 }
      current = row[12..<24].filter { $0 >= 0 }
      var sum = -20.0
      values = reference.indices.map { index in
        let gap = Double(index + 1)
        sum += gap * gap.squareRoot()
        return sum
      }
    }
  }

  private func worst(
    _ column: Int, _ distance: (Case) throws -> Double
  ) throws -> OracleTable.Worst {
    try OracleTable("distances").worst { row in
      // Sums near 0 only show rounding.
      let found = try distance(Case(row))
      return abs(found - row[column]) < 1e-15 ? 0 : relativeError(found, row[column])
    }
  }

  @Test("PSI agrees with NumPy")
  func psi() throws {
    let worst = try worst(24) {
      try populationStabilityIndex(reference: $0.reference, current: $0.current)
    }
    #expect(worst.deviation < 1e-12, "\(worst)")
  }

  @Test("Kullback–Leibler divergence agrees with NumPy")
  func kullbackLeibler() throws {
    let worst = try worst(25) {
      try kullbackLeiblerDivergence(reference: $0.reference, current: $0.current)
    }
    #expect(worst.deviation < 1e-11, "\(worst)")
  }

  @Test("Jensen–Shannon distance agrees with SciPy")
  func jensenShannon() throws {
    let worst = try worst(26) {
      try jensenShannonDistance(reference: $0.reference, current: $0.current)
    }
    #expect(worst.deviation < 1e-11, "\(worst)")
  }

  @Test("Hellinger distance agrees with NumPy")
  func hellinger() throws {
    let worst = try worst(27) {
      try hellingerDistance(reference: $0.reference, current: $0.current)
    }
    #expect(worst.deviation < 1e-12, "\(worst)")
  }

  @Test("total variation distance agrees with NumPy")
  func totalVariation() throws {
    let worst = try worst(28) {
      try totalVariationDistance(reference: $0.reference, current: $0.current)
    }
    #expect(worst.deviation < 1e-12, "\(worst)")
  }

  @Test("Wasserstein distance agrees with SciPy")
  func wasserstein() throws {
    let worst = try worst(29) {
      try wassersteinDistance(values: $0.values, reference: $0.reference, current: $0.current)
    }
    #expect(worst.deviation < 1e-12, "\(worst)")
  }

  @Test("normalised Wasserstein distance agrees with SciPy over NumPy's standard deviation")
  func normalisedWasserstein() throws {
    let worst = try worst(30) {
      try normalisedWassersteinDistance(
        values: $0.values, reference: $0.reference, current: $0.current)
    }
    #expect(worst.deviation < 1e-11, "\(worst)")
  }

  @Test("the Kolmogorov–Smirnov statistic equals SciPy's")
  func kolmogorovSmirnov() throws {
    let worst = try worst(31) {
      try ksStatistic(
        reference: $0.reference.map { Int($0) }, current: $0.current.map { Int($0) })
    }
    #expect(worst.deviation < 1e-15, "\(worst)")
  }

  @Test("equal shares have distance 0, whatever the number of rows")
  func identity() throws {
    let (r, c) = ([1.0, 2, 0, 5], [10.0, 20, 0, 50])
    #expect(try populationStabilityIndex(reference: r, current: c) == 0)
    #expect(try kullbackLeiblerDivergence(reference: r, current: c) == 0)
    #expect(try jensenShannonDistance(reference: r, current: c) == 0)
    #expect(try hellingerDistance(reference: r, current: c) == 0)
    #expect(try totalVariationDistance(reference: r, current: c) == 0)
  }

  @Test("disjoint distributions are as far apart as the bounds allow")
  func disjoint() throws {
    let (r, c) = ([3.0, 7, 0], [0.0, 0, 4])
    #expect(try hellingerDistance(reference: r, current: c) == 1)
    #expect(try totalVariationDistance(reference: r, current: c) == 1)
    let found = try jensenShannonDistance(reference: r, current: c)
    // √ln 2.
    #expect(relativeError(found, 0.8325546111576977) < 1e-15)
    #expect(try ksStatistic(reference: [3, 7, 0], current: [0, 0, 4]) == 1)
  }

  @Test("an empty bin counts with the floor and leaves the other shares alone")
  func floor() throws {
    // (0.5 − 0.0001) ln(0.5/0.0001) + (0.5 − 1) ln(0.5/1), by hand.
    let found = try populationStabilityIndex(reference: [0, 1], current: [0.5, 0.5])
    #expect(relativeError(found, 0.4999 * 8.517193191416238 + 0.5 * 0.6931471805599453) < 1e-14)
  }

  @Test("shifting all values moves the Wasserstein distance by as much")
  func shift() throws {
    let found = try wassersteinDistance(
      values: [0, 1, 10, 11], reference: [3, 2, 0, 0], current: [0, 0, 3, 2])
    #expect(relativeError(found, 10) < 1e-15)
  }

  @Test("a constant reference is divided by the floor, not by 0")
  func constantReference() throws {
    let found = try normalisedWassersteinDistance(
      values: [1, 2], reference: [5, 0], current: [0, 5])
    #expect(relativeError(found, 1000) < 1e-15)
  }

  @Test("names the argument and the problem")
  func refuses() {
    #expect(throws: StatisticsError(.empty, argument: "reference")) {
      try hellingerDistance(reference: [], current: [])
    }
    #expect(
      throws: StatisticsError(.lengthMismatch(expected: 1, found: 2), argument: "current")
    ) { try populationStabilityIndex(reference: [1], current: [1, 2]) }
    #expect(throws: StatisticsError(.zeroTotal, argument: "current")) {
      try jensenShannonDistance(reference: [1], current: [0])
    }
    #expect(throws: StatisticsError(.invalidElement(index: 1), argument: "reference")) {
      try totalVariationDistance(reference: [1, .nan], current: [1, 1])
    }
    #expect(throws: StatisticsError(.unsorted(index: 1), argument: "values")) {
      try wassersteinDistance(values: [2, 2], reference: [1, 1], current: [1, 1])
    }
    #expect(throws: StatisticsError(.outOfRange("(0, 1)"), argument: "floor")) {
      try populationStabilityIndex(reference: [1], current: [1], floor: 0)
    }
    #expect(throws: StatisticsError(.zeroTotal, argument: "reference")) {
      try ksStatistic(reference: [0], current: [3])
    }
  }
}
