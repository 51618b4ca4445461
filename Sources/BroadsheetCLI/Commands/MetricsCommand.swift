import ArgumentParser
import Assessment
import Ingestion

struct MetricsCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "metrics",
    abstract: "List the metrics, or explain one.",
    discussion: """
      Without a name every metric is listed, one line each. With a name its meaning, formula, \
      range, interval, source and limits are shown. Needs no configuration.
      """)

  /// How the catalogue is written.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json
  }

  @Argument(help: "The metric to explain, such as roc_auc.")
  var name: String?

  @Option(help: "text or json.")
  var format = Format.text

  @Option(help: "Only the metrics of this family.")
  var family: MetricDefinition.Family?

  func validate() throws {
    guard let name else { return }
    guard let metric = Metric(rawValue: name) else {
      throw ValidationError(
        "There is no metric '\(name)'"
          + (NearestName.suggestion(for: name, among: Metric.allCases.map(\.rawValue)).map {
            "; did you mean '\($0)'?"
          } ?? "."))
    }
    if let family, metric.definition.family != family {
      throw ValidationError("The metric '\(name)' is not of the family '\(family.rawValue)'.")
    }
  }

  func run() async throws {
    if let metric = name.flatMap(Metric.init(rawValue:)) {
      switch format {
      case .text: Log.result(MetricListing.explanation(of: metric.definition))
      case .json: Log.result(try MetricListing.json([metric.definition]))
      }
      return
    }
    let definitions = family.map(MetricCatalogue.of(family:)) ?? MetricCatalogue.all
    switch format {
    case .text: Log.result(MetricListing.list(of: definitions))
    case .json: Log.result(try MetricListing.json(definitions))
    }
  }
}

extension MetricDefinition.Family: ExpressibleByArgument {}
