import Assessment
import Charting
import Profiling

/// The charts of a report.
struct FigureBuilder {
  let context: ReportContext

  /// How many periods a chart in a report reaches back; the page of trends shows them all.
  static let reach = 26

  /// One trend for each key that has a value.
  func trends(_ keys: [MetricKey], rank: Int = 0) -> [RoleReport.Figure] {
    let start = max(0, context.index + 1 - Self.reach)
    return keys.compactMap { key in
      let figure = TrendFigure(model: context.model, key: key, range: start..<context.index + 1)
      let id = Self.identifier("trend", key)
      guard let file = figure.chart(id: id, heading: .drawn),
        let inline = figure.chart(id: id, heading: .outside)
      else { return nil }
      return RoleReport.Figure(
        address: "charts/\(id).svg", chart: file, inlineChart: inline, rank: rank)
    }
  }

  /// The distributions of columns, in their order.
  func distributions(_ columns: [String]) -> [RoleReport.Figure] {
    columns.compactMap { column in
      guard let found = context.leading?.distributions.first(where: { $0.column == column }) else {
        return nil
      }
      let id = Self.shortened("distribution-\(ChartID(column).text)")
      let figure = DistributionFigure(
        distribution: found, period: context.period,
        suppressBelow: context.identity.suppressBelow)
      guard let file = figure.chart(id: id, heading: .drawn),
        let inline = figure.chart(id: id, heading: .outside)
      else { return nil }
      return RoleReport.Figure(address: "charts/\(id).svg", chart: file, inlineChart: inline)
    }
  }

  /// A file name and chart id without a character that any system minds.
  static func identifier(_ prefix: String, _ key: MetricKey) -> String {
    var name = "\(prefix)-" + key.metric.rawValue.replacing("_", with: "-")
    if let feature = key.feature { name += "-of-\(ChartID(feature).text)" }
    if !key.slice.isAll { name += "-for-\(ChartID(key.slice.description).text)" }
    return shortened(name)
  }

  /// File systems end names at 255 bytes; a long one keeps its beginning and a sum over the whole,
  /// so that two long names stay apart.
  static func shortened(_ name: String) -> String {
    guard name.utf8.count > 120 else { return name }
    let sum = name.utf8.reduce(UInt64(14_695_981_039_346_656_037)) {
      ($0 ^ UInt64($1)) &* 1_099_511_628_211
    }
    return "\(name.prefix(90))-\(String(sum, radix: 16))"
  }
}
