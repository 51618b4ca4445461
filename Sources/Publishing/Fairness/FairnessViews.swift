/// The comparison of the groups of one attribute.
struct FairnessView: View {
  let title: String
  /// What it comes to, in plain words.
  let sentences: [String]
  let rates: TableView?
  let gaps: TableView?
  let errors: TableView?
  let figures: [FigureView]
  /// Who was left out, and what else limits the numbers.
  let notes: [String]
}
