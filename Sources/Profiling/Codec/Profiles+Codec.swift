import Statistics

/// The stored form begins with its version, so that a later program still reads what an earlier
/// one wrote.
private let formatVersion: UInt64 = 1

extension InputProfile {
  /// The compact stored form; equal profiles give equal bytes.
  package var encoded: [UInt8] {
    var writer = ProfileWriter()
    writer.write(formatVersion)
    writer.write(duplicateCount)
    writer.write(columns)
    writer.write(list: slices.sorted { $0.key < $1.key }) { writer, entry in
      writer.write(entry.key)
      writer.write(entry.value.rows)
      writer.write(entry.value.predictions)
      writer.write(entry.value.positivePredictions)
    }
    writer.write(operations.errorCount)
    writer.write(operations.latency)
    return writer.bytes
  }

  /// Reads the stored form.
  package init(encoded bytes: [UInt8]) throws(ProfileCodecError) {
    var reader = try ProfileReader(versioned: bytes)
    let duplicateCount = try reader.count()
    let columns = try reader.columns()
    let slices = try reader.list { reader throws(ProfileCodecError) -> (Slice, SliceCounts) in
      (
        try reader.slice(),
        SliceCounts(
          rows: try reader.count(), predictions: try reader.count(),
          positivePredictions: try reader.count())
      )
    }
    let operations = OperationsSummary(
      errorCount: try reader.count(), latency: try reader.valueCounts())
    guard reader.isAtEnd else { throw .invalid("end") }
    self.init(
      duplicateCount: duplicateCount, columns: columns,
      slices: Dictionary(slices, uniquingKeysWith: { first, _ in first }), operations: operations)
  }
}

extension OutcomeProfile {
  /// The compact stored form; equal profiles give equal bytes.
  package var encoded: [UInt8] {
    var writer = ProfileWriter()
    writer.write(formatVersion)
    writer.write(list: slices.sorted { $0.key < $1.key }) { writer, entry in
      writer.write(entry.key)
      writer.write(entry.value.labels)
      writer.write(entry.value.outcomes)
    }
    writer.write(labels)
    writer.write(delay)
    return writer.bytes
  }

  /// Reads the stored form.
  package init(encoded bytes: [UInt8]) throws(ProfileCodecError) {
    var reader = try ProfileReader(versioned: bytes)
    let slices = try reader.list { reader throws(ProfileCodecError) -> (Slice, SliceOutcomes) in
      (
        try reader.slice(),
        SliceOutcomes(labels: try reader.count(), outcomes: try reader.outcomes())
      )
    }
    let labels = try reader.columns()
    let delay = try reader.valueCounts()
    guard reader.isAtEnd else { throw .invalid("end") }
    self.init(
      slices: Dictionary(slices, uniquingKeysWith: { first, _ in first }), labels: labels,
      delay: delay)
  }
}

extension ProfileReader {
  /// A reader behind the version number, which must be one that this program knows.
  fileprivate init(versioned bytes: [UInt8]) throws(ProfileCodecError) {
    self.init(bytes)
    let version = try word()
    guard version == formatVersion else { throw .unknownVersion(version) }
  }
}
