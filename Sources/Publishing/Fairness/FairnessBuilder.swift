import Assessment
import Profiling

/// How groups of people fare, attribute by attribute.
struct FairnessBuilder {
  let context: ReportContext

  /// How much of a comparison a reader gets.
  enum Depth {
    /// Everything.
    case full
    /// The measures over the attribute, scores by group, and no table of rates.
    case evidence
  }

  /// A view for each attribute, with its charts as files of the report.
  struct Section {
    let view: FairnessView
    let figures: [RoleReport.Figure]
  }

  private var comparisons: [GroupComparison] { context.leading?.groupComparisons ?? [] }

  func sections(_ depth: Depth) -> [Section] {
    comparisons.map { comparison in
      let tables = FairnessTables(context: context, comparison: comparison)
      let figures = GroupFigures(context: context, comparison: comparison)
      let charts = depth == .full ? figures.rates + figures.trends + figures.scores : figures.scores
      return Section(
        view: FairnessView(
          title: comparison.slice.attributeWords,
          sentences: FairnessSentences(context: context, comparison: comparison).headline,
          rates: depth == .full ? tables.rates : nil, gaps: tables.gaps,
          errors: depth == .full ? tables.errors : nil, figures: charts.map(\.view),
          notes: FairnessNotes(context: context, comparison: comparison).all),
        figures: charts)
    }
  }

  /// One paragraph for readers without statistics; `nil` where nothing is compared.
  var paragraph: String? {
    let sentences = comparisons.compactMap {
      FairnessSentences(context: context, comparison: $0).brief
    }
    guard !sentences.isEmpty else { return nil }
    // Attributes alone first: an intersection says more than there is room for.
    let told = sentences.prefix(2)
    return told.map(\.sentence).joined(separator: " ")
      + (told.contains(where: \.isGap) ? " Such gaps are a reason to ask why, not an answer." : "")
  }
}
