import Profiling

/// What charts are drawn from: distributions, curves and counts.
extension RecordWriter {
  mutating func write(_ distribution: Distribution) {
    write(distribution.column)
    write(distribution.subject.rawValue)
    write(list: distribution.bins) { $0.write($1) }
    write(distribution.currentCount)
    write(distribution.referenceCount)
  }

  private mutating func write(_ bin: Distribution.Bin) {
    write(bin.lower)
    write(bin.upper)
    write(bin.category)
    write(bin.current)
    write(bin.reference)
  }

  mutating func write(_ diagnostics: Diagnostics) {
    write(optional: diagnostics.ranking) { writer, ranking in
      writer.write(list: ranking.roc) { $0.write($1) }
      writer.write(list: ranking.precisionRecall) { $0.write($1) }
    }
    write(optional: diagnostics.calibration) { writer, calibration in
      writer.write(calibration.isProbability)
      writer.write(list: calibration.bins) { writer, bin in
        writer.write(bin.lower)
        writer.write(bin.upper)
        writer.write(bin.count)
        writer.write(bin.meanScore)
        writer.write(bin.outcome)
      }
    }
    write(optional: diagnostics.confusion) { writer, confusion in
      writer.write(list: confusion.classes) { $0.write($1) }
      writer.write(list: confusion.counts) { writer, row in
        writer.write(list: row) { $0.write($1) }
      }
    }
    write(optional: diagnostics.errors) { writer, errors in
      writer.write(list: errors.byPrediction) { writer, bin in
        writer.write(bin.lower)
        writer.write(bin.upper)
        writer.write(bin.count)
        writer.write(bin.meanAbsoluteError)
      }
      writer.write(list: errors.sizes) { $0.write($1) }
      writer.write(errors.currentCount)
      writer.write(errors.referenceCount)
    }
    write(list: diagnostics.arrival) { $0.write($1) }
  }

  private mutating func write(_ place: Diagnostics.Place) {
    write(place.x)
    write(place.y)
  }
}

extension RecordReader {
  mutating func distribution() throws(RecordCodecError) -> Distribution {
    Distribution(
      column: try text(), subject: try name(Distribution.Subject.self), bins: try bins(),
      currentCount: try int(), referenceCount: try int())
  }

  private mutating func bins() throws(RecordCodecError) -> [Distribution.Bin] {
    try list { reader throws(RecordCodecError) in
      Distribution.Bin(
        lower: try reader.optionalNumber(), upper: try reader.optionalNumber(),
        category: try reader.optionalText(), current: try reader.number(),
        reference: try reader.optionalNumber())
    }
  }

  private mutating func places() throws(RecordCodecError) -> [Diagnostics.Place] {
    try list { reader throws(RecordCodecError) in
      Diagnostics.Place(x: try reader.number(), y: try reader.number())
    }
  }

  mutating func diagnostics() throws(RecordCodecError) -> Diagnostics {
    Diagnostics(
      ranking: try optional { reader throws(RecordCodecError) in
        Diagnostics.Ranking(roc: try reader.places(), precisionRecall: try reader.places())
      },
      calibration: try optional { reader throws(RecordCodecError) in
        try reader.calibration()
      },
      confusion: try optional { reader throws(RecordCodecError) in
        Diagnostics.Confusion(
          classes: try reader.list { reader throws(RecordCodecError) in try reader.text() },
          counts: try reader.list { reader throws(RecordCodecError) in
            try reader.list { reader throws(RecordCodecError) in try reader.int() }
          })
      },
      errors: try optional { reader throws(RecordCodecError) in try reader.errors() },
      arrival: try places())
  }

  private mutating func calibration() throws(RecordCodecError) -> Diagnostics.Calibration {
    Diagnostics.Calibration(
      isProbability: try flag(),
      bins: try list { reader throws(RecordCodecError) in
        Diagnostics.Calibration.Bin(
          lower: try reader.number(), upper: try reader.number(), count: try reader.int(),
          meanScore: try reader.number(), outcome: try reader.estimate())
      })
  }

  private mutating func errors() throws(RecordCodecError) -> Diagnostics.Errors {
    Diagnostics.Errors(
      byPrediction: try list { reader throws(RecordCodecError) in
        Diagnostics.Errors.Bin(
          lower: try reader.optionalNumber(), upper: try reader.optionalNumber(),
          count: try reader.int(), meanAbsoluteError: try reader.estimate())
      },
      sizes: try bins(), currentCount: try int(), referenceCount: try int())
  }
}
