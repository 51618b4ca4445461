import Assessment
import Profiling
import Testing

@testable import History

@Suite struct PublishedTermsTests {
  private func entry(_ period: String, minimumRows: Int, day: Int = 10) -> TermsEntry {
    let terms = Terms(
      versions: [Arm(version: "1", stage: .production)], columns: [], expectations: [],
      settings: [Terms.Setting(name: "minimum_rows", value: String(minimumRows))],
      reference: nil, program: "0.1.0")
    return TermsEntry(
      model: "one", period: period,
      published: PublishedTerms(terms: terms, day: Day(number: day)))
  }

  @Test("keeps the terms of a first publication whatever is published later")
  func first() throws {
    try withTemporaryHistory { path in
      let store = try HistoryStore(path: path)
      try store.write { try $0.add([entry("2014-04", minimumRows: 30)]) }
      try store.write {
        try $0.add([entry("2014-04", minimumRows: 50, day: 20), entry("2014-05", minimumRows: 50)])
      }
      #expect(
        try store.read { try $0.publishedTerms(of: "one") } == [
          entry("2014-04", minimumRows: 30), entry("2014-05", minimumRows: 50),
        ])
      #expect(try store.read { try $0.publishedTerms(of: "two") }.isEmpty)
    }
  }
}
