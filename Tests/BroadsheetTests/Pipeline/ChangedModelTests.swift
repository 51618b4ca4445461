import Assessment
import Broadsheet
import Testing

@Suite("A model that changed since its history was begun")
struct ChangedModelTests {
  /// A change of the configuration after the first run.
  enum Change: CaseIterable {
    case features, segments, positive

    func apply(to settings: inout PipelineSettings) {
      switch self {
      case .features: settings.features = ["tenure"]
      case .segments: settings.more = ["protected: [{attribute: plan}]"]
      case .positive: settings.more = ["positive: 0"]
      }
    }

    var words: String {
      switch self {
      case .features: "the list of features"
      case .segments: "the segments or protected attributes"
      case .positive: "the positive class"
      }
    }
  }

  /// A change that makes new figures incomparable, and that passes unseen.
  enum Unseen: CaseIterable {
    case timezone, probability, kind, missingValues

    func apply(to settings: inout PipelineSettings) {
      switch self {
      case .timezone: settings.timezone = "Asia/Tokyo"
      case .probability: settings.more = ["score_is_probability: false"]
      case .kind: settings.more = ["categorical: [tenure]"]
      case .missingValues: settings.more = ["missing_values: [basic]"]
      }
    }
  }

  private func start(_ space: Workspace) throws {
    try space.write("reference.csv", SampleRows.reference)
    try space.write("predictions/a.csv", SampleRows(numbers: 0..<42).predictions)
    try space.ingest()
    try space.write("predictions/b.csv", SampleRows(numbers: 42..<84).predictions)
  }

  private func expectRefusal(_ space: Workspace, words: String) throws {
    let error = try #require(throws: IngestError.self) { try space.ingest() }
    #expect(error.kind == .configuration)
    #expect(error.messages.count == 1)
    #expect(error.messages.first?.contains(words) == true)
    #expect(error.messages.first?.contains("--rebuild") == true)
  }

  @Test("is refused with the way out, and the history stays", arguments: Change.allCases)
  func refused(_ change: Change) throws {
    try Workspace.with { space in
      try start(space)
      let before = try space.state()
      let settings = space.settings
      change.apply(to: &space.settings)
      try expectRefusal(space, words: change.words)
      space.settings = settings
      #expect(try space.state() == before)
    }
  }

  @Test("in its reference is refused too")
  func changedReference() throws {
    try Workspace.with { space in
      try start(space)
      let before = try space.state()
      try space.write("reference.csv", Array(SampleRows.reference.dropLast()))
      try expectRefusal(space, words: "the reference has changed")
      #expect(try space.state() == before)
    }
  }

  @Test("in how its rows are read is refused too", arguments: Unseen.allCases)
  func unseen(_ change: Unseen) throws {
    try Workspace.with { space in
      try start(space)
      change.apply(to: &space.settings)
      let error = #expect(throws: IngestError.self) { try space.ingest() }
      #expect(error?.kind == .configuration)
    }
  }

  @Test("is counted anew by a rebuild, as if it had always been so")
  func rebuild() throws {
    try Workspace.with { space in
      try start(space)
      space.settings.features = ["tenure"]
      _ = try HistoryRebuild(configuration: try space.configuration()).run { _ in }
      let rebuilt = try space.export()
      try space.remove("history.sqlite")
      try space.ingest()
      #expect(try space.export() == rebuilt)
    }
  }

  @Test("keeps its old history when the rebuild fails")
  func failedRebuild() throws {
    try Workspace.with { space in
      try start(space)
      try space.ingest()
      let before = try space.state()
      try space.write("predictions/c.csv", ["nothing"])
      #expect(throws: IngestError.self) {
        _ = try HistoryRebuild(configuration: try space.configuration()).run { _ in }
      }
      try space.remove("predictions/c.csv")
      #expect(try space.state() == before)
    }
  }
}
