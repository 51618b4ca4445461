import Testing

@testable import Statistics

@Suite("Error functions")
struct ErrorFunctionTests {
  @Test("erf and erfc agree with mpmath")
  func library() throws {
    let worst = try OracleTable("error_function").worst { row in
      max(
        relativeError(errorFunction(row[0]), row[1]),
        row[0] < 26 ? relativeError(complementaryErrorFunction(row[0]), row[2]) : 0)
    }
    #expect(worst.deviation < 1e-13, "\(worst)")
  }

  @Test("erfcx agrees with mpmath up to 1e9")
  func scaled() throws {
    let worst = try OracleTable("error_function").worst { row in
      relativeError(scaledComplementaryErrorFunction(row[0]), row[3])
    }
    #expect(worst.deviation < 1e-13, "\(worst)")
  }

  @Test("ln erfc agrees with mpmath where erfc itself underflows")
  func logarithm() throws {
    let worst = try OracleTable("error_function").worst { row in
      relativeError(logComplementaryErrorFunction(row[0]), row[4])
    }
    #expect(worst.deviation < 1e-13, "\(worst)")
  }
}
