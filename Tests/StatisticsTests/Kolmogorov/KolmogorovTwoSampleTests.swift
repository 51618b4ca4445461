import Testing

@testable import Statistics

@Suite("Two-sample Kolmogorov–Smirnov test")
struct KolmogorovTwoSampleTests {
  private func pValue(_ row: [Double]) throws -> Double {
    try KolmogorovSmirnovTest(
      statistic: row[2], referenceCount: Int(row[0]), currentCount: Int(row[1])
    ).pValue
  }

  @Test("small samples agree with counting lattice paths in whole numbers")
  func counted() throws {
    let worst = try OracleTable("two_sample_exact").worst { row in
      try relativeError(pValue(row), row[3])
    }
    #expect(worst.deviation < 1e-11, "\(worst)")
  }

  @Test("samples up to 10,000 agree with SciPy's exact method")
  func exact() throws {
    let worst = try OracleTable("two_sample_scipy").worst { row in
      try row[0] > 10_000 ? 0 : relativeError(pValue(row), row[3])
    }
    #expect(worst.deviation < 1e-9, "\(worst)")
  }

  @Test("larger samples agree with SciPy's asymptotic method")
  func asymptotic() throws {
    let worst = try OracleTable("two_sample_scipy").worst { row in
      try row[0] <= 10_000 ? 0 : relativeError(pValue(row), row[3])
    }
    #expect(worst.deviation < 1e-9, "\(worst)")
  }

  @Test("does not depend on which sample is the reference")
  func symmetry() throws {
    let one = try KolmogorovSmirnovTest(statistic: 0.25, referenceCount: 40, currentCount: 36)
    let other = try KolmogorovSmirnovTest(statistic: 0.25, referenceCount: 36, currentCount: 40)
    #expect(one == other)
  }

  @Test("counts arrangements up to 10,000 rows and approximates from 10,001 on")
  func method() throws {
    let small = try KolmogorovSmirnovTest(
      statistic: 0.5, referenceCount: 10_000, currentCount: 5)
    let large = try KolmogorovSmirnovTest(
      statistic: 0.5, referenceCount: 10_001, currentCount: 5)
    #expect(small.method == .exact)
    #expect(large.method == .asymptotic)
  }

  @Test("equal samples have p = 1, disjoint ones 2/C(m + n, n)")
  func extremes() throws {
    let equal = try KolmogorovSmirnovTest(statistic: 0, referenceCount: 6, currentCount: 4)
    let disjoint = try KolmogorovSmirnovTest(statistic: 1, referenceCount: 6, currentCount: 4)
    #expect(equal.pValue == 1)
    #expect(relativeError(disjoint.pValue, 2 / 210.0) < 1e-14)
  }

  @Test("refuses a statistic outside [0, 1] and an empty sample, by name")
  func refuses() {
    #expect(throws: StatisticsError(.outOfRange("[0, 1]"), argument: "statistic")) {
      try KolmogorovSmirnovTest(statistic: 1.5, referenceCount: 6, currentCount: 4)
    }
    #expect(throws: StatisticsError(.outOfRange("[1, ∞)"), argument: "currentCount")) {
      try KolmogorovSmirnovTest(statistic: 0.5, referenceCount: 6, currentCount: 0)
    }
  }
}
