import Testing

@testable import Charting

@Suite("Colours")
struct ChartColourTests {
  static let texts: [ChartColour] = [
    .text, .muted, .primary, .secondary, .tertiary, .quaternary, .context, .watch, .breach,
  ]

  @Test("of text have a contrast of 4.5 to 1, light and dark", arguments: texts)
  func text(colour: ChartColour) throws {
    #expect(try contrast(colour.light, ChartColour.background.light) >= 4.5)
    #expect(try contrast(colour.dark, ChartColour.background.dark) >= 4.5)
  }

  @Test("of axes have a contrast of 3 to 1, light and dark")
  func axis() throws {
    #expect(try contrast(ChartColour.axis.light, ChartColour.background.light) >= 3)
    #expect(try contrast(ChartColour.axis.dark, ChartColour.background.dark) >= 3)
  }

  @Test("all stand in the style sheet, light and dark", arguments: ChartColour.allCases)
  func css(colour: ChartColour) {
    for value in [colour.light, colour.dark] {
      #expect(ChartStyle.css.contains("--chart-\(colour.rawValue): \(value);"))
    }
  }

  /// Contrast ratio and relative luminance as WCAG 2.2 defines them.
  private func contrast(_ one: String, _ other: String) throws -> Double {
    let values = try [luminance(one), luminance(other)].sorted()
    return (values[1] + 0.05) / (values[0] + 0.05)
  }

  private func luminance(_ hex: String) throws -> Double {
    let number = try #require(Int(hex.dropFirst(), radix: 16))
    let parts = [number >> 16, number >> 8 & 255, number & 255].map { part -> Double in
      let value = Double(part) / 255
      return value <= 0.04045 ? value / 12.92 : power((value + 0.055) / 1.055)
    }
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
  }

  /// x to the power of 2.4 as x² · (x²)^(1/5), the root by Newton's method.
  private func power(_ x: Double) -> Double {
    let square = x * x
    var root = 1.0
    for _ in 0..<60 {
      root -= (root * root * root * root * root - square) / (5 * root * root * root * root)
    }
    return square * root
  }
}
