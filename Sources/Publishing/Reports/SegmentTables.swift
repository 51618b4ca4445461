import Assessment
import Profiling

/// Tables of groups: one for each attribute or combination of attributes.
struct SegmentTables {
  let context: ReportContext

  /// Groups by performance, for all attributes.
  var performance: [SectionView] {
    sections(metrics: Array(context.history.measured.prefix(4)), protectedOnly: false)
  }

  /// Groups of protected attributes with counts, rates and performance, with intervals.
  var protected: [SectionView] {
    let rates: [Metric] =
      switch context.identity.task {
      case .binary:
        [.selectionRate, .accuracy, .truePositiveRate, .falsePositiveRate, .rocAuc]
      case .multiclass: [.accuracy]
      case .regression: [.meanError, .meanAbsoluteError]
      }
    return sections(metrics: rates, protectedOnly: true)
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
    return slices.filter { !isMulticlass || $0.parts.map(\.attribute) != ["class"] }.sorted()
  }

  private func sections(metrics: [Metric], protectedOnly: Bool) -> [SectionView] {
    guard let figure = context.figure else { return [] }
    let protected = Set(context.identity.protectedAttributes)
    return attributes.filter { !protectedOnly || protected.isSuperset(of: $0) }.map { attribute in
      let slices = groups.filter { $0.parts.map(\.attribute) == attribute }
      let shown = metrics.filter { metric in
        slices.contains { figure.record[MetricKey(metric, slice: $0)] != nil }
      }
      let hasLabels = slices.contains { figure.record.maturities[$0] != nil }
      let rows = slices.map { slice in
        row(
          slice, shown, figure, withIntervals: protectedOnly,
          labels: hasLabels ? [labels(slice, figure)] : [])
      }
      let hidden = slices.count { figure.suppression.hides($0) }
      return SectionView(
        title: attribute.joined(separator: " and "), note: note(hidden),
        table: TableView(
          [.text("Group"), .number("Rows")] + (hasLabels ? [.text("Labels")] : [])
            + shown.map { .number($0.definition.title) }, rows))
    }
  }

  private func row(
    _ slice: Slice, _ metrics: [Metric], _ figure: FigureText, withIntervals: Bool,
    labels: [String]
  ) -> [String] {
    let name = slice.parts.compactMap(\.value).joined(separator: ", ")
    if figure.suppression.hides(slice) {
      return [name, figure.suppression.countText]
        + labels.map { _ in "not published" } + metrics.map { _ in "not published" }
    }
    let cells = metrics.map { metric in
      let value = figure.record[MetricKey(metric, slice: slice)]
      let interval = withIntervals ? figure.interval(value).map { " (\($0))" } : nil
      return figure.short(value) + (interval ?? "")
    }
    return [name, rows(slice, figure)] + labels + cells
  }

  private func labels(_ slice: Slice, _ figure: FigureText) -> String {
    guard let maturity = figure.record.maturities[slice] else { return "none expected" }
    return MaturityWords(maturity, rule: context.identity.maturity)
      .short(hidingBelow: figure.suppression.threshold)
  }

  private func rows(_ slice: Slice, _ figure: FigureText) -> String {
    if let value = figure.record[MetricKey(.rowCount, slice: slice)] { return figure.short(value) }
    let largest = figure.record.values.filter { $0.key.slice == slice }.map(\.count).max()
    return largest.map(NumberText.grouped) ?? "none"
  }

  private func note(_ hidden: Int) -> String? {
    guard hidden > 0 else { return nil }
    let limit = context.identity.suppressBelow
    return "\(Plural.count(hidden, "group")) of fewer than \(limit) rows "
      + "\(hidden == 1 ? "is" : "are") shown without rates."
  }
}
