import Assessment
import Profiling

/// Tables of groups: one for each attribute or combination of attributes.
struct SegmentTables {
  let context: ReportContext

  /// Groups by performance, for all attributes.
  var performance: [SectionView] {
    sections(metrics: Array(context.history.measured.prefix(4)))
  }

  /// Attributes, or combinations of them, that name groups, in the order of the record.
  private var attributes: [[String]] {
    var seen = Set<[String]>()
    return groups.map { $0.parts.map(\.attribute) }.filter { seen.insert($0).inserted }
  }

  /// Classes of a multiclass model are no segments: they share the form, not the meaning.
  private var groups: [Slice] {
    let slices = Set((context.leading?.values ?? []).map(\.key.slice)).filter(\.isGroup)
    let isMulticlass = context.identity.task == .multiclass
    return GroupOrder.sorted(
      slices.filter { !isMulticlass || $0.parts.map(\.attribute) != ["class"] })
  }

  private func sections(metrics: [Metric]) -> [SectionView] {
    guard let figure = context.figure else { return [] }
    return attributes.map { attribute in
      let slices = groups.filter { $0.parts.map(\.attribute) == attribute }
      let shown = metrics.filter { metric in
        slices.contains { figure.record[MetricKey(metric, slice: $0)] != nil }
      }
      let hasLabels = slices.contains { figure.record.maturities[$0] != nil }
      let rows = slices.map { slice in
        row(
          slice, shown, figure, labels: hasLabels ? [labels(slice, figure)] : [])
      }
      let hidden = slices.filter { figure.suppression.hides($0) }
      return SectionView(
        title: attribute.joined(separator: " and "), note: note(hidden, figure),
        table: TableView(
          [.text("Group"), .number("Rows")] + (hasLabels ? [.text("Labels")] : [])
            + shown.map { .number($0.definition.title) }, rows))
    }
  }

  private func row(
    _ slice: Slice, _ metrics: [Metric], _ figure: FigureText, labels: [String]
  ) -> [String] {
    let name = slice.parts.compactMap(\.value).joined(separator: ", ")
    if figure.suppression.hides(slice) {
      return [name, figure.suppression.countText(slice)]
        + labels.map { _ in "not published" } + metrics.map { _ in "not published" }
    }
    let cells = metrics.map { figure.short(MetricKey($0, slice: slice)) }
    return [name, rows(slice, figure)] + labels + cells
  }

  private func labels(_ slice: Slice, _ figure: FigureText) -> String {
    if let labels = figure.record[MetricKey(.labelCount, slice: slice)],
      figure.suppression.hides(labels)
    {
      return figure.short(labels)
    }
    guard let maturity = figure.record.maturities[slice] else { return "none expected" }
    return MaturityWords(maturity, rule: context.identity.maturity)
      .short(hidingBelow: figure.suppression.threshold)
  }

  private func rows(_ slice: Slice, _ figure: FigureText) -> String {
    if let value = figure.record[MetricKey(.rowCount, slice: slice)] { return figure.short(value) }
    let largest = figure.record.values.filter { $0.key.slice == slice }.map(\.count).max()
    return largest.map(NumberText.grouped) ?? "none"
  }

  private func note(_ hidden: [Slice], _ figure: FigureText) -> String? {
    guard !hidden.isEmpty else { return nil }
    let limit = context.identity.suppressBelow
    let few = hidden.count { figure.suppression.countText($0).hasPrefix("<") }
    let others = hidden.count - few
    var note =
      "\(Plural.count(few, "group")) of fewer than \(limit) rows "
      + "\(few == 1 ? "is" : "are") shown without rates"
    if others > 0 {
      note +=
        ", and so \(others == 1 ? "is" : "are") \(Plural.count(others, "larger one")), "
        + "from which the small ones could be computed"
    }
    return note + "."
  }
}
