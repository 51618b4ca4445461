import Testing

@testable import Assessment

@Suite("Rare categories")
struct RareCategoriesTests {
  @Test("leave common ones alone")
  func common() throws {
    let counts = try #require(RareCategories(reference: [50, 30, 20], current: [40, 35, 25]))
    #expect(counts.reference == [50, 30, 20])
    #expect(counts.current == [40, 35, 25])
  }

  @Test("are taken as one, and lose no row")
  func pooled() throws {
    let counts = try #require(
      RareCategories(reference: [900, 800, 4, 3, 2], current: [95, 70, 0, 60, 1]))
    #expect(counts.reference == [900, 800, 9])
    #expect(counts.current == [95, 70, 61])
  }

  @Test("are joined by the rarest other when they are too rare together")
  func joined() throws {
    let counts = try #require(RareCategories(reference: [900, 800, 1], current: [95, 70, 0]))
    #expect(counts.reference == [900, 801])
    #expect(counts.current == [95, 70])
  }

  @Test("leave nothing to test when every category is rare, or a side is empty")
  func untestable() {
    let ones = [Int](repeating: 1, count: 400)
    let none = [Int](repeating: 0, count: 400)
    #expect(RareCategories(reference: ones + none, current: none + ones) == nil)
    #expect(RareCategories(reference: [5, 5], current: [0, 0]) == nil)
    #expect(RareCategories(reference: [50], current: [50]) == nil)
  }

  /// scipy.stats.chi2_contingency([[900, 800, 9], [95, 70, 61]], correction=False).pvalue, SciPy 1.17.1
  @Test("give the p-value of the table that remains")
  func pValue() throws {
    let found = try #require(
      try categoricalPValue(reference: [900, 800, 4, 3, 2], current: [95, 70, 0, 60, 1]))
    #expect(abs(found / 5.199122866399963e-88 - 1) <= 1e-9)
  }
}
