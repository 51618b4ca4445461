/// Rows of a classifier by label and answer: how the answers to each label were shared out.
package struct ConfusionChart: Chart {
  package let id: ChartID
  package let title: String
  package let description: String
  /// Names of the classes, in the order of rows and columns.
  package let classes: [String]
  /// Rows by label and answer, label first; as many lists as classes, each as long.
  package let counts: [[Int]]
  package let heading: ChartHeading

  /// - Parameter counts: Square; a cell that is not given counts as 0.
  package init(
    id: ChartID, title: String, description: String, classes: [String], counts: [[Int]],
    heading: ChartHeading = .drawn
  ) {
    self.id = id
    self.title = title
    self.description = description
    self.classes = classes
    self.counts = counts
    self.heading = heading
  }

  package var picture: ChartPicture {
    let header = ChartHeader(title: title, unit: "", heading: heading)
    return ChartPicture(
      drawing: counts.joined().allSatisfy { $0 == 0 }
        ? Plot.empty("chart-confusion", header, words: "no labels yet")
        : ConfusionPainter(chart: self, header: header).drawing)
  }

  package var table: DataTable {
    DataTable(
      caption: title, header: ["Label"] + classes.map { "answered \($0)" } + ["Rows"],
      rows: classes.indices.map { label in
        [classes[label]]
          + classes.indices.map { answer in
            "\(DecimalText.fixed(Double(count(label, answer)), decimals: 0)) "
              + "(\(shareText(label, answer)))"
          } + [DecimalText.fixed(Double(total(label)), decimals: 0)]
      }, notes: ["Shares are of the rows with the same label."])
  }

  func count(_ label: Int, _ answer: Int) -> Int {
    guard counts.indices.contains(label), counts[label].indices.contains(answer) else { return 0 }
    return counts[label][answer]
  }

  func total(_ label: Int) -> Int {
    classes.indices.reduce(0) { $0 + count(label, $1) }
  }

  /// Share of the rows with a label that got an answer; `nil` for a label that does not occur.
  func share(_ label: Int, _ answer: Int) -> Double? {
    let total = total(label)
    return total > 0 ? Double(count(label, answer)) / Double(total) : nil
  }

  func shareText(_ label: Int, _ answer: Int) -> String {
    share(label, answer).map(AxisFormat.percent.text) ?? "none"
  }
}
