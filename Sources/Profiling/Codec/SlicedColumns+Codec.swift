import Statistics

extension ProfileWriter {
  mutating func write(_ columns: [SlicedColumn: ColumnSummary]) {
    write(list: columns.sorted { $0.key < $1.key }) { writer, entry in
      writer.write(entry.key.slice)
      writer.write(entry.key.column)
      writer.write(entry.value)
    }
  }
}

extension ProfileReader {
  mutating func slicedColumns() throws(ProfileCodecError) -> [SlicedColumn: ColumnSummary] {
    let entries = try list { reader throws(ProfileCodecError) -> (SlicedColumn, ColumnSummary) in
      (
        SlicedColumn(slice: try reader.slice(), column: try reader.text()),
        try reader.columnSummary()
      )
    }
    return Dictionary(entries, uniquingKeysWith: { first, _ in first })
  }
}
