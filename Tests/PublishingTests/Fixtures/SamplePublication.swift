import Assessment
import Publishing

/// A small site with both sample models.
enum SamplePublication {
  static func make(_ models: [ModelRecord] = [SampleRisk.model, SampleDelay.model]) -> Publication {
    Publication(
      title: "Model reports", organisation: "Example Ltd", roles: Role.allCases, models: models,
      programVersion: "0.1.0")
  }

  /// Planned once, as the plan is a value and every test reads it.
  static let shared = Result { try plan() }

  /// The same for models that lack what reports would like to have.
  static let edges = Result {
    try SitePlanner(templates: TemplateCatalog()).plan(make(SampleEdges.models))
  }

  static func plan() throws -> SitePlan {
    try SitePlanner(templates: TemplateCatalog()).plan(make())
  }
}

extension SitePlan {
  /// The text of a planned file.
  func text(_ path: String) throws -> String? {
    self[try SitePath(path)].map { String(decoding: $0, as: UTF8.self) }
  }
}
