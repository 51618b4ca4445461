import Assessment
import Profiling

/// The figures of the report whose value is no longer the one that was published first.
struct RestatementTable {
  /// More would hide the ones that matter; all of them stand in the data files.
  static let limit = 20

  private let figure: FigureText?
  private let noun: String
  /// Restatements that a reader can see in the printed digits, all rows before groups.
  private let visible: [Restatement]
  /// Restatements that show in further digits alone.
  private let hiddenCount: Int

  init(context: ReportContext) {
    figure = context.figure
    noun = context.noun
    let all = (context.leading?.restatements ?? []).filter { restatement in
      let key = restatement.value.key
      // Counts without a good direction only say again that labels have come.
      return key.metric.definition.direction != .neutral
        && !(context.figure?.suppression.hides(restatement.value) ?? true)
    }
    visible = all.filter { restatement in
      guard let figure = context.figure, restatement.value.estimate.value != nil else {
        return true
      }
      return figure.short(restatement.value)
        != figure.text(restatement.first.value, as: restatement.value)
    }
    hiddenCount = all.count - visible.count
  }

  var sentence: String {
    guard !visible.isEmpty else {
      return hiddenCount == 0
        ? "No figure of this \(noun) has changed since it was first published."
        : "No figure of this \(noun) has changed in the digits that are printed."
    }
    let opening =
      "\(Plural.count(visible.count, "figure")) of this \(noun) "
      + "\(visible.count == 1 ? "has" : "have") changed since first published, because labels "
      + "or predictions came or were corrected later."
    let rest = visible.count - Self.limit
    guard rest > 0 else { return opening }
    return opening + " The first \(Self.limit) are listed; "
      + "the data files have the other \(NumberText.grouped(rest))."
  }

  var table: TableView? {
    TableView(
      [
        .text("Figure"), .number("First published"), .text("On"), .number("Now"),
        .number("Change"),
      ],
      visible.prefix(Self.limit).map { restatement in
        let style = NumberStyle(restatement.value.key.metric)
        let first = restatement.first.value
        let change = restatement.value.estimate.value.map {
          style.difference(
            $0 - first, between: first, and: $0, decimals: figure?.decimals(restatement.value))
        }
        return [
          restatement.value.key.subject,
          figure?.text(first, as: restatement.value) ?? style.text(first),
          restatement.first.day.words,
          figure?.short(restatement.value) ?? "not measured", change ?? "none",
        ]
      })
  }
}
