import Profiling

extension RecordWriter {
  mutating func write(_ finding: Finding) {
    write(finding.value)
    write(finding.expectation)
    write(finding.status.rawValue)
    write(finding.rule)
    write(optional: finding.effect) { writer, effect in
      writer.write(effect.reference)
      writer.write(effect.size)
      writer.write(effect.outcome.storedNumber)
    }
    write(optional: finding.significance) { writer, significance in
      writer.write(significance.pValue)
      writer.write(significance.adjusted)
    }
    write(finding.periodsInARow)
  }

  mutating func write(_ expectation: Expectation) {
    write(expectation.key)
    write(expectation.minimum)
    write(expectation.maximum)
    write(expectation.watchBelow)
    write(expectation.watchAbove)
    switch expectation.origin {
    case .configured: write(0)
    case .referenceChunks(let count):
      write(1)
      write(count)
    case .convention: write(2)
    }
  }

  private mutating func write(_ rule: VerdictRule) {
    switch rule {
    case .noLimit: write(0)
    case .noValue(let reason):
      write(1)
      write(reason)
    case .tooFewRows(let count, let minimum):
      write(2)
      write(count)
      write(minimum)
    case .tooFewReferenceRows(let count, let minimum):
      write(3)
      write(count)
      write(minimum)
    case .inside: write(4)
    case .improvement(let crossing):
      write(5)
      write(crossing)
    case .beyond(let crossing, let proof):
      write(6)
      write(crossing)
      write(proof)
    }
  }

  private mutating func write(_ crossing: VerdictRule.Crossing) {
    write(crossing.side == .above)
    write(crossing.bound)
    write(crossing.kind == .watch)
  }

  private mutating func write(_ proof: VerdictRule.Proof) {
    switch proof {
    case .valueAlone: write(0)
    case .wholeInterval: write(1)
    case .intervalReaches: write(2)
    case .significant(let pValue):
      write(3)
      write(pValue)
    case .inconclusive(let pValue):
      write(4)
      write(pValue)
    case .chance(let pValue):
      write(5)
      write(pValue)
    case .untestable: write(6)
    }
  }
}

extension RecordReader {
  mutating func finding() throws(RecordCodecError) -> Finding {
    Finding(
      value: try value(), expectation: try expectation(), status: try name(Status.self),
      rule: try rule(),
      effect: try optional { reader throws(RecordCodecError) in
        Effect(
          reference: try reader.optionalNumber(), size: try reader.number(),
          outcome: try Effect.Outcome(storedNumber: try reader.int()))
      },
      significance: try optional { reader throws(RecordCodecError) in
        Significance(pValue: try reader.number(), adjusted: try reader.number())
      },
      periodsInARow: try int())
  }

  mutating func expectation() throws(RecordCodecError) -> Expectation {
    let key = try key()
    return Expectation(
      key.metric, slice: key.slice, feature: key.feature, minimum: try optionalNumber(),
      maximum: try optionalNumber(), watchBelow: try optionalNumber(),
      watchAbove: try optionalNumber(), origin: try origin())
  }

  private mutating func origin() throws(RecordCodecError) -> Expectation.Origin {
    switch try int() {
    case 0: .configured
    case 1: .referenceChunks(count: try int())
    case 2: .convention
    default: throw RecordCodecError(what: "origin")
    }
  }

  private mutating func rule() throws(RecordCodecError) -> VerdictRule {
    switch try int() {
    case 0: .noLimit
    case 1: .noValue(try reason())
    case 2: .tooFewRows(count: try int(), minimum: try int())
    case 3: .tooFewReferenceRows(count: try int(), minimum: try int())
    case 4: .inside
    case 5: .improvement(try crossing())
    case 6: .beyond(try crossing(), try proof())
    default: throw RecordCodecError(what: "rule")
    }
  }

  private mutating func crossing() throws(RecordCodecError) -> VerdictRule.Crossing {
    VerdictRule.Crossing(
      try flag() ? .above : .below, try number(), try flag() ? .watch : .limit)
  }

  private mutating func proof() throws(RecordCodecError) -> VerdictRule.Proof {
    switch try int() {
    case 0: .valueAlone
    case 1: .wholeInterval
    case 2: .intervalReaches
    case 3: .significant(try number())
    case 4: .inconclusive(try number())
    case 5: .chance(try number())
    case 6: .untestable
    default: throw RecordCodecError(what: "proof")
    }
  }
}

extension Effect.Outcome {
  fileprivate static let stored: [Effect.Outcome] = [.better, .worse, .same, .changed]

  fileprivate var storedNumber: Int {
    switch self {
    case .better: 0
    case .worse: 1
    case .same: 2
    case .changed: 3
    }
  }

  fileprivate init(storedNumber: Int) throws(RecordCodecError) {
    guard Self.stored.indices.contains(storedNumber) else {
      throw RecordCodecError(what: "outcome")
    }
    self = Self.stored[storedNumber]
  }
}
