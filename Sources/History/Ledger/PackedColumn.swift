/// Writes and reads lists of 64-bit codes as 64-bit words.
///
/// A column is two words of description and its codes, each as its distance from the smallest, in as
/// many bits as the largest distance needs. A code of 0 (absent) keeps a place of its own, so that
/// it does not widen the others.
enum PackedColumn {
  /// How much work goes into making a column small.
  enum Density {
    /// One byte, two, four or eight: for rows that are put aside for a moment.
    case passing
    /// One byte, two or eight: for entries that will be moved once more. Times and scores keep the
    /// room of any label's time, so that there is less to store once it has come.
    case light
    /// As many bits as needed, in the largest unit of time that divides all distances, numbers with
    /// few decimals as whole numbers: for entries that stay.
    case dense
  }

  private enum Form: UInt64 {
    case distances, decimals
  }

  /// Milliseconds of which times are often whole multiples.
  private static let units: [UInt64] = [1, 1_000, 60_000, 3_600_000, 86_400_000]

  /// Powers of ten that a `Double` holds exactly.
  private static let powers: [Double] = [
    1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15,
  ]

  /// - Parameter isNumber: Whether the codes are those of numbers, as ``LedgerCodes/code(of:)``.
  static func write(
    _ codes: [UInt64], density: Density, isNumber: Bool = false, to words: inout [UInt64]
  ) {
    if isNumber, density == .dense, let (decimals, exponent) = decimals(codes) {
      write(decimals, form: .decimals, scale: exponent, density: density, to: &words)
    } else {
      let unit = density == .dense ? unit(of: codes) : 0
      write(codes, form: .distances, scale: unit, density: density, to: &words)
    }
  }

  /// Reads `count` codes from `position` on, which moves behind them.
  static func read(
    _ count: Int, from words: [UInt64], at position: inout Int
  ) throws(LedgerFault) -> [UInt64] {
    guard count >= 0, position + 2 <= words.count else { throw .truncated }
    let (head, base) = (words[position], words[position + 1])
    let width = Int(head & 0xFF)
    let scale = Int(head >> 16 & 0xFF)
    guard width <= 64, let form = Form(rawValue: head >> 8 & 0xFF),
      scale < (form == .distances ? units.count : powers.count)
    else { throw .invalid }
    let start = position + 2
    let length = (count * width + 63) / 64
    guard start + length <= words.count else { throw .truncated }
    position = start + length
    let step = form == .distances ? units[scale] : 1
    var codes = BitUnpacker(width: width).codes(count, from: words, at: start)
    if head >> 24 & 1 == 1 {
      for index in codes.indices where codes[index] != 0 {
        codes[index] = base &+ (codes[index] &- 1) &* step
      }
    } else if step == 1 {
      for index in codes.indices { codes[index] &+= base }
    } else {
      for index in codes.indices { codes[index] = base &+ codes[index] &* step }
    }
    if form == .decimals { undoDecimals(&codes, exponent: scale) }
    return codes
  }

  // MARK: - Distances

  private static func write(
    _ codes: [UInt64], form: Form, scale: Int, density: Density, to words: inout [UInt64]
  ) {
    var smallest = UInt64.max
    var largest: UInt64 = 0
    var hasAbsent = false
    for code in codes {
      if code == 0 {
        hasAbsent = true
      } else {
        smallest = min(smallest, code)
        largest = max(largest, code)
      }
    }
    let step = form == .distances ? units[scale] : 1
    let base = largest == 0 ? 0 : smallest
    // Nothing but absent codes is a constant 0. Otherwise absent ones take distance 0, and all
    // other distances move up by one, unless there is no room for that.
    var absentTakesZero = hasAbsent && largest != 0
    var widest = (largest &- base) / step
    var origin = base
    if absentTakesZero {
      if widest == .max {
        (absentTakesZero, origin, widest) = (false, 0, largest)
      } else {
        widest += 1
      }
    }
    let width = bits(of: widest, density: density)
    words.append(
      UInt64(width) | form.rawValue << 8 | UInt64(scale) << 16 | (absentTakesZero ? 1 << 24 : 0))
    words.append(origin)
    guard width > 0 else { return }
    var packer = BitPacker(width: width)
    words.reserveCapacity(words.count + (codes.count * width + 63) / 64)
    // The cases apart: with a choice and a division for every code they took most of the time.
    switch (absentTakesZero, step) {
    case (false, 1): for code in codes { packer.add(code &- origin, to: &words) }
    case (true, 1):
      for code in codes { packer.add(code == 0 ? 0 : code &- origin &+ 1, to: &words) }
    case (false, _): for code in codes { packer.add((code &- origin) / step, to: &words) }
    case (true, _):
      for code in codes { packer.add(code == 0 ? 0 : (code &- origin) / step &+ 1, to: &words) }
    }
    packer.finish(&words)
  }

  private static func bits(of number: UInt64, density: Density) -> Int {
    let needed = 64 - number.leadingZeroBitCount
    switch density {
    case .dense: return needed
    case .light: return needed == 0 ? 0 : needed <= 8 ? 8 : needed <= 16 ? 16 : 64
    case .passing:
      return needed == 0 ? 0 : needed <= 8 ? 8 : needed <= 16 ? 16 : needed <= 32 ? 32 : 64
    }
  }

  /// The largest unit that divides all distances from the smallest code that is not absent.
  private static func unit(of codes: [UInt64]) -> Int {
    guard let base = codes.lazy.filter({ $0 != 0 }).min() else { return 0 }
    var unit = units.count - 1
    for code in codes where code != 0 {
      while (code - base) % units[unit] != 0 { unit -= 1 }
      if unit == 0 { return 0 }
    }
    return unit
  }

  // MARK: - Decimals

  /// The numbers as whole multiples of a power of ten, if each of them comes back exactly: the
  /// quotient of two exact numbers is rounded as the text of the decimal was.
  private static func decimals(_ codes: [UInt64]) -> (codes: [UInt64], exponent: Int)? {
    var exponent = 0
    for code in codes where code != 0 {
      let number = Double(bitPattern: code &- 1)
      while whole(number, exponent) == nil {
        exponent += 1
        if exponent == powers.count { return nil }
      }
    }
    var result = codes
    for (index, code) in codes.enumerated() where code != 0 {
      guard let whole = whole(Double(bitPattern: code &- 1), exponent) else { return nil }
      result[index] = UInt64(bitPattern: whole) ^ (1 << 63)
    }
    return (result, exponent)
  }

  private static func whole(_ number: Double, _ exponent: Int) -> Int64? {
    let scaled = (number * powers[exponent]).rounded()
    guard scaled.magnitude < 0x1p53, scaled / powers[exponent] == number,
      !(number == 0 && number.sign == .minus)
    else { return nil }
    return Int64(scaled)
  }

  private static func undoDecimals(_ codes: inout [UInt64], exponent: Int) {
    for (index, code) in codes.enumerated() where code != 0 {
      let number = Double(Int64(bitPattern: code ^ (1 << 63))) / powers[exponent]
      codes[index] = number.bitPattern &+ 1
    }
  }
}

/// Why stored bytes are no page of a ledger.
enum LedgerFault: Error {
  case truncated
  case invalid
}

extension LedgerFault: CustomStringConvertible {
  var description: String {
    switch self {
    case .truncated: "a page of the ledger ends too early"
    case .invalid: "a page of the ledger holds an invalid value"
    }
  }
}
