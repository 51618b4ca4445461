package import Profiling

extension RecordWriter {
  /// An arm with everything that was measured for it; what was published first of it is kept apart.
  package mutating func write(_ record: ArmRecord) {
    write(record.arm)
    write(record.period)
    write(list: record.values) { $0.write($1) }
    write(list: record.findings) { $0.write($1) }
    write(list: record.distributions) { $0.write($1) }
    write(record.rowCount)
    write(record.labelCount)
    write(list: record.maturities.sorted { $0.key < $1.key }) { writer, entry in
      writer.write(entry.key)
      writer.write(entry.value.labelsArrived)
      writer.write(entry.value.labelsExpected)
      writer.write(entry.value.state.rawValue)
    }
    write(list: record.groupComparisons) { $0.write($1) }
    write(record.diagnostics)
  }

  /// What a period comes to, apart from the files that it was read from.
  package mutating func write(_ measured: MeasuredPeriod) {
    write(list: measured.arms) { $0.write($1) }
    write(list: measured.comparisons) { $0.write($1) }
    write(list: measured.promotions) { writer, promotion in
      writer.write(promotion.version)
      writer.write(promotion.replaced)
      writer.write(promotion.day)
      writer.write(list: promotion.months) { $0.write($1) }
      writer.write(optional: promotion.overall) { $0.write($1) }
    }
  }

  /// A file and the days of its rows.
  package mutating func write(_ file: InputFile, days: ClosedRange<Day>?) {
    write(file.role.rawValue)
    write(file.path)
    write(file.digest)
    for number in [file.size, file.rowCount, file.malformedRowCount, file.duplicateCount] {
      write(number)
    }
    write(optional: days) { writer, days in
      writer.write(days.lowerBound)
      writer.write(days.upperBound)
    }
  }
}

extension RecordReader {
  /// An arm as ``RecordWriter`` wrote it.
  package mutating func armRecord() throws(RecordCodecError) -> ArmRecord {
    ArmRecord(
      arm: try arm(), period: try period(),
      values: try list { reader throws(RecordCodecError) in try reader.value() },
      findings: try list { reader throws(RecordCodecError) in try reader.finding() },
      distributions: try list { reader throws(RecordCodecError) in try reader.distribution() },
      rowCount: try int(), labelCount: try int(), maturities: try maturities(),
      groupComparisons: try list { reader throws(RecordCodecError) in
        try reader.groupComparison()
      },
      diagnostics: try diagnostics())
  }

  private mutating func maturities() throws(RecordCodecError) -> [Slice: Maturity] {
    let entries = try list { reader throws(RecordCodecError) -> (Slice, Maturity) in
      (
        try reader.slice(),
        Maturity(
          labelsArrived: try reader.int(), labelsExpected: try reader.int(),
          state: try reader.name(Maturity.State.self))
      )
    }
    return Dictionary(entries, uniquingKeysWith: { first, _ in first })
  }

  package mutating func measuredPeriod() throws(RecordCodecError) -> MeasuredPeriod {
    MeasuredPeriod(
      arms: try list { reader throws(RecordCodecError) in try reader.armRecord() },
      comparisons: try list { reader throws(RecordCodecError) in try reader.armComparison() },
      promotions: try list { reader throws(RecordCodecError) in
        Promotion(
          version: try reader.text(), replaced: try reader.optionalText(), day: try reader.day(),
          months: try reader.list { reader throws(RecordCodecError) in
            try reader.armComparison()
          },
          overall: try reader.optional { reader throws(RecordCodecError) in
            try reader.armComparison()
          })
      })
  }
}
