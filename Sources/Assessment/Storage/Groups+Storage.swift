import Profiling

/// How groups and arms compare.
extension RecordWriter {
  mutating func write(_ comparison: GroupComparison) {
    write(comparison.slice)
    write(optional: comparison.privileged) { $0.write($1) }
    switch comparison.privilegedOrigin {
    case .configured: write(0)
    case .favouredInReference: write(1)
    case .favouredNow: write(2)
    }
    write(list: comparison.groups) { $0.write($1) }
    write(list: comparison.gaps) { $0.write($1) }
    write(list: comparison.compared) { $0.write($1) }
  }

  private mutating func write(_ compared: ComparedGroups) {
    write(compared.metric)
    write(list: compared.groups) { writer, group in
      writer.write(group.slice)
      writer.write(list: group.numbers) { writer, number in
        switch number {
        case .rate(let part, let whole):
          writer.write(0)
          writer.write(part)
          writer.write(whole)
        case .mean(let mean, let variance, let count):
          writer.write(1)
          writer.write(mean)
          writer.write(variance)
          writer.write(count)
        }
      }
    }
  }

  private mutating func write(_ group: GroupComparison.Group) {
    write(group.slice)
    write(optional: group.rows) { $0.write($1) }
    switch group.standing {
    case .compared: write(0)
    case .tooFewRows: write(1)
    case .unknown: write(2)
    case .keptBack: write(3)
    }
    write(group.test)
    write(list: group.scores) { writer, bin in
      writer.write(bin.lower)
      writer.write(bin.upper)
      writer.write(optional: bin.count) { $0.write($1) }
      writer.write(optional: bin.positives) { $0.write($1) }
      writer.write(bin.meanScore)
    }
  }

  private mutating func write(_ gap: GroupComparison.Gap) {
    write(gap.metric)
    for side in [gap.highest, gap.lowest] {
      write(side.slice)
      write(side.rate)
    }
    write(gap.pairCount)
    write(gap.test)
  }

  private mutating func write(_ test: GroupTest?) {
    write(optional: test) { writer, test in
      switch test.kind {
      case .fisher: writer.write(0)
      case .proportions: writer.write(1)
      case .welch: writer.write(2)
      }
      writer.write(test.pValue)
    }
  }

  mutating func write(_ comparison: ArmComparison) {
    write(comparison.production)
    write(comparison.other)
    write(comparison.firstDay)
    write(comparison.lastDay)
    write(comparison.dayCount)
    write(list: comparison.rows) { writer, row in
      writer.write(row.key)
      writer.write(row.production)
      writer.write(row.other)
      writer.write(row.difference)
      writer.write(row.outcome.rawValue)
    }
  }
}

extension RecordReader {
  mutating func groupComparison() throws(RecordCodecError) -> GroupComparison {
    GroupComparison(
      slice: try slice(),
      privileged: try optional { reader throws(RecordCodecError) in try reader.slice() },
      privilegedOrigin: try privilegedOrigin(),
      groups: try list { reader throws(RecordCodecError) in try reader.group() },
      gaps: try list { reader throws(RecordCodecError) in try reader.gap() },
      compared: try list { reader throws(RecordCodecError) in try reader.comparedGroups() })
  }

  private mutating func comparedGroups() throws(RecordCodecError) -> ComparedGroups {
    ComparedGroups(
      try metric(),
      try list { reader throws(RecordCodecError) in
        ComparedGroups.Group(
          try reader.slice(),
          try reader.list { reader throws(RecordCodecError) in try reader.comparedNumber() })
      })
  }

  private mutating func comparedNumber() throws(RecordCodecError) -> ComparedGroups.Number {
    switch try int() {
    case 0: .rate(part: try int(), of: try int())
    case 1: .mean(try number(), variance: try optionalNumber(), count: try int())
    default: throw RecordCodecError(what: "compared number")
    }
  }

  private mutating func privilegedOrigin()
    throws(RecordCodecError) -> GroupComparison.PrivilegedOrigin
  {
    switch try int() {
    case 0: .configured
    case 1: .favouredInReference
    case 2: .favouredNow
    default: throw RecordCodecError(what: "origin")
    }
  }

  private mutating func group() throws(RecordCodecError) -> GroupComparison.Group {
    GroupComparison.Group(
      slice: try slice(), rows: try optionalInt(), standing: try standing(), test: try test(),
      scores: try list { reader throws(RecordCodecError) in
        GroupScoreBin(
          lower: try reader.optionalNumber(), upper: try reader.optionalNumber(),
          count: try reader.optionalInt(), positives: try reader.optionalInt(),
          meanScore: try reader.optionalNumber())
      })
  }

  private mutating func standing() throws(RecordCodecError) -> GroupComparison.Standing {
    switch try int() {
    case 0: .compared
    case 1: .tooFewRows
    case 2: .unknown
    case 3: .keptBack
    default: throw RecordCodecError(what: "standing")
    }
  }

  private mutating func gap() throws(RecordCodecError) -> GroupComparison.Gap {
    GroupComparison.Gap(
      metric: try metric(), highest: try side(), lowest: try side(), pairCount: try int(),
      test: try test())
  }

  private mutating func side() throws(RecordCodecError) -> GroupComparison.Gap.Side {
    GroupComparison.Gap.Side(try slice(), try number())
  }

  private mutating func test() throws(RecordCodecError) -> GroupTest? {
    guard try flag() else { return nil }
    let kind: GroupTest.Kind =
      switch try int() {
      case 0: .fisher
      case 1: .proportions
      case 2: .welch
      default: throw RecordCodecError(what: "test")
      }
    return GroupTest(kind, pValue: try number())
  }

  private mutating func optionalInt() throws(RecordCodecError) -> Int? {
    try flag() ? try int() : nil
  }

  mutating func armComparison() throws(RecordCodecError) -> ArmComparison {
    ArmComparison(
      production: try arm(), other: try arm(), firstDay: try day(), lastDay: try day(),
      dayCount: try int(),
      rows: try list { reader throws(RecordCodecError) in
        ArmComparison.Row(
          key: try reader.key(), production: try reader.value(), other: try reader.value(),
          difference: try reader.number(), outcome: try reader.name(ArmComparison.Outcome.self))
      })
  }
}
