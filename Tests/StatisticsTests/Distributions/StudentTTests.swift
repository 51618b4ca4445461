import Testing

@testable import Statistics

@Suite("Student's t distribution")
struct StudentTTests {
  @Test("tails agree with mpmath out to 1e140")
  func tails() throws {
    let worst = try OracleTable("student_t").worst { row in
      let found = StudentT(degreesOfFreedom: row[0])
      return max(
        relativeError(found.survival(row[1]), row[2]),
        relativeError(found.cumulative(-row[1]), row[2]),
        relativeError(found.logSurvival(row[1]), row[3]))
    }
    #expect(worst.deviation < 1e-11, "\(worst)")
  }

  @Test("quantiles agree with mpmath, also next to 0")
  func quantiles() throws {
    let worst = try OracleTable("student_t").worst { row in
      // Next to ½ the rounding of the tail is larger than the point.
      row[2] > 0.499
        ? 0 : relativeError(StudentT(degreesOfFreedom: row[0]).quantile(.upper(row[2])), row[4])
    }
    #expect(worst.deviation < 1e-11, "\(worst)")
  }

  @Test("nears the normal distribution as the degrees of freedom increase")
  func nearsNormal() {
    for q in [0.2, 0.025, 1e-6] {
      let z = NormalDistribution.standard.quantile(.upper(q))
      let found = StudentT(degreesOfFreedom: 1e9).quantile(.upper(q))
      // First term of the expansion in 1/ν, Abramowitz and Stegun 26.7.5; the next is below 1e-15.
      let expected = z + (z * z * z + z) / 4e9
      #expect(relativeError(found, expected) < 1e-13)
    }
  }

  @Test("one degree of freedom is the Cauchy distribution far beyond where t² overflows")
  func cauchy() {
    let found = StudentT(degreesOfFreedom: 1).survival(1e200)
    #expect(relativeError(found, 1e-200 / .pi) < 1e-12)
    #expect(relativeError(StudentT(degreesOfFreedom: 1).quantile(.upper(found)), 1e200) < 1e-12)
  }
}
