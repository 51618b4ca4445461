import Profiling

extension RecordWriter {
  mutating func write(_ key: MetricKey) {
    write(key.metric)
    write(key.slice)
    write(key.feature)
  }

  mutating func write(_ value: MetricValue) {
    write(value.key)
    write(value.estimate)
    write(value.count)
  }

  mutating func write(_ estimate: Estimate) {
    switch estimate {
    case .value(let number, let interval):
      write(interval == nil ? 0 : 1)
      write(number)
      if let interval {
        write(interval.lower)
        write(interval.upper)
      }
    case .unavailable(let reason):
      write(2)
      write(reason)
    }
  }

  mutating func write(_ reason: Unavailability) {
    switch reason {
    case .noRows: write(0)
    case .noLabels: write(1)
    case .tooFewRows(let count, let minimum):
      write(2)
      write(count)
      write(minimum)
    case .noReference: write(3)
    case .noValues: write(4)
    case .notCounted(let counted, let rows):
      write(5)
      write(counted)
      write(rows)
    case .oneClass: write(6)
    case .undefined(let because):
      write(7)
      write(because)
    case .notApplicable(let because):
      write(8)
      write(because)
    case .withheld(.smallGroup(let below)):
      write(9)
      write(below)
    case .withheld(.protectsSmallGroup(let below)):
      write(10)
      write(below)
    }
  }

  mutating func write(_ arm: Arm) {
    write(arm.version)
    write(arm.stage.rawValue)
  }

  mutating func write(_ period: Period) {
    write(period.kind.rawValue)
    write(period.start)
  }
}

extension RecordReader {
  mutating func key() throws(RecordCodecError) -> MetricKey {
    MetricKey(try metric(), slice: try slice(), feature: try optionalText())
  }

  mutating func value() throws(RecordCodecError) -> MetricValue {
    MetricValue(try key(), try estimate(), count: try int())
  }

  mutating func estimate() throws(RecordCodecError) -> Estimate {
    switch try int() {
    case 0: .value(try number(), interval: nil)
    case 1: .value(try number(), interval: Interval(lower: try number(), upper: try number()))
    case 2: .unavailable(try reason())
    default: throw RecordCodecError(what: "estimate")
    }
  }

  mutating func reason() throws(RecordCodecError) -> Unavailability {
    switch try int() {
    case 0: .noRows
    case 1: .noLabels
    case 2: .tooFewRows(count: try int(), minimum: try int())
    case 3: .noReference
    case 4: .noValues
    case 5: .notCounted(counted: try int(), rows: try int())
    case 6: .oneClass
    case 7: .undefined(because: try text())
    case 8: .notApplicable(because: try text())
    case 9: .withheld(.smallGroup(below: try int()))
    case 10: .withheld(.protectsSmallGroup(below: try int()))
    default: throw RecordCodecError(what: "reason")
    }
  }

  mutating func arm() throws(RecordCodecError) -> Arm {
    Arm(version: try text(), stage: try name(Stage.self))
  }

  mutating func period() throws(RecordCodecError) -> Period {
    Period(try name(PeriodKind.self), containing: try day())
  }
}
