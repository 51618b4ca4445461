import Statistics
import Testing

@testable import Ingestion

@Suite("DecimalParser")
struct DecimalParserTests {
  private func parse(_ text: String) -> Double? {
    let bytes = Array(text.utf8)
    return DecimalParser.parse(bytes.span, CellRange(0, bytes.count))
  }

  @Test("rounds like Python's float, halves and subnormals included")
  func oracle() throws {
    for row in try OracleTable.rows("decimals") {
      let bits = try #require(UInt64(row[1], radix: 16))
      #expect(parse(row[0])?.bitPattern == bits, "\(row[0])")
    }
  }

  @Test("agrees with the standard library on random doubles written in full")
  func randomDoubles() {
    var generator = SplitMix64(seed: 1)
    var mismatches: [Double] = []
    for _ in 0..<50_000 {
      let value = Double(bitPattern: generator.next())
      guard value.isFinite else { continue }
      if parse("\(value)")?.bitPattern != value.bitPattern { mismatches.append(value) }
    }
    #expect(mismatches == [])
  }

  @Test("agrees with the standard library on random digits, points and exponents")
  func randomTexts() {
    var generator = SplitMix64(seed: 2)
    var mismatches: [String] = []
    for _ in 0..<50_000 {
      var text = ["", "-", "+"].randomElement(using: &generator) ?? ""
      let digits = Int.random(in: 1...(Bool.random(using: &generator) ? 22 : 40), using: &generator)
      let point = Int.random(in: -5..<digits, using: &generator)
      for index in 0..<digits {
        if index == point { text += "." }
        text += "\(Int.random(in: 0...9, using: &generator))"
      }
      if Bool.random(using: &generator) {
        text += "e\(Int.random(in: -350...320, using: &generator))"
      }
      let expected = Double(text).flatMap { $0.isFinite ? $0 : nil }
      if parse(text)?.bitPattern != expected?.bitPattern { mismatches.append(text) }
    }
    #expect(mismatches == [])
  }

  /// Reads a text that stands between others, as the quick way reads bytes before it.
  private func plain(_ text: String, before: String) -> Double? {
    let bytes = Array((before + text + "7.5,-1").utf8)
    let start = before.utf8.count
    return DecimalParser.plain(bytes.span, CellRange(start, start + text.utf8.count))
  }

  @Test("reads plain decimals the quick way as the slow one, whatever stands around them")
  func plainDecimals() {
    var generator = SplitMix64(seed: 3)
    let surroundings = [
      "0123456789012345", "................", "-,-,-,-,-,-,-,-,", "{\"é\":99999999999,",
    ]
    var mismatches: [String] = []
    for _ in 0..<50_000 {
      let digits = Int.random(in: 1...15, using: &generator)
      let point = Int.random(in: -1...digits, using: &generator)
      var text = Bool.random(using: &generator) ? "-" : ""
      for index in 0..<digits {
        if index == point { text += "." }
        text += "\(Int.random(in: 0...9, using: &generator))"
      }
      if point == digits { text += "." }
      let before = surroundings[Int.random(in: 0..<4, using: &generator)]
      let read = plain(text, before: before)
      if read?.bitPattern != parse(text)?.bitPattern || read == nil { mismatches.append(text) }
    }
    #expect(mismatches == [])
  }

  @Test("takes nothing for a plain decimal that is none")
  func notPlain() {
    var generator = SplitMix64(seed: 4)
    let characters = Array("0123456789..--+eE:/ ,é\u{0}")
    var mismatches: [String] = []
    for _ in 0..<100_000 {
      let count = Int.random(in: 0...18, using: &generator)
      let text = String((0..<count).map { _ in characters.randomElement(using: &generator) ?? "0" })
      guard let read = plain(text, before: "1234567890123456") else { continue }
      if read.bitPattern != parse(text)?.bitPattern { mismatches.append(text) }
    }
    #expect(mismatches == [])
  }

  @Test(
    "accepts the usual ways to write a number",
    arguments: [
      ("+1.5", 1.5), (".5", 0.5), ("5.", 5), ("1E3", 1_000), ("1e+02", 100), ("-.5e1", -5),
    ])
  func forms(text: String, value: Double) {
    #expect(parse(text) == value)
  }

  @Test(
    "refuses everything else",
    arguments: [
      "", ".", "+", "-.", "e5", "1e", "1e+", "1.2.3", "1 2", "1,5", "0x10", "inf", "nan",
      "Infinity",
      "--1", "1e5.0", "1f", "1e400", "-1e400", "١",
    ])
  func refuses(text: String) {
    #expect(parse(text) == nil)
  }

  @Test("handles exponents and digits of any length")
  func extremes() {
    let zeros = String(repeating: "0", count: 100_000)
    #expect(parse("1e99999999999999999999999") == nil)
    #expect(parse("1e-99999999999999999999999") == 0)
    #expect(parse("0e99999999999999999999999") == 0)
    #expect(parse("0.\(zeros)1e100001") == 1)
    #expect(parse("1\(zeros)e-100000") == 1)
  }
}
