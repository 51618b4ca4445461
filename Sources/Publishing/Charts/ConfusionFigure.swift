import Assessment
import Charting
import Profiling

/// How the answers to each label were shared out.
struct ConfusionFigure {
  let confusion: Diagnostics.Confusion
  let period: Period

  func chart(id: String, heading: ChartHeading) -> ConfusionChart {
    ConfusionChart(
      id: ChartID(id), title: "Labels and answers", description: description,
      classes: confusion.classes, counts: confusion.counts, heading: heading)
  }

  /// How often answer and label agree, and the mistake that is made most often.
  var description: String {
    let indices = confusion.classes.indices
    let total = confusion.counts.joined().reduce(0, +)
    let agreed = indices.reduce(0) { $0 + confusion.counts[$1][$1] }
    let share = NumberStyle(unit: .share).text(Double(agreed) / Double(max(total, 1)))
    let first =
      "Answer and label agree in \(share) of \(Plural.count(total, "labelled row")) "
      + "\(period.inWords)."
    let mistakes = indices.flatMap { label in
      indices.filter { $0 != label }.map { (label, $0, confusion.counts[label][$0]) }
    }
    guard let worst = mistakes.max(by: { $0.2 < $1.2 }), worst.2 > 0 else { return first }
    return first + " The most frequent mistake is the answer \(confusion.classes[worst.1]) "
      + "for the label \(confusion.classes[worst.0]): \(Plural.count(worst.2, "row"))."
  }
}
