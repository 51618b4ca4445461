/// Reads a field as an instant: ISO 8601, or Unix time as a number, or a missing token.
struct TimestampReader: Sendable {
  private let zone: ZoneTable
  private let missingTokens: MissingTokens

  init(zone: ZoneTable, missingTokens: [String]?) {
    self.zone = zone
    self.missingTokens = missingTokens.map(MissingTokens.init) ?? .pandas
  }

  /// Milliseconds since 1970-01-01 00:00 UTC.
  func read(_ cell: CellRange, of bytes: Span<UInt8>) -> Reading<Int64> {
    let cell = cell.trimmed(in: bytes)
    if missingTokens.contains(cell, of: bytes) { return .missing }
    let isDate = cell.count >= 10 && bytes[cell.start + 4] == UInt8(ascii: "-")
    let instant =
      isDate
      ? ISOTimestamp(bytes, cell)?.utcMilliseconds(in: zone)
      : UnixTime.milliseconds(bytes, cell)
    return instant.map { .value($0) } ?? .malformed
  }
}
