import Charting

/// A report before it is rendered: its words, the template they go into, and its charts.
struct RoleReport: Sendable {
  /// A chart and the address, relative to the report, of the file that it becomes.
  struct Figure: Sendable {
    let address: String
    /// As the file draws it, with its title inside.
    let chart: any Chart
    /// As the page draws it, with its title in the caption.
    let inlineChart: any Chart
    /// Its weight where a page cannot carry all charts: 0 for what the report rests on, more for
    /// what adds to it.
    var rank = 0

    var view: FigureView {
      FigureView(
        description: chart.description, title: Markup(MarkdownEscaper.title(chart.title)),
        address: Markup(address))
    }
  }

  let template: String
  let view: any View
  let figures: [Figure]
}
