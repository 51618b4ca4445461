import Assessment
import Profiling

/// Which trends a reader looks at.
struct TrendChoice {
  let model: ModelRecord
  let history: ModelHistory
  let role: Role
  /// Indices of the periods that the page shows; the choice knows no others.
  let range: Range<Int>

  /// A trend of one measure, or of one measure for the groups of an attribute.
  enum Trend {
    case measure(MetricKey)
    case groups(Metric, attribute: String)
  }

  /// Those that matter most to the reader first.
  var trends: [Trend] {
    let performance = history.measured.map { Trend.measure(MetricKey($0)) }
    let rows = Trend.measure(MetricKey(.rowCount))
    let coverage = Trend.measure(MetricKey(.labelCoverage))
    let drifted = Trend.measure(MetricKey(.driftedFeatureShare))
    let groups = attributes.map { Trend.groups($0.metric, attribute: $0.attribute) }
    return switch role {
    case .dataScientist:
      performance.prefix(3) + [drifted, coverage] + performance.dropFirst(3) + [rows] + groups
    case .dataScienceManager: performance.prefix(2) + [coverage, drifted, rows]
    case .productManager: performance.prefix(3) + [rows]
    case .business: performance.prefix(1) + [rows]
    case .dataEngineer: ([.rowCount, .labelCoverage].map { .measure(MetricKey($0)) }) + supply
    case .compliance: performance.prefix(2) + groups + [rows]
    }
  }

  /// What a data engineer looks after: the columns that broke, then the rest of the supply.
  private var supply: [Trend] {
    let metrics: [Metric] = [
      .labelDelayDaysP50, .duplicateIdCount, .malformedRowCount, .errorShare, .latencyMsP95,
    ]
    return (brokenColumns + metrics.map { MetricKey($0) }).map { .measure($0) }
  }

  /// Columns whose quality was ever outside its limits, the most often first; at most six.
  private var brokenColumns: [MetricKey] {
    var counts: [MetricKey: Int] = [:]
    for period in model.periods[range] {
      for finding in period.leading?.findings ?? []
      where finding.family == .quality && finding.status == .breach {
        counts[finding.value.key, default: 0] += 1
      }
    }
    return Array(counts.sorted { (-$0.value, $0.key) < (-$1.value, $1.key) }.map(\.key).prefix(6))
  }

  /// Attributes whose groups are shown side by side, by the measure that stands for the model:
  /// protected ones for compliance, all single ones for data scientists.
  private var attributes: [(metric: Metric, attribute: String)] {
    // Whoever is shown no groups need not have them looked for in every period.
    guard role == .compliance || role == .dataScientist, let metric = history.primary else {
      return []
    }
    let protected = Set(model.identity.protectedAttributes)
    let values = model.periods[range].compactMap(\.leading).flatMap { $0.groupValues(of: metric) }
    let single = Set(values.flatMap { $0.key.slice.parts.map(\.attribute) })
    let chosen: Set<String> =
      if role == .compliance {
        single.intersection(protected)
      } else {
        // Classes of a multiclass model share the form of segments, not the meaning.
        model.identity.task == .multiclass ? single.subtracting(["class"]) : single
      }
    return chosen.sorted().map { (metric, $0) }
  }
}
