/// What a file keeps of a sketch: whole numbers below 2⁴⁰ whose distances take few bits.
extension DistinctCount {
  /// Leading bits of every hash, or, of a full sketch, ``code(of:)``; ascending.
  package var codes: [UInt64] {
    isExact
      ? hashes.map { $0 >> UInt64(UInt64.bitWidth - Self.hashBits) } : hashes.map(Self.code)
  }

  /// The sketch with these ``codes``; `nil` unless they ascend strictly and are as many as such a
  /// sketch can have.
  package init?(codes: [UInt64], isExact: Bool) {
    guard Self.canHold(codes, isExact: isExact) else { return nil }
    let bits = UInt64(Self.hashBits)
    guard let last = codes.last else {
      self.init()
      return
    }
    if isExact {
      guard last >> bits == 0 else { return nil }
      self.init(shortened: codes.map { $0 << (64 - bits) }, isExact: true)
    } else {
      guard last <= Self.code(of: .max) else { return nil }
      self.init(shortened: codes.map(Self.hash), isExact: false)
    }
  }

  /// The sketch that held these hashes when all of their bits were kept, until version 6 of the stored
  /// form; `nil` unless they ascend strictly and are as many as a sketch can have.
  package init?(whole hashes: [UInt64]) {
    let isExact = hashes.count < Self.capacity
    guard Self.canHold(hashes, isExact: isExact) else { return nil }
    let rule = isExact ? Self.leading : Self.shortened
    var kept: [UInt64] = []
    for hash in hashes.map(rule) where kept.last != hash { kept.append(hash) }
    self.init(shortened: kept, isExact: isExact)
  }

  private static func canHold(_ numbers: [UInt64], isExact: Bool) -> Bool {
    // A full sketch has two hashes at least, as no value lies between 0 and 0.
    guard isExact ? numbers.count < capacity : (2...capacity).contains(numbers.count) else {
      return false
    }
    return zip(numbers, numbers.dropFirst()).allSatisfy { $0 < $1 }
  }

  /// A hash as a floating-point number is written: how many zeros it does not begin with, and the bits
  /// after its first one. It orders as hashes do, and codes lie as densely for small ones.
  private static func code(of hash: UInt64) -> UInt64 {
    let dropped = droppedBits(of: hash)
    return (dropped - UInt64(64 - hashBits)) << UInt64(significantBits - 1) + (hash >> dropped)
  }

  private static func hash(ofCode code: UInt64) -> UInt64 {
    let exponent = code >> UInt64(significantBits - 1)
    guard exponent > 1 else { return code << UInt64(64 - hashBits) }
    let significand = code - (exponent - 1) << UInt64(significantBits - 1)
    return significand << (exponent - 1 + UInt64(64 - hashBits))
  }
}
