/// SipHash-2-4 with 128 bits of output: a keyed digest of short texts.
///
/// Who does not know the key cannot find two texts with one digest, and cannot tell from a digest
/// which text it belongs to without trying texts.
///
/// Source: J.-P. Aumasson and D. J. Bernstein, *SipHash: a fast short-input PRF*, INDOCRYPT 2012;
/// the 128-bit form is that of the authors' reference implementation.
struct SipHash: Sendable {
  private let key: (low: UInt64, high: UInt64)

  /// - Parameters:
  ///   - low: The first eight bytes of the key, least significant first.
  ///   - high: The other eight.
  init(low: UInt64, high: UInt64) {
    key = (low, high)
  }

  /// The digest as two numbers; as bytes, the least significant of `first` comes first.
  ///
  /// - Complexity: O(n) for n bytes, no allocation.
  func digest(of bytes: Span<UInt8>) -> (first: UInt64, second: UInt64) {
    var state = State(key: key)
    let whole = bytes.count / 8 * 8
    var position = 0
    while position < whole {
      var word: UInt64 = 0
      for offset in 0..<8 { word |= UInt64(bytes[position + offset]) << UInt64(8 * offset) }
      state.absorb(word)
      position += 8
    }
    var last = UInt64(truncatingIfNeeded: bytes.count) << 56
    while position < bytes.count {
      last |= UInt64(bytes[position]) << UInt64(8 * (position - whole))
      position += 1
    }
    state.absorb(last)
    return state.finished()
  }

  /// Four words that the rounds mix.
  private struct State {
    private var v0: UInt64
    private var v1: UInt64
    private var v2: UInt64
    private var v3: UInt64

    init(key: (low: UInt64, high: UInt64)) {
      v0 = 0x736F_6D65_7073_6575 ^ key.low
      v1 = 0x646F_7261_6E64_6F6D ^ key.high ^ 0xEE
      v2 = 0x6C79_6765_6E65_7261 ^ key.low
      v3 = 0x7465_6462_7974_6573 ^ key.high
    }

    @inline(__always)
    private mutating func mix() {
      v0 &+= v1
      v1 = (v1 << 13 | v1 >> 51) ^ v0
      v0 = v0 << 32 | v0 >> 32
      v2 &+= v3
      v3 = (v3 << 16 | v3 >> 48) ^ v2
      v0 &+= v3
      v3 = (v3 << 21 | v3 >> 43) ^ v0
      v2 &+= v1
      v1 = (v1 << 17 | v1 >> 47) ^ v2
      v2 = v2 << 32 | v2 >> 32
    }

    @inline(__always)
    mutating func absorb(_ word: UInt64) {
      v3 ^= word
      mix()
      mix()
      v0 ^= word
    }

    mutating func finished() -> (first: UInt64, second: UInt64) {
      v2 ^= 0xEE
      for _ in 0..<4 { mix() }
      let first = v0 ^ v1 ^ v2 ^ v3
      v1 ^= 0xDD
      for _ in 0..<4 { mix() }
      return (first, v0 ^ v1 ^ v2 ^ v3)
    }
  }
}
