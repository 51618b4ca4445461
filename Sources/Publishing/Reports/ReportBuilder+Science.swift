import Assessment
import Profiling

extension ReportBuilder {
  var dataScientist: RoleReport {
    let drift = DriftTables(context: context)
    let trends = figures.trends(
      context.history.measured.prefix(3).map { MetricKey($0) })
    let spread = figures.distributions(shownColumns(drift))
    let evidence = figures.ranking + figures.calibration + figures.confusion + figures.errors
    let segments = figures.segments
    let moved = figures.driftMap + spread
    let groups = fairness.sections(.evidence)
    let view = DataScientistView(
      front: front(.dataScientist), quality: supply.faultSentence, qualityTable: supply.faults,
      performance: measures.full, performanceNote: measures.note,
      estimates: EstimateSentences(context: context).text,
      performanceFigures: (trends + evidence).map(\.view),
      restated: restatements.sentence, restatedTable: restatements.table,
      segments: SegmentTables(context: context).performance,
      segmentFigures: segments.map(\.view), groups: groups.map(\.view),
      comparisons: versions.comparisons(limit: 12), drift: drift.sentence,
      driftTable: drift.table, driftFigures: moved.map(\.view),
      slicedColumns: SlicedColumnTable(context: context).table, people: people(.dataScientist),
      about: about(.short))
    return RoleReport(
      template: Self.template(.dataScientist), view: view,
      figures: trends + evidence + segments + moved + groups.flatMap(\.figures))
  }

  /// The three columns that moved furthest, then what the model answered.
  private func shownColumns(_ drift: DriftTables) -> [String] {
    let outputs = (context.leading?.distributions ?? [])
      .filter { $0.subject == .score || $0.subject == .prediction }.map(\.column)
    let moved = drift.ranking.map(\.name).filter { !outputs.contains($0) }
    return Array(moved.prefix(3)) + outputs.prefix(2)
  }

  var dataScienceManager: RoleReport {
    let trends = figures.trends(primary + [MetricKey(.labelCoverage)])
    let moved = figures.driftMap
    let arrival = figures.arrival
    let view = DataScienceManagerView(
      front: front(.dataScienceManager),
      steps: DecisionPath(context: context).steps.map {
        FactView(name: $0.question, fact: $0.answer)
      },
      versions: versions.facts, comparisons: versions.comparisons(limit: 6),
      performance: measures.full, performanceNote: measures.note,
      estimates: EstimateSentences(context: context).text, figures: trends.map(\.view),
      restated: restatements.sentence, restatedTable: restatements.table,
      driftFigures: moved.map(\.view), labelFigures: arrival.map(\.view),
      portfolio: portfolio.sentence,
      portfolioTable: portfolio.table, people: people(.dataScienceManager), about: about(.short))
    return RoleReport(
      template: Self.template(.dataScienceManager), view: view, figures: trends + moved + arrival)
  }

  var dataEngineer: RoleReport {
    let volume = figures.trends([MetricKey(.rowCount), MetricKey(.labelCoverage)])
    let columns = figures.missingMap + figures.trends(Array(worstColumns.prefix(2)))
    let arrival = figures.arrival
    let latency = figures.latency
    let view = DataEngineerView(
      front: front(.dataEngineer), supply: supply.supply, supplyFigures: volume.map(\.view),
      service: supply.service, serviceFigures: latency.map(\.view), columns: supply.columns,
      columnFigures: columns.map(\.view),
      columnNumbers: ColumnNumbersTable(context: context).table,
      columnCategories: ColumnNumbersTable(context: context).categories, labels: supply.labels,
      labelFigures: arrival.map(\.view),
      incidents: IncidentTable(
        context: context, families: [.volume, .quality, .operations]
      ).table,
      people: people(.dataEngineer), about: about(.whole))
    return RoleReport(
      template: Self.template(.dataEngineer), view: view,
      figures: volume + columns + arrival + latency)
  }

  /// Broken expectations on columns; a trend shows since when.
  private var worstColumns: [MetricKey] {
    context.findings(.breach, .watch).filter { $0.family == .quality }.map(\.value.key)
  }
}
