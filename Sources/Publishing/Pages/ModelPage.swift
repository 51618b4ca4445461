import Assessment
import Charting
import Profiling

extension SiteBuilder {
  /// Trends of one model over all periods, for one reader, and the list of its reports.
  func modelPage(_ index: Int, _ role: Role) throws(PublishingError) -> String {
    let model = publication.models[index]
    let path = Address.model(role, model.identity) + "index.html"
    let view = ModelPageView(
      title: "\(model.identity.title): trends", facts: facts(model),
      figures: charts(index, role), comparisons: versions(index), years: years(index))
    return try page(
      path, title: "\(model.identity.title): trends, \(role.title.loweredFirst)",
      description: "Trends and reports of \(model.identity.title).", role: role,
      crumbs: [
        ("All models", "index.html"), (role.title, Address.role(role) + "index.html"),
        (model.identity.title, nil),
      ],
      content: try templates.render("pages/model.html.mustache", view))
  }

  private func facts(_ model: ModelRecord) -> String {
    guard let first = model.periods.first, let last = model.periods.last else {
      return "No period on record."
    }
    let noun = model.identity.periodKind.noun
    return "\(Plural.count(model.periods.count, noun)) on record, "
      + "\(Day.words(from: first.period.start, to: last.period.end))"
  }

  private func charts(_ index: Int, _ role: Role) -> [ChartView] {
    let model = publication.models[index]
    let choice = TrendChoice(model: model, history: histories[index], role: role)
    let trends = choice.keys.compactMap { key in
      let figure = TrendFigure(model: model, key: key, range: model.periods.indices)
      let id = FigureBuilder.identifier("trend", key)
      return figure.chart(id: id, heading: .outside).map { view($0, id: id) }
    }
    let groups = choice.attributes.compactMap { metric, attribute in
      let figure = GroupTrendsFigure(
        model: model, metric: metric, attribute: attribute, range: model.periods.indices)
      let id = "groups-\(ChartID(attribute).text)"
      return figure.chart(id: id, heading: .outside).map { view($0, id: id) }
    }
    return trends + groups
  }

  private func view(_ chart: any Chart, id: String) -> ChartView {
    ChartView(
      id: Markup("figure-\(id)"), title: chart.title, drawing: Markup(chart.svg(.inline)),
      numbers: Markup(NumbersMarkup.html(chart.table)))
  }

  /// Every change of version with its months side by side.
  private func versions(_ index: Int) -> [ComparisonView] {
    publication.models[index].periods.indices.flatMap { period in
      VersionViews(context: context(index, period)).changes
    }
  }

  /// The reports by year, the latest first.
  private func years(_ index: Int) -> [YearView] {
    let periods = publication.models[index].periods
    let lines = periods.indices.reversed().map { period -> (year: Int, line: ReportLineView) in
      let context = context(index, period)
      let line = ReportLineView(
        title: context.period.title, dates: context.period.dates,
        address: Markup("\(context.period)/index.html"),
        status: Self.status(context.record.status),
        rows: NumberText.grouped(context.leading?.rowCount ?? 0),
        start: context.period.start.description, sentence: StandingCount(context: context).words)
      return (context.period.end.civil.year, line)
    }
    let years = Set(lines.map(\.year)).sorted(by: >)
    return years.map { year in
      YearView(year: String(year), reports: lines.filter { $0.year == year }.map(\.line))
    }
  }
}

/// Which trends a reader looks at.
struct TrendChoice {
  let model: ModelRecord
  let history: ModelHistory
  let role: Role

  var keys: [MetricKey] {
    let performance = history.measured.map { MetricKey($0) }
    let rows = MetricKey(.rowCount)
    let coverage = MetricKey(.labelCoverage)
    return switch role {
    case .dataScientist: performance + [MetricKey(.driftedFeatureShare), coverage, rows]
    case .dataScienceManager:
      performance.prefix(2) + [coverage, MetricKey(.driftedFeatureShare), rows]
    case .productManager: performance.prefix(3) + [rows]
    case .business: performance.prefix(1) + [rows]
    case .dataEngineer:
      [
        rows, coverage, MetricKey(.labelDelayDaysP50), MetricKey(.duplicateIdCount),
        MetricKey(.malformedRowCount), MetricKey(.errorShare), MetricKey(.latencyMsP95),
      ]
        + brokenColumns
    case .compliance: performance.prefix(2) + [rows]
    }
  }

  /// Columns whose quality was ever outside its limits, the most often first; at most six.
  private var brokenColumns: [MetricKey] {
    var counts: [MetricKey: Int] = [:]
    for period in model.periods {
      for finding in period.leading?.findings ?? []
      where finding.family == .quality && finding.status == .breach {
        counts[finding.value.key, default: 0] += 1
      }
    }
    return Array(counts.sorted { (-$0.value, $0.key) < (-$1.value, $1.key) }.map(\.key).prefix(6))
  }

  /// Attributes whose groups are shown side by side, by the measure that stands for the model:
  /// protected ones for compliance, all single ones for data scientists.
  var attributes: [(metric: Metric, attribute: String)] {
    guard let metric = history.primary else { return [] }
    let protected = Set(model.identity.protectedAttributes)
    let latest = model.periods.last { ($0.leading?.rowCount ?? 0) > 0 }?.leading
    let single = Set(
      (latest?.values ?? []).map(\.key.slice).filter { $0.isGroup && $0.parts.count == 1 }
        .map { $0.parts[0].attribute })
    let chosen: Set<String> =
      switch role {
      case .compliance: single.intersection(protected)
      // Classes of a multiclass model share the form of segments, not the meaning.
      case .dataScientist:
        model.identity.task == .multiclass ? single.subtracting(["class"]) : single
      default: []
      }
    return chosen.sorted().map { (metric, $0) }
  }
}
