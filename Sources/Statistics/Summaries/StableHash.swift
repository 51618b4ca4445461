/// A hash that is the same in every run and on every machine, unlike `Hasher`.
///
/// Used to thin out values without regard to their order of arrival; not for security.
package enum StableHash {
  /// Hash of a number; 0 and −0 agree.
  package static func of(_ number: Double) -> UInt64 {
    mixed((number == 0 ? 0 : number).bitPattern)
  }

  /// Hash of the UTF-8 bytes of a text.
  ///
  /// Source: G. Fowler, L. C. Noll, K.-P. Vo, FNV-1a with 64 bits; then the finaliser below.
  package static func of(_ text: String) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in text.utf8 {
      hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3
    }
    return mixed(hash)
  }

  /// Source: the finaliser of SplitMix64 (G. L. Steele, D. Lea, C. H. Flood, 2014).
  private static func mixed(_ seed: UInt64) -> UInt64 {
    var word = seed &+ 0x9E37_79B9_7F4A_7C15
    word = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
    word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
    return word ^ (word >> 31)
  }
}
