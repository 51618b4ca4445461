import Assessment
import Testing

@testable import Broadsheet

@Suite("The key 'maturity'")
struct MaturityReaderTests {
  @Test("is 95 % of the labels and no age unless it says otherwise")
  func defaults() throws {
    let configuration = try Sample.read(Sample.binary())
    #expect(configuration.maturity == MaturityRule(coverage: 0.95, afterDays: nil))
    #expect(configuration.models[0].maturity == configuration.maturity)
  }

  @Test("holds for the site, and a model overrides it key by key")
  func override() throws {
    let text =
      "maturity: {coverage: 0.9, after_days: 90}\n" + Sample.binary("maturity: {after_days: 730}")
    let configuration = try Sample.read(text)
    #expect(configuration.maturity == MaturityRule(coverage: 0.9, afterDays: 90))
    #expect(configuration.models[0].maturity == MaturityRule(coverage: 0.9, afterDays: 730))
    let plain = "maturity: {after_days: 0}\n" + Sample.binary("maturity: {coverage: 1}")
    #expect(
      try Sample.firstModel(plain).maturity == MaturityRule(coverage: 1, afterDays: 0))
  }

  @Test(
    "names what is wrong, and what to write",
    arguments: [
      ("{coverage: 0}", ".coverage: '0' is too small; write a share above 0, such as 0.95"),
      ("{coverage: 95}", ".coverage: '95' is not a share; write a number from 0 to 1"),
      ("{after_days: -1}", ".after_days: -1 is too small; write 0 or more"),
      (
        "{after_days: 1.5}",
        ".after_days: expected a whole number, found '1.5'; write digits, such as 30"
      ),
      ("0.9", ": expected a map, found '0.9'; write 'key: value' pairs"),
    ])
  func problems(_ value: String, _ words: String) throws {
    let problems = try Sample.problems(Sample.binary("maturity: \(value)"))
    #expect(problems.count == 1)
    #expect(problems[0].hasSuffix("models[0].maturity" + words))
    #expect(problems[0].hasPrefix("broadsheet.yaml:10:"))
  }

  @Test("guesses a misspelt key")
  func misspelt() throws {
    let problem = try #require(
      try Sample.problems(Sample.binary("maturity: {after_day: 3}")).first)
    #expect(problem.contains("did you mean 'after_days'?"))
  }
}
