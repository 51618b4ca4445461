import ArgumentParser
import Assessment
import Broadsheet
import Ingestion

struct ExportCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Write what was measured, or a report, for other programs and people.",
    subcommands: [ExportMetricsCommand.self, ExportReportCommand.self],
    defaultSubcommand: ExportMetricsCommand.self)
}

struct ExportMetricsCommand: ConfiguredCommand {
  static let configuration = CommandConfiguration(
    commandName: "metrics",
    abstract: "Write every metric value to standard output.")

  @OptionGroup var options: CommonOptions

  @Option(help: "csv, json or ndjson.")
  var format = MetricExport.Format.csv

  @Option(help: "Only the model with this id.")
  var model: String?

  @Option(help: "Only this period, such as 2026-W14, or 'reference'.")
  var period: String?

  @Option(help: "Only this metric.")
  var metric: String?

  @Flag(help: "Only what the site may hold: without the figures of small groups.")
  var published = false

  func validate() throws {
    if let metric, Metric(rawValue: metric) == nil {
      throw ValidationError(
        "There is no metric '\(metric)'"
          + (NearestName.suggestion(for: metric, among: Metric.allCases.map(\.rawValue)).map {
            "; did you mean '\($0)'?"
          } ?? "."))
    }
  }

  func run() async throws {
    let configuration = try options.load()
    if let model, !configuration.models.contains(where: { $0.id == model }) {
      throw ValidationError("The configuration has no model '\(model)'.")
    }
    let records = try options.records(of: configuration)
    let filter = MetricExport.Filter(
      model: model, period: period, metric: metric.flatMap(Metric.init(rawValue:)))
    let text = MetricExport.text(
      of: published ? records.map(\.publishable) : records, format: format, filter: filter)
    try records.checkReading()
    Log.result(text)
  }
}

extension MetricExport.Format: ExpressibleByArgument {}
