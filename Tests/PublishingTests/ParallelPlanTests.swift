import Testing

@testable import Publishing

@Suite("Making pages side by side")
struct ParallelPlanTests {
  @Test("gives the same plan with any number of threads", arguments: [2, 5])
  func threadCount(_ count: Int) throws {
    let planner = SitePlanner(templates: try TemplateCatalog())
    let publication = SamplePublication.make()
    let one = try planner.prepare(publication, threadCount: 1).plan()
    let many = try planner.prepare(publication, threadCount: count).plan()
    #expect(one.entries == many.entries)
  }

  @Test("throws the failure of the first element, whichever thread was first")
  func firstFailure() {
    struct Failure: Error, Equatable { let number: Int }
    for _ in 0..<20 {
      let error = #expect(throws: Failure.self) {
        try ParallelMap.results(of: Array(0..<50), threadCount: 4) { number throws(Failure) in
          if number >= 7 { throw Failure(number: number) }
          return number
        }
      }
      #expect(error == Failure(number: 7))
    }
    let doubled = ParallelMap.results(of: Array(0..<100), threadCount: 3) { $0 * 2 }
    #expect(doubled == (0..<100).map { $0 * 2 })
  }
}
