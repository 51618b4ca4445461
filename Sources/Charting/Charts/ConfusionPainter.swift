/// Draws a confusion matrix: shares by row as numbers on a tint, correct answers framed.
struct ConfusionPainter: Sendable {
  let chart: ConfusionChart
  let header: ChartHeader

  private static let labelWidth = 150.0
  private static let labelTitle = "Label"
  /// Tints stay so light that text on them keeps its contrast.
  private static let strongestTint = 0.3

  private var count: Int { chart.classes.count }
  /// Counts stand below shares where there is room for both.
  private var hasCounts: Bool { count <= 6 && hasDecimals }
  private var cellHeight: Double { hasCounts ? 54 : 30 }

  var drawing: Drawing {
    let labels = rowNames.map { TextMetrics.fitted($0, into: Self.labelWidth) }
    let left =
      Drawing.padding + ((labels + [Self.labelTitle]).map { TextMetrics.width($0) }.max() ?? 0) + 14
    let widest = left + Double(count) * 150
    let right = min(Drawing.standardWidth - Drawing.padding, widest)
    let top = header.height + 48
    let frame = PlotFrame(
      left: left, right: right, top: top, bottom: top + cellHeight * Double(count))
    let x = BandScale(count: count, start: left, end: right)
    let cells = chart.classes.indices.flatMap { label in
      chart.classes.indices.map { answer in cell(label, answer, x, frame) }
    }
    return Plot(
      kind: "chart-confusion", header: header,
      layers: [
        Plot.Layer("chart-cells", cells),
        Plot.Layer("chart-names", names(labels, frame) + heads(x, frame)),
      ], bottom: frame.bottom + 6, key: [(.bar(.text, .outlined), "answer and label agree")]
    ).drawing
  }

  private func names(_ labels: [String], _ frame: PlotFrame) -> [SVGElement] {
    let title = TextMark(
      text: Self.labelTitle, x: frame.left - 14, y: frame.top - 10, anchor: .end, colour: .muted)
    return [title.element]
      + labels.enumerated().map { index, label in
        TextMark(
          text: label, x: frame.left - 14,
          y: frame.top + (Double(index) + 0.5) * cellHeight + TextMark.drop, anchor: .end,
          full: label == rowNames[index] ? nil : chart.classes[index]
        ).element
      }
  }

  private func heads(_ x: BandScale, _ frame: PlotFrame) -> [SVGElement] {
    let title = TextMark(
      text: hasDecimals ? "Answer" : "Answer, in per cent of the rows of a label", x: frame.left,
      y: frame.top - 32, colour: .muted)
    return [title.element]
      + chart.classes.indices.map { index in
        TextMark(
          text: isNumbered ? "\(index + 1)" : chart.classes[index], x: x.centre(index),
          y: frame.top - 10, anchor: .middle, full: isNumbered ? chart.classes[index] : nil
        ).element
      }
  }

  /// Names that are too long for the columns are numbered, the numbers standing before the rows.
  private var isNumbered: Bool {
    chart.classes.contains { TextMetrics.width($0) > narrowest - 6 }
  }

  private var rowNames: [String] {
    isNumbered
      ? chart.classes.enumerated().map { "\($0.element) · \($0.offset + 1)" } : chart.classes
  }

  /// A column is at least so wide, whatever the names of the rows.
  private var narrowest: Double {
    min(150, (Drawing.standardWidth - 2 * Drawing.padding - Self.labelWidth - 14) / Double(count))
  }

  /// Whole per cents where "100.0 %" would not fit.
  private var hasDecimals: Bool { TextMetrics.width("100.0 %") <= narrowest - 6 }

  private func cell(
    _ label: Int, _ answer: Int, _ x: BandScale, _ frame: PlotFrame
  ) -> SVGElement {
    let top = frame.top + Double(label) * cellHeight
    let share = chart.share(label, answer) ?? 0
    let box = (x: x.edge(answer) + 1.5, y: top + 1.5, width: x.width - 3, height: cellHeight - 3)
    var elements = [
      SVGElement(.rect, class: "chart-cell")
        .with(.x, box.x).with(.y, box.y).with(.width, box.width).with(.height, box.height)
        .with(.fillOpacity, 0.04 + share * (Self.strongestTint - 0.04)).painted(.fill, .primary)
    ]
    if label == answer {
      elements.append(
        BarMark(
          x: box.x, y: box.y, width: box.width, height: box.height, colour: .text, look: .outlined
        ).element)
    }
    elements += texts(label, answer, centre: x.centre(answer), top: top)
    let count = DecimalText.fixed(Double(chart.count(label, answer)), decimals: 0)
    let total = DecimalText.fixed(Double(chart.total(label)), decimals: 0)
    return .group("", elements).titled(
      "label \(chart.classes[label]), answer \(chart.classes[answer]): "
        + "\(chart.shareText(label, answer)), \(count) of \(total) rows")
  }

  private func texts(
    _ label: Int, _ answer: Int, centre: Double, top: Double
  ) -> [SVGElement] {
    let share = chart.share(label, answer)
    let text =
      hasDecimals
      ? chart.shareText(label, answer)
      : share.map { DecimalText.fixed($0 * 100, decimals: 0) } ?? "–"
    let first = TextMark(
      text: text, x: centre, y: hasCounts ? top + 24 : top + cellHeight / 2 + TextMark.drop,
      anchor: .middle, colour: chart.count(label, answer) == 0 ? .muted : .text,
      weight: label == answer ? .bold : .regular)
    guard hasCounts else { return [first.element] }
    let second = TextMark(
      text: DecimalText.fixed(Double(chart.count(label, answer)), decimals: 0), x: centre,
      y: top + 44, anchor: .middle)
    return [first.element, second.element]
  }
}
