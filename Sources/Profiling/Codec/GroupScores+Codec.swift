import Statistics

extension ProfileWriter {
  mutating func write(_ scores: [Slice: ValueCounts]) {
    write(list: scores.sorted { $0.key < $1.key }) { writer, entry in
      writer.write(entry.key)
      writer.write(entry.value)
    }
  }
}

extension ProfileReader {
  mutating func groupScores() throws(ProfileCodecError) -> [Slice: ValueCounts] {
    let entries = try list { reader throws(ProfileCodecError) -> (Slice, ValueCounts) in
      (try reader.slice(), try reader.valueCounts())
    }
    return Dictionary(entries, uniquingKeysWith: { first, _ in first })
  }
}
