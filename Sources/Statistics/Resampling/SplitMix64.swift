/// A small generator of random numbers whose sequence is fixed by its seed.
///
/// All randomness of the program comes from here: equal seeds give equal reports. Not for secrets.
///
/// Source: G. L. Steele, D. Lea and C. H. Flood, *OOPSLA* 2014, 453.
package struct SplitMix64: RandomNumberGenerator, Sendable {
  private var state: UInt64

  package init(seed: UInt64) {
    state = seed
  }

  /// The next 64 random bits.
  package mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var bits = state
    bits = (bits ^ (bits >> 30)) &* 0xBF58_476D_1CE4_E5B9
    bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
    return bits ^ (bits >> 31)
  }

  /// A uniform number in (0, 1), an odd multiple of 2⁻⁵³; neither end occurs, so its logarithm is
  /// finite.
  ///
  /// The standard library's conversion is not used because it may change between versions.
  package mutating func uniform() -> Double {
    (Double(next() >> 12) + 0.5) * 0x1p-52
  }
}
