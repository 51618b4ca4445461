/// How a CSV file is written and how it is to be read.
package struct CSVOptions: Sendable {
  /// The character between two fields.
  package enum Delimiter: String, Sendable, CaseIterable {
    case comma = ","
    case semicolon = ";"
    case tab = "\t"

    var byte: UInt8 {
      switch self {
      case .comma: UInt8(ascii: ",")
      case .semicolon: UInt8(ascii: ";")
      case .tab: UInt8(ascii: "\t")
      }
    }
  }

  package var delimiter: Delimiter

  /// The texts that stand for a missing value, besides the empty field.
  ///
  /// With nil, numbers and timestamps take the list that pandas' `read_csv` uses, and categories
  /// take none: a category named "NA" or "None" is more often a value than a gap. A given list
  /// replaces both. Text columns know only the empty field.
  package var missingTokens: [String]?

  /// The largest share of malformed rows, in [0, 1], with which a file is still accepted.
  ///
  /// One in a hundred by default: enough for a torn last line or a stray quote in a log, too little
  /// for a file whose columns were swapped.
  package var maximumMalformedShare: Double

  /// The zone of times that name none. UTC by default, so that a result does not depend on where
  /// the program runs.
  package var zone: ZoneTable

  /// The longest record in bytes, line ending included. It bounds memory when a quote is left open.
  package var maximumRecordBytes: Int

  /// Bytes asked of the file at a time.
  package var blockBytes: Int

  /// Most rows in one batch.
  package var maximumBatchRows: Int

  /// - Precondition: `maximumMalformedShare` lies in [0, 1]; the sizes are at least 1, and those in
  ///   bytes at most 2^30.
  package init(
    delimiter: Delimiter = .comma,
    missingTokens: [String]? = nil,
    maximumMalformedShare: Double = 0.01,
    zone: ZoneTable = .utc,
    maximumRecordBytes: Int = 1 << 20,
    blockBytes: Int = 1 << 21,
    maximumBatchRows: Int = 4_096
  ) {
    precondition(
      (0...1).contains(maximumMalformedShare), "The malformed share must lie in [0, 1].")
    let sizes = 1...(1 << 30)
    precondition(
      sizes.contains(maximumRecordBytes) && sizes.contains(blockBytes)
        && sizes.contains(maximumBatchRows), "Sizes must lie in 1...2^30.")
    self.delimiter = delimiter
    self.missingTokens = missingTokens
    self.maximumMalformedShare = maximumMalformedShare
    self.zone = zone
    self.maximumRecordBytes = maximumRecordBytes
    self.blockBytes = blockBytes
    self.maximumBatchRows = maximumBatchRows
  }
}
