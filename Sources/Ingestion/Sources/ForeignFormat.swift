/// Formats of data files that are recognised by their first bytes only to say what to do with them.
enum ForeignFormat: CaseIterable {
  case parquet, arrow, avro, orc, sqlite, zip, bzip2, xz, lz4

  /// The format of a file that begins so, or nil.
  init?(start: ArraySlice<UInt8>) {
    guard let found = Self.allCases.first(where: { start.starts(with: $0.signature) }) else {
      return nil
    }
    self = found
  }

  /// Bytes needed to tell them apart.
  static let probedBytes = 8

  private var signature: [UInt8] {
    switch self {
    case .parquet: Array("PAR1".utf8)
    case .arrow: Array("ARROW1".utf8)
    case .avro: Array("Obj\u{1}".utf8)
    case .orc: Array("ORC".utf8) + [0x08]
    case .sqlite: Array("SQLite f".utf8)
    case .zip: Array("PK\u{3}\u{4}".utf8)
    case .bzip2: Array("BZh".utf8)
    case .xz: [0xFD] + Array("7zXZ".utf8) + [0]
    case .lz4: [0x04, 0x22, 0x4D, 0x18]
    }
  }

  func error(path: String) -> IngestionError {
    IngestionError(.foreignFormat(name: name), path: path, advice: advice)
  }

  private var name: String {
    switch self {
    case .parquet: "a Parquet file"
    case .arrow: "an Arrow file"
    case .avro: "an Avro file"
    case .orc: "an ORC file"
    case .sqlite: "an SQLite database"
    case .zip: "a ZIP archive or a spreadsheet"
    case .bzip2: "a bzip2 file"
    case .xz: "an xz file"
    case .lz4: "an lz4 file"
    }
  }

  private var advice: String {
    switch self {
    case .parquet, .sqlite: "Read it through DuckDB: {via: duckdb, from: …} in the configuration."
    case .arrow, .avro, .orc: "Export the data as CSV, JSON Lines or Parquet."
    case .zip: "Unpack it, or export the data as CSV in UTF-8."
    case .bzip2, .xz, .lz4: "Compress it with gzip or zstd instead, or unpack it."
    }
  }
}
