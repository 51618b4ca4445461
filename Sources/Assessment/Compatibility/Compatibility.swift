/// Whose definitions some metrics are computed by, for owners who come from another tool and want
/// its numbers.
///
/// Only what is named changes; everything else keeps the catalogue's definition.
package struct Compatibility: Hashable, Sendable {
  /// Another tool, in the version whose numbers are reproduced.
  package enum Tool: String, CaseIterable, Sendable {
    case evidently = "evidently-0.7"
    /// Version 0.13.
    case nannyml
  }

  /// A metric that another tool defines differently.
  package enum Subject: String, CaseIterable, Sendable {
    case psi
    case jensenShannonDistance = "jensen_shannon_distance"

    package var metric: Metric {
      switch self {
      case .psi: .psi
      case .jensenShannonDistance: .jensenShannonDistance
      }
    }

    /// The tools whose definition can be chosen.
    package var tools: [Tool] {
      switch self {
      case .psi: [.evidently]
      case .jensenShannonDistance: Tool.allCases
      }
    }
  }

  /// The chosen tool for each metric that does not keep the catalogue's definition.
  package let tools: [Subject: Tool]

  /// The catalogue's definitions throughout.
  package static let catalogue = Compatibility(tools: [:])

  package init(tools: [Subject: Tool]) {
    self.tools = tools
  }

  /// The definition in force for a metric, in words; `nil` when it is the catalogue's.
  package func definition(of metric: Metric) -> String? {
    guard let subject = Subject(rawValue: metric.rawValue), let tool = tools[subject] else {
      return nil
    }
    return Self.words(subject, tool)
  }

  /// Every definition that is not the catalogue's, in words, in the order of the catalogue.
  package var definitions: [(metric: Metric, words: String)] {
    Subject.allCases.compactMap { subject in
      definition(of: subject.metric).map { (subject.metric, $0) }
    }
  }

  private static func words(_ subject: Subject, _ tool: Tool) -> String {
    switch (subject, tool) {
    case (.psi, _):
      """
      as in Evidently 0.7: natural logarithm; \(evidentlyBins); of each side an empty bin gets \
      the share 0.0001, or, when the side’s smallest share that is not 0 is at most 0.0001, a \
      millionth of that
      """
    case (.jensenShannonDistance, .evidently):
      "as in Evidently 0.7: square root, natural logarithm, up to 0.83; \(evidentlyBins)"
    case (.jensenShannonDistance, .nannyml):
      """
      as in NannyML 0.13: square root, logarithm to base 2, up to 1; bins: a numeric column is cut \
      into equal widths by Doane’s rule over the reference, values outside the reference in a bin \
      of their own; any other column by its categories, those that the reference lacks in one bin
      """
    }
  }

  private static let evidentlyBins = """
    bins: a numeric column with more than 20 different values in the reference is cut into equal \
    widths by Sturges’ rule over reference and period together; any other column has a bin for \
    every value
    """
}
