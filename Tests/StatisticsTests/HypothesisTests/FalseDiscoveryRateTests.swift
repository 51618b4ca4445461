import Testing

@testable import Statistics

@Suite("False discovery rate")
struct FalseDiscoveryRateTests {
  @Test("agrees with SciPy for families of 1 to 40 tests")
  func oracle() throws {
    let table = try OracleTable("false_discovery")
    for size in [1, 2, 5, 12, 40] {
      let family = table.rows.filter { Int($0[0]) == size }
      #expect(family.count == size)
      let found = try benjaminiHochberg(family.map { $0[1] })
      for (value, row) in zip(found, family) { #expect(relativeError(value, row[2]) < 1e-14) }
    }
  }

  @Test("keeps the order of the input and never lowers a p-value")
  func order() throws {
    let values = [0.03, 0.9, 0.001, 0.03]
    let adjusted = try benjaminiHochberg(values)
    #expect(zip(values, adjusted).allSatisfy { $0 <= $1 })
    #expect(adjusted[0] == adjusted[3])
    #expect(try benjaminiHochberg([]).isEmpty)
  }

  @Test("names the place of a value that is no probability", arguments: [1.5, -0.1, .nan])
  func refuses(value: Double) {
    #expect(throws: StatisticsError(.invalidElement(index: 1), argument: "pValues")) {
      try benjaminiHochberg([0.5, value])
    }
  }
}
