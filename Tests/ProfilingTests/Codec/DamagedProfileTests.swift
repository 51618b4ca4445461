import Statistics
import Testing

@testable import Profiling

@Suite("Stored profiles that no program wrote")
struct DamagedProfileTests {
  @Test("are refused when gaps or counts run past the largest number")
  func overflow() {
    var gap = ProfileWriter()
    for number in [8, 2, 0, 1, Int.max, 1] { gap.write(number) }
    #expect(throws: ProfileCodecError.self) {
      var reader = ProfileReader(gap.bytes)
      _ = try reader.sparseCounts()
    }
    var counts = ProfileWriter()
    counts.write(true)
    counts.write(2)
    for _ in 0..<2 {
      counts.write(UInt64(1) << 63)
      counts.write(Int.max)
    }
    #expect(throws: ProfileCodecError.self) {
      var reader = ProfileReader(counts.bytes)
      _ = try reader.valueCounts()
    }
  }

  @Test("are refused when a value is no finite number")
  func notFinite() {
    var counts = ProfileWriter()
    counts.write(true)
    counts.write(1)
    counts.write(UInt64.max)
    counts.write(1)
    #expect(throws: ProfileCodecError.self) {
      var reader = ProfileReader(counts.bytes)
      _ = try reader.valueCounts()
    }
  }

  @Test("give the same bytes whether 0 or −0 came first")
  func signOfZero() {
    let anchors = NumericAnchors(reference: [1])
    var one = NumericSummary()
    var other = NumericSummary()
    for value in [0, -0.0] { one.add(value, anchors: anchors) }
    for value in [-0.0, 0] { other.add(value, anchors: anchors) }
    var left = InputProfile()
    var right = InputProfile()
    left.columns["x"] = .numeric(one)
    right.columns["x"] = .numeric(other)
    #expect(left == right)
    #expect(left.encoded == right.encoded)
  }

  @Test("keep a class apart from the number that its letters are in base 16")
  func hexadecimal() {
    #expect(ClassName.canonical("0x10") == "0x10")
  }
}
