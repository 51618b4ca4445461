import Testing

@testable import Ingestion

@Suite("TimestampReader")
struct TimestampReaderTests {
  private func read(_ text: String, zone: ZoneTable = .utc) -> Int64? {
    let bytes = Array(text.utf8)
    let reader = TimestampReader(zone: zone, missingTokens: nil)
    switch reader.read(CellRange(0, bytes.count), of: bytes.span) {
    case .value(let value): return value
    case .missing: return TimestampColumn.missing
    case .malformed: return nil
    }
  }

  @Test("agrees with Python's datetime and zoneinfo")
  func oracle() throws {
    for row in try OracleTable.rows("timestamps") {
      let zone = try #require(ZoneTable(identifier: row[1]))
      #expect(read(row[0], zone: zone) == Int64(row[2]), "\(row)")
    }
  }

  @Test(
    "takes the unit of Unix time from its size and rounds down",
    arguments: [
      ("0", 0), ("1364774400", 1_364_774_400_000), ("1364774400.1239", 1_364_774_400_123),
      ("-1", -1_000), ("-0.0001", -1), ("-1.5", -1_500), ("-1.0001", -1_001),
      ("99999999999", 99_999_999_999_000), ("100000000000", 100_000_000_000),
      ("1364774400123", 1_364_774_400_123), ("-1364774400123.5", -1_364_774_400_124),
      ("1364774400123999", 1_364_774_400_123), ("-1364774400123001", -1_364_774_400_124),
      ("1364774400123999999", 1_364_774_400_123), (" 5 ", 5_000),
    ] as [(String, Int64)])
  func unix(text: String, value: Int64) {
    #expect(read(text) == value)
  }

  @Test("cuts fractions of any length to milliseconds")
  func fractions() {
    #expect(read("1970-01-01 00:00:00.1") == 100)
    #expect(read("1970-01-01 00:00:00.0019999999999999") == 1)
    #expect(read("1969-12-31T23:59:59.9999Z") == -1)
  }

  @Test(
    "refuses what is no date or time",
    arguments: [
      "2013-02-29", "2013-00-01", "2013-13-01", "2013-04-31", "2013-4-1", "2013/04/01",
      "1900-02-29",
      "2013-04-01T", "2013-04-01T10", "2013-04-01T24:00", "2013-04-01T10:60", "2013-04-01T10:00:60",
      "2013-04-01T10:00:00.", "2013-04-01T10:00+1", "2013-04-01T10:00+25:00",
      "2013-04-01T10:00+01:60",
      "2013-04-01T10:00Z+1", "2013-04-01Z", "2013-04-01T10:00:00 UTC", "2013-04-01X10:00", "1.",
      "-",
      "1e9", "99999999999999999999", "yesterday", "12:30",
    ])
  func refuses(text: String) {
    #expect(read(text) == nil)
  }

  @Test("knows the missing tokens", arguments: ["", "  ", "NA", "None"])
  func missing(text: String) {
    #expect(read(text) == TimestampColumn.missing)
  }
}
