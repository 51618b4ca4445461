/// Draws a categorical distribution: for each category a bar for now above one for the reference.
struct CategoryPainter: Sendable {
  let rows: [DistributionRow]
  let top: Double
  let names: (current: String, reference: String)

  private static let pitch = 40.0
  private static let labelWidth = 168.0

  /// The layers, and where the drawing ends below them.
  var painted: (layers: [Plot.Layer], bottom: Double) {
    let labelWidth =
      rows.flatMap { TextMetrics.lines($0.label, within: CategoryPainter.labelWidth) }
      .map { TextMetrics.width($0) }.max() ?? 0
    let left = Drawing.padding + labelWidth + 12
    let values = rows.map { value($0) }
    let valueWidth = values.map { TextMetrics.width($0) }.max() ?? 0
    let right = Drawing.standardWidth - Drawing.padding - valueWidth - 10
    let largest = rows.flatMap { [$0.current, $0.reference].compactMap { $0 } }.max() ?? 0
    // The longest bar uses all of the width: values stand beside the bars, so no axis is needed.
    let x = LinearScale(domain: 0...(largest > 0 ? largest : 1), start: left, end: right)
    let groups = rows.enumerated().map { index, row in
      SVGElement.group("chart-category", parts(row, value: values[index], x, y: rowTop(index)))
        .titled(row.hoverText(names.current, names.reference))
    }
    let bottom = rowTop(rows.count) - 2
    let baseline = RuleMark(
      classes: "chart-baseline", from: (left, top - 6), to: (left, bottom), colour: .axis,
      width: 1.5
    ).element
    return (
      [Plot.Layer("chart-bars", groups), Plot.Layer("chart-axis", [baseline])],
      bottom + Drawing.padding
    )
  }

  /// "Others" stands apart from the categories by a little more air.
  private func rowTop(_ index: Int) -> Double {
    let isSetApart = rows.count > 1 && rows.last?.isOthers == true && index >= rows.count - 1
    return top + Double(index) * CategoryPainter.pitch + (isSetApart ? 8 : 0)
  }

  private func value(_ row: DistributionRow) -> String { row.text(of: row.current) }

  private func parts(
    _ row: DistributionRow, value: String, _ x: LinearScale, y: Double
  ) -> [SVGElement] {
    var elements =
      [
        SVGElement(.rect, class: "chart-hit")
          .with(.y, y - 4).with(.width, Drawing.standardWidth)
          .with(.height, CategoryPainter.pitch).with(.fillOpacity, 0)
      ] + self.label(row, right: x.start - 12, middle: y + 14)
    if let share = row.current {
      elements.append(
        BarMark(
          x: x.start, y: y, width: x.position(share) - x.start, height: 16,
          colour: row.isOthers ? .context : .primary, look: .filled
        ).element)
    }
    if let share = row.reference {
      elements.append(
        BarMark(
          x: x.start, y: y + 18, width: x.position(share) - x.start, height: 10, colour: .text,
          look: .outlined
        ).element)
    }
    elements.append(
      TextMark(
        text: value, x: x.position(row.current ?? 0) + 8, y: y + 8 + TextMark.drop,
        colour: row.current == nil ? .muted : .text
      ).element)
    return elements
  }

  /// The name of a category, on one line or two.
  private func label(_ row: DistributionRow, right: Double, middle: Double) -> [SVGElement] {
    let lines = TextMetrics.lines(row.label, within: CategoryPainter.labelWidth, maximum: 2)
    let pitch = 18.0
    let first = middle - pitch * Double(lines.count - 1) / 2 + TextMark.drop
    return lines.enumerated().map { index, line in
      TextMark(
        text: line, x: right, y: first + Double(index) * pitch, anchor: .end,
        colour: row.isOthers ? .muted : .text,
        full: lines.joined(separator: " ") == row.label ? nil : row.label
      ).element
    }
  }
}
