/// How values are distributed now, against a reference.
///
/// Filled shapes are the current window, outlined shapes the reference, in both kinds.
package struct DistributionChart: Chart {
  package let id: ChartID
  package let title: String
  package let description: String
  /// Bins or categories with both shares.
  package let shape: DistributionShape
  /// Names for the key, such as "2026-W14" and "reference".
  package let currentName: String
  package let referenceName: String
  /// What the bins measure, such as "age in years"; drawn below the title. Empty for none.
  package let unit: String
  package let heading: ChartHeading

  package init(
    id: ChartID, title: String, description: String, shape: DistributionShape,
    currentName: String = "current", referenceName: String = "reference", unit: String = "",
    heading: ChartHeading = .drawn
  ) {
    self.id = id
    self.title = title
    self.description = description
    self.shape = shape
    self.currentName = currentName
    self.referenceName = referenceName
    self.unit = unit
    self.heading = heading
  }

  package var picture: ChartPicture {
    let header = ChartHeader(title: title, unit: unit, heading: heading)
    let known = rows.filter { $0.current != nil || $0.reference != nil }
    guard !known.isEmpty else {
      return ChartPicture(drawing: Plot.empty("chart-distribution", header))
    }
    let key = ChartKey(keyItems, top: header.height)
    let top = header.height + key.height + 14
    let names = (current: currentName, reference: referenceName)
    let (layers, bottom) =
      switch shape {
      case .numeric(let bins): BinPainter(bins: bins, rows: rows, top: top, names: names).painted
      case .categorical: CategoryPainter(rows: rows, top: top, names: names).painted
      }
    let plot = Plot(
      kind: "chart-distribution", header: header,
      layers: [Plot.Layer("chart-key", key.elements)] + layers, bottom: bottom)
    return ChartPicture(drawing: plot.drawing)
  }

  package var table: DataTable {
    let name =
      switch shape {
      case .numeric: "Bin"
      case .categorical: "Category"
      }
    let hasWords = rows.contains { !$0.text.isEmpty }
    return DataTable(
      caption: title,
      header: [name, currentName, referenceName] + (hasWords ? ["Reading"] : []),
      rows: rows.map { row in
        [row.label, row.text(of: row.current), row.text(of: row.reference)]
          + (hasWords ? [row.text] : [])
      })
  }

  /// Bins and categories as one list of readings.
  var rows: [DistributionRow] {
    switch shape {
    case .numeric(let bins):
      bins.map { bin in
        DistributionRow(
          label: bin.label, current: bin.current,
          reference: bin.reference, text: bin.text, isOthers: false)
      }
    case .categorical(let categories, let others):
      categories.map { DistributionRow($0, isOthers: false) }
        + (others.map { [DistributionRow($0, isOthers: true)] } ?? [])
    }
  }

  private var keyItems: [(symbol: ChartKey.Symbol, text: String)] {
    let hasCurrent = rows.contains { $0.current != nil }
    let hasReference = rows.contains { $0.reference != nil }
    return [
      (.bar(.primary, .filled), hasCurrent ? currentName : "\(currentName): no data"),
      (.bar(.text, .outlined), hasReference ? referenceName : "\(referenceName): no data"),
    ]
  }
}

/// One bin or category, with shares that can be drawn.
struct DistributionRow: Sendable, Equatable {
  let label: String
  let current: Double?
  let reference: Double?
  let text: String
  let isOthers: Bool

  init(label: String, current: Double?, reference: Double?, text: String, isOthers: Bool) {
    self.label = label
    self.current = Drawable.value(current)
    self.reference = Drawable.value(reference)
    self.text = text
    self.isOthers = isOthers
  }

  init(_ category: DistributionCategory, isOthers: Bool) {
    self.init(
      label: category.label, current: category.current, reference: category.reference,
      text: category.text, isOthers: isOthers)
  }

  func text(of share: Double?) -> String {
    share.map(AxisFormat.percent.text) ?? MarkStatus.missing.words
  }

  func hoverText(_ currentName: String, _ referenceName: String) -> String {
    let reading =
      text.isEmpty
      ? "\(currentName) \(self.text(of: current)), \(referenceName) \(self.text(of: reference))"
      : text
    return "\(label): \(reading)"
  }
}
