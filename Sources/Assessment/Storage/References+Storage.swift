import Profiling

extension RecordWriter {
  /// What was measured of a reference.
  package mutating func write(_ measures: ReferenceMeasures) {
    write(list: measures.usual.sorted { $0.key < $1.key }) { writer, entry in
      writer.write(entry.key)
      writer.write(list: entry.value) { $0.write($1) }
    }
    write(list: measures.records) { $0.write($1) }
    write(list: measures.defaults.sorted { $0.key < $1.key }) { writer, entry in
      writer.write(entry.key)
      writer.write(list: entry.value) { $0.write($1) }
    }
  }
}

extension RecordReader {
  /// What was measured of a reference, as ``RecordWriter`` wrote it.
  package mutating func referenceMeasures() throws(RecordCodecError) -> ReferenceMeasures {
    let usual = try list { reader throws(RecordCodecError) in
      (
        try reader.text(),
        try reader.list { reader throws(RecordCodecError) in try reader.value() }
      )
    }
    let records = try list { reader throws(RecordCodecError) in try reader.armRecord() }
    let defaults = try list { reader throws(RecordCodecError) in
      (
        try reader.text(),
        try reader.list { reader throws(RecordCodecError) in try reader.expectation() }
      )
    }
    return ReferenceMeasures(
      usual: Dictionary(usual, uniquingKeysWith: { first, _ in first }), records: records,
      defaults: Dictionary(defaults, uniquingKeysWith: { first, _ in first }))
  }
}
