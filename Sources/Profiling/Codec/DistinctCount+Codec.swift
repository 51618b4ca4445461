import Statistics

extension ProfileWriter {
  /// How many hashes there are, with ``DistinctCount/capacity`` added if the sketch is full, and what is kept
  /// of them.
  mutating func write(_ count: DistinctCount) {
    let codes = count.codes
    write(codes.count + (count.isExact ? 0 : DistinctCount.capacity))
    write(ascending: codes)
  }
}

extension ProfileReader {
  mutating func distinctCount() throws(ProfileCodecError) -> DistinctCount {
    let count: DistinctCount?
    if hasParts {
      let length = try self.count()
      guard length <= 2 * DistinctCount.capacity else { throw .invalid("distinct count") }
      let isExact = length < DistinctCount.capacity
      count = DistinctCount(
        codes: try ascending(isExact ? length : length - DistinctCount.capacity), isExact: isExact)
    } else if isPacked {
      count = DistinctCount(whole: try ascending(try self.count()))
    } else {
      count = DistinctCount(
        whole: try list { reader throws(ProfileCodecError) in try reader.word() })
    }
    guard let count else { throw .invalid("distinct count") }
    return count
  }
}
