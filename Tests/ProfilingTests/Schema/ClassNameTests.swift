import Testing

@testable import Profiling

@Suite("The name of a class")
struct ClassNameTests {
  @Test(
    "is one for every spelling",
    arguments: [
      ("1", "1"), ("1.0", "1"), ("+1", "1"), ("1e0", "1"), ("01", "1"), ("-0.0", "0"),
      ("-3.00", "-3"),
      ("True", "true"), ("FALSE", "false"), ("true", "true"),
    ])
  func spellings(_ text: String, _ name: String) {
    #expect(ClassName.canonical(text) == name)
  }

  @Test(
    "is the text itself otherwise",
    arguments: [
      "", "yes", "Yes", "1.5", "-", ".", "+", "1 ", " 1", "-inf", "-nan", "1e400", "3rd", "Zürich",
      "9007199254740993", "truely",
    ])
  func others(_ text: String) {
    #expect(ClassName.canonical(text) == text)
  }

  @Test(
    "does not change when it is taken again",
    arguments: ["1.0", "-0", "TRUE", "1e3", "x", "9007199254740991", "0.5", "", "+7"])
  func isIdempotent(_ text: String) {
    let name = ClassName.canonical(text)
    #expect(ClassName.canonical(name) == name)
  }
}
