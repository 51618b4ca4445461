import Assessment
import Foundation
import Profiling
import Testing

private typealias Expectation = Assessment.Expectation

@Suite struct TermsTests {
  private static let age = Terms.Column(
    name: "age", subject: .feature, isNumeric: true, categories: [])
  private static let plan = Terms.Column(
    name: "plan", subject: .feature, isNumeric: false, categories: ["a", "b"])

  private func terms(
    version: String = "1", columns: [Terms.Column] = [age, plan],
    expectations: [Expectation] = [Expectation(.rocAuc, minimum: 0.65, origin: .configured)],
    settings: [String: String] = ["minimum_rows": "30"], reference: String? = "abc",
    program: String = "0.1.0"
  ) -> Terms {
    Terms(
      versions: [Arm(version: version, stage: .production)], columns: columns,
      expectations: expectations,
      settings: settings.map { Terms.Setting(name: $0.key, value: $0.value) },
      reference: reference, program: program)
  }

  @Test("finds no change between equal terms, whatever the order of the settings")
  func equal() {
    let one = terms(settings: ["a": "1", "b": "2", "c": "3"])
    #expect(one.changes(to: terms(settings: ["c": "3", "b": "2", "a": "1"])).isEmpty)
  }

  @Test("finds every kind of change by comparison")
  func changes() {
    let wider = Terms.Column(
      name: "plan", subject: .feature, isNumeric: false, categories: ["b", "c"])
    let counted = Terms.Column(name: "age", subject: .feature, isNumeric: false, categories: [])
    let stricter = Expectation(.rocAuc, minimum: 0.7, origin: .configured)
    let cases: [(Terms, TermsChange)] = [
      (
        terms(version: "2"),
        .versions(
          from: [Arm(version: "1", stage: .production)],
          to: [Arm(version: "2", stage: .production)])
      ),
      (terms(columns: [Self.age]), .columnRemoved(Self.plan)),
      (terms(columns: [counted, Self.plan]), .columnKind(from: Self.age, to: counted)),
      (
        terms(columns: [Self.age, wider]),
        .categories(column: "plan", added: ["c"], removed: ["a"])
      ),
      (terms(settings: [:]), .setting(name: "minimum_rows", from: "30", to: nil)),
      (
        terms(settings: ["minimum_rows": "50"]),
        .setting(name: "minimum_rows", from: "30", to: "50")
      ),
      (terms(reference: nil), .reference(from: "abc", to: nil)),
      (terms(program: "0.2.0"), .program(from: "0.1.0", to: "0.2.0")),
      (
        terms(expectations: [stricter]),
        .expectationChanged(from: terms().limits[0], to: terms(expectations: [stricter]).limits[0])
      ),
      (terms(expectations: []), .expectationRemoved(terms().limits[0])),
    ]
    for (later, change) in cases {
      #expect(terms().changes(to: later) == [change])
    }
  }

  @Test("what was added one way was removed the other way")
  func symmetric() {
    let other = terms(columns: [Self.age], expectations: [])
    #expect(
      other.changes(to: terms()) == [.columnAdded(Self.plan), .expectationAdded(terms().limits[0])])
  }

  @Test("comes back from its stored form to the last digit of a limit")
  func stored() throws {
    let limit = Expectation(
      .psi, slice: .where("race", "a=b & c"), feature: "age", maximum: 0.1 + 0.2, watchAbove: 1e-17,
      origin: .convention)
    let terms = terms(expectations: [limit])
    let data = try JSONEncoder().encode(terms)
    #expect(try JSONDecoder().decode(Terms.self, from: data) == terms)
  }
}
