import Statistics

extension ProfileWriter {
  mutating func write(_ scores: [String: AnsweredScores]) {
    write(list: scores.sorted { $0.key < $1.key }) { writer, entry in
      writer.write(entry.key)
      writer.write(entry.value.predicted)
      writer.write(entry.value.others)
    }
  }

  mutating func write(_ losses: LossTable) {
    write(list: losses.bins) { writer, bin in
      writer.write(bin.absoluteError)
      writer.write(bin.squaredError)
    }
  }
}

extension ProfileReader {
  mutating func answeredScores() throws(ProfileCodecError) -> [String: AnsweredScores] {
    let entries = try list { reader throws(ProfileCodecError) -> (String, AnsweredScores) in
      let name = try reader.text()
      return (
        name,
        AnsweredScores(predicted: try reader.valueCounts(), others: try reader.valueCounts())
      )
    }
    return Dictionary(entries, uniquingKeysWith: { first, _ in first })
  }

  mutating func lossTable() throws(ProfileCodecError) -> LossTable {
    LossTable(
      bins: try list { reader throws(ProfileCodecError) in
        LossTable.Bin(absoluteError: try reader.moments(), squaredError: try reader.moments())
      })
  }
}
