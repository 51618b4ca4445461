import Assessment
import Charting

extension ValueAxis {
  /// The axis of a metric: its unit, zero where lengths or amounts are compared, and the ends that
  /// its definition sets.
  ///
  /// - Parameter unit: Of the label, for metrics that are in it; drawn above the axis.
  init(_ metric: Metric, unit: String? = nil) {
    let definition = metric.definition
    let bounds: ClosedRange<Double>? = definition.lowest.flatMap { lowest in
      definition.highest.flatMap { $0 > lowest ? lowest...$0 : nil }
    }
    switch definition.unit {
    case .share:
      self.init(
        format: .percent, zero: definition.family.isPerformance ? .whereDataLead : .included,
        bounds: bounds ?? 0...1)
    case .count: self.init(format: .number(), zero: .included)
    case .days: self.init(format: .number(unit: "days"), zero: .included)
    case .milliseconds: self.init(format: .number(unit: "milliseconds"), zero: .included)
    case .sameAsColumn: self.init(format: .number(unit: unit ?? ""), bounds: bounds)
    case .plain, .pValue: self.init(bounds: bounds)
    }
  }
}
