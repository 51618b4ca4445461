import Statistics

extension ProfileWriter {
  /// Outcomes without their ``Outcomes/numbers``.
  mutating func write(_ outcomes: Outcomes) {
    switch outcomes {
    case .binary(let binary):
      write(0)
      write(binary.truePositives)
      write(binary.falsePositives)
      write(binary.trueNegatives)
      write(binary.falseNegatives)
      write(binary.logLoss)
      write(binary.squaredError)
    case .regression(let regression):
      write(1)
      write(regression.error)
      write(regression.absoluteError)
      write(regression.squaredError)
      write(regression.relativeError)
      write(regression.label)
    case .multiclass(let multiclass):
      write(2)
      write(multiclass)
    }
  }

  private mutating func write(_ multiclass: MulticlassOutcomes) {
    write(list: multiclass.confusion.sorted { $0.key < $1.key }) { writer, entry in
      writer.write(entry.key.label)
      writer.write(entry.key.predicted)
      writer.write(entry.value)
    }
    write(names: multiclass.rankings.keys.sorted())
    write(multiclass.logLoss)
  }

  mutating func write(_ slice: Slice) {
    write(list: slice.parts) { writer, part in
      writer.write(part.attribute)
      writer.write(part.value != nil)
      if let value = part.value { writer.write(value) }
    }
  }
}

extension ProfileReader {
  /// Outcomes; until version 6 with their ``Outcomes/numbers``, since then without.
  mutating func outcomes() throws(ProfileCodecError) -> Outcomes {
    switch try word() {
    case 0:
      let counts = (try count(), try count(), try count(), try count())
      let scores =
        hasParts ? (ValueCounts(), ValueCounts()) : (try valueCounts(), try valueCounts())
      return .binary(
        BinaryOutcomes(
          truePositives: counts.0, falsePositives: counts.1, trueNegatives: counts.2,
          falseNegatives: counts.3, positiveScores: scores.0, negativeScores: scores.1,
          logLoss: try moments(), squaredError: try moments()))
    case 1:
      return .regression(
        RegressionOutcomes(
          error: try moments(), absoluteError: try moments(), squaredError: try moments(),
          relativeError: try moments(), label: try moments(),
          absoluteErrors: hasParts ? ValueCounts() : try valueCounts()))
    case 2:
      return .multiclass(try multiclassOutcomes())
    default:
      throw .invalid("kind of outcomes")
    }
  }

  private mutating func multiclassOutcomes() throws(ProfileCodecError) -> MulticlassOutcomes {
    typealias Pair = MulticlassOutcomes.Pair
    typealias Ranking = MulticlassOutcomes.Ranking
    let confusion = try list { reader throws(ProfileCodecError) -> (Pair, Int) in
      let pair = Pair(label: try reader.text(), predicted: try reader.text())
      return (pair, try reader.count())
    }
    let rankings =
      hasParts
      ? try names().map { ($0, Ranking()) }
      : try list { reader throws(ProfileCodecError) -> (String, Ranking) in
        let name = try reader.text()
        return (
          name, Ranking(positives: try reader.valueCounts(), negatives: try reader.valueCounts())
        )
      }
    return MulticlassOutcomes(
      confusion: Dictionary(confusion, uniquingKeysWith: +),
      rankings: Dictionary(rankings, uniquingKeysWith: { first, _ in first }),
      logLoss: try moments())
  }

  mutating func slice() throws(ProfileCodecError) -> Slice {
    Slice(
      parts: try list { reader throws(ProfileCodecError) in
        Slice.Part(
          attribute: try reader.text(), value: try reader.flag() ? try reader.text() : nil)
      })
  }
}
