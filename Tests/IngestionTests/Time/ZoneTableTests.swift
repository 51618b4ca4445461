import Statistics
import Testing

@testable import Ingestion

@Suite("ZoneTable")
struct ZoneTableTests {
  @Test("has the offsets and local days of Python's zoneinfo")
  func offsets() throws {
    var zones: [String: ZoneTable] = [:]
    for row in try OracleTable.rows("zone_offsets") {
      let zone = try #require(zones[row[0]] ?? ZoneTable(identifier: row[0]))
      zones[row[0]] = zone
      let instant = try #require(Int64(row[1]))
      #expect(zone.offset(atUTCMilliseconds: instant) == Int64(row[2]), "\(row)")
      #expect(zone.localDay(ofUTCMilliseconds: instant) == Int(row[3]), "\(row)")
    }
  }

  @Test("reads local times like Python with fold=0, skipped and repeated ones too")
  func localTimes() throws {
    var zones: [String: ZoneTable] = [:]
    for row in try OracleTable.rows("local_times") {
      let zone = try #require(zones[row[0]] ?? ZoneTable(identifier: row[0]))
      zones[row[0]] = zone
      let local = try #require(Int64(row[1]))
      #expect(zone.utcMilliseconds(ofLocal: local) == Int64(row[2]), "\(row)")
    }
  }

  @Test("turns every instant into local time and back, but for the repeated hour")
  func roundTrip() throws {
    let zone = try #require(ZoneTable(identifier: "Europe/Berlin"))
    var generator = SplitMix64(seed: 9)
    for _ in 0..<10_000 {
      let instant = Int64.random(in: -1_000_000_000_000...5_000_000_000_000, using: &generator)
      let back = zone.utcMilliseconds(ofLocal: instant + zone.offset(atUTCMilliseconds: instant))
      #expect(back == instant || back == instant - 3_600_000)
    }
  }

  @Test("puts instants before 1970 on the day before")
  func negativeDays() {
    #expect(ZoneTable.utc.localDay(ofUTCMilliseconds: -1) == -1)
    #expect(ZoneTable.utc.localDay(ofUTCMilliseconds: -86_400_000) == -1)
    #expect(ZoneTable.utc.localDay(ofUTCMilliseconds: -86_400_001) == -2)
  }

  @Test("does not know a misspelt zone, but the one that was meant")
  func unknown() {
    #expect(ZoneTable(identifier: "Europe/Berlni") == nil)
    #expect(ZoneTable.nearestIdentifiers(to: "Europe/Berlni").first == "Europe/Berlin")
    #expect(ZoneTable.nearestIdentifiers(to: "qqqqqqqqqqqqqqqqqqqq").isEmpty)
  }
}
