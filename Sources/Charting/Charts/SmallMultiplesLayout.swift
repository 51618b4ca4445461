/// Where the panels of small multiples stand, before anything is drawn.
struct SmallMultiplesLayout: Sendable {
  let header: ChartHeader
  let axis: FittedAxis
  /// Panels side by side: three where names, values and periods have room, else two.
  let perRow: Int
  /// Lines above a panel: name and value on one, or each on its own.
  let headLines: Int
  let panelCount: Int

  private static let panelHeight = 64.0
  private static let gap = 22.0

  init(_ chart: SmallMultiplesChart, header: ChartHeader) {
    self.header = header
    panelCount = chart.panels.count
    let points = chart.panels.flatMap(\.points) + (chart.common?.points ?? [])
    axis = chart.axis.fitted(
      values: points.compactMap(\.drawnValue), rules: [], intervals: [], about: 2)
    let axis = axis
    let heads = chart.panels.map { panel in
      let reading = chart.lastReading(panel)
      return TextMetrics.width(panel.title)
        + (reading.isEmpty ? 0 : TextMetrics.width(reading) + 8)
    }
    let periods =
      [chart.periods.first, chart.periods.last].compactMap { $0 }.map { TextMetrics.width($0) }
      .reduce(12, +)
    let widest = heads.max() ?? 0
    let isThree =
      panelCount > 2 && max(widest, periods) <= Self.width(of: axis, perRow: 3)
    perRow = isThree ? 3 : 2
    headLines = widest <= Self.width(of: axis, perRow: isThree ? 3 : 2) ? 1 : 2
  }

  private static func width(of axis: FittedAxis, perRow: Int) -> Double {
    let left = Drawing.padding + ValueAxisMark.width(of: axis)
    return (Drawing.standardWidth - Drawing.padding - left - gap * Double(perRow - 1))
      / Double(perRow)
  }

  private var titleHeight: Double { 26 + Double(headLines - 1) * TextMetrics.lineHeight }
  private var rowPitch: Double { titleHeight + Self.panelHeight + 14 }

  /// Where the last row ends.
  var bottom: Double {
    header.height + Double((panelCount + perRow - 1) / perRow) * rowPitch
  }

  func frame(_ panel: Int) -> PlotFrame {
    let width = Self.width(of: axis, perRow: perRow)
    let (row, column) = panel.quotientAndRemainder(dividingBy: perRow)
    let left =
      Drawing.padding + ValueAxisMark.width(of: axis) + Double(column) * (width + Self.gap)
    let top = header.height + Double(row) * rowPitch + titleHeight
    return PlotFrame(left: left, right: left + width, top: top, bottom: top + Self.panelHeight)
  }
}
