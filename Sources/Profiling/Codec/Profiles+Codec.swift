import Statistics

/// The stored form begins with its version, so that a later program still reads what an earlier
/// one wrote. Version 2 added, at the end, the scores by answer and the errors by prediction;
/// version 3 columns within slices. Version 4 holds the same in fewer bits; version 5 added the
/// scores of groups, version 6 whole seconds and milliseconds as parts of a day. Version 7 shortens
/// the hashes of distinct counts and holds counts, names, sums and the scores of slices in fewer bits.
private let formatVersion: UInt64 = 7

/// The first version that knows scores by answer and errors by prediction.
private let versionWithEstimation: UInt64 = 2

/// The first version that knows columns within slices.
private let versionWithSlicedColumns: UInt64 = 3

/// The first version whose long lists are packed.
private let versionWithPackedLists: UInt64 = 4

/// The first version that knows the scores of groups.
private let versionWithGroupScores: UInt64 = 5

/// The first version whose scores of slices may be written as parts of those of all rows.
private let versionWithParts: UInt64 = 7

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
    writer.write(answeredScores)
    writer.write(slicedColumns)
    writer.write(groupScores, of: answeredScores)
    return writer.bytes
  }

  /// Reads the stored form.
  package init(encoded bytes: [UInt8]) throws(ProfileCodecError) {
    var reader = ProfileReader(bytes)
    let version = try reader.begin()
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
    let answeredScores =
      version >= versionWithEstimation ? try reader.answeredScores() : [:]
    let slicedColumns = version >= versionWithSlicedColumns ? try reader.slicedColumns() : [:]
    let groupScores =
      version >= versionWithGroupScores ? try reader.groupScores(of: answeredScores) : [:]
    guard reader.isAtEnd else { throw .invalid("end") }
    self.init(
      duplicateCount: duplicateCount, columns: columns,
      slices: Dictionary(slices, uniquingKeysWith: { first, _ in first }), operations: operations,
      answeredScores: answeredScores, slicedColumns: slicedColumns, groupScores: groupScores)
  }
}

extension OutcomeProfile {
  /// The compact stored form; equal profiles give equal bytes.
  package var encoded: [UInt8] {
    var writer = ProfileWriter()
    writer.write(formatVersion)
    writer.write(slices)
    writer.write(labels)
    writer.write(delay)
    writer.write(losses)
    writer.write(slicedLabels)
    return writer.bytes
  }

  /// Reads the stored form.
  package init(encoded bytes: [UInt8]) throws(ProfileCodecError) {
    var reader = ProfileReader(bytes)
    let version = try reader.begin()
    let slices = try reader.sliceOutcomes()
    let labels = try reader.columns()
    let delay = try reader.valueCounts()
    let losses = version >= versionWithEstimation ? try reader.lossTable() : LossTable()
    let slicedLabels = version >= versionWithSlicedColumns ? try reader.slicedColumns() : [:]
    guard reader.isAtEnd else { throw .invalid("end") }
    self.init(
      slices: slices, labels: labels,
      delay: delay, losses: losses, slicedLabels: slicedLabels)
  }
}

extension ProfileReader {
  var isPacked: Bool { version >= versionWithPackedLists }

  var hasParts: Bool { version >= versionWithParts }

  /// The version number that stored bytes begin with, which must be one that this program knows.
  fileprivate mutating func begin() throws(ProfileCodecError) -> UInt64 {
    let version = try word()
    guard (1...formatVersion).contains(version) else { throw .unknownVersion(version) }
    self.version = version
    return version
  }
}
