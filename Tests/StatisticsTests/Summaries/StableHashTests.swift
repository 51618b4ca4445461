import Testing

@testable import Statistics

@Suite("The stable hash")
struct StableHashTests {
  /// The first outputs of SplitMix64 with the seed 1234567, as Rosetta Code lists them. The state
  /// grows by the golden gamma between two outputs.
  @Test(
    "mixes as SplitMix64 does",
    arguments: [
      (UInt64(0), 6_457_827_717_110_365_317 as UInt64), (1, 3_203_168_211_198_807_973),
      (2, 9_817_491_932_198_370_423), (3, 4_593_380_528_125_082_431),
      (4, 16_408_922_859_458_223_821),
    ])
  func equalsSplitMix(_ step: UInt64, _ output: UInt64) {
    let state = 1_234_567 &+ step &* 0x9E37_79B9_7F4A_7C15
    #expect(StableHash.of(Double(bitPattern: state)) == output)
  }

  /// From the test vectors that its authors publish.
  @Test(
    "mixes the FNV-1a hash of a text",
    arguments: [
      ("", 0xCBF2_9CE4_8422_2325 as UInt64), ("a", 0xAF63_DC4C_8601_EC8C),
      ("foobar", 0x8594_4171_F739_67E8),
    ])
  func equalsFNV(_ text: String, _ hash: UInt64) {
    #expect(StableHash.of(text) == StableHash.of(Double(bitPattern: hash)))
  }

  @Test("is the same for 0 and −0")
  func zeroHasNoSign() {
    #expect(StableHash.of(0.0) == StableHash.of(-0.0))
  }
}
