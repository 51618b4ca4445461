package import Assessment
package import History
import Profiling

/// Builds the records of models from the history: measure and judge, nothing is written.
package struct RecordAssembler {
  private let configuration: Configuration
  private let store: HistoryStore

  package init(configuration: Configuration, store: HistoryStore) {
    self.configuration = configuration
    self.store = store
  }

  /// The records of all models of the configuration, in its order; models without data are left out.
  package func records() throws -> [ModelRecord] {
    try store.read { history in
      try configuration.models.compactMap { model in
        try history.model(named: model.id).map { stored in
          try record(of: model, stored: stored, history: history)
        }
      }
    }
  }

  private func record(
    of model: Configuration.Model, stored: HistoryTransaction.StoredModel,
    history: HistoryTransaction
  ) throws -> ModelRecord {
    let schema = stored.schema
    let source = try StoredProfiles(history: history, model: stored.key)
    let settings = MeasureSettings(
      minimumRows: model.minimumRows, hasErrorColumn: model.columns.error != nil,
      hasLatencyColumn: model.columns.latency != nil, compatibility: model.compatibility,
      driftPolicy: model.driftPolicy)
    let reference = try history.reference(of: stored.key)
    let baseline = ReferenceBaseline(chunks: reference.chunks, stages: reference.stages)
    let expectations = ExpectationBook(
      model: model, schema: schema, settings: settings, baseline: baseline,
      versions: Set(source.daysByArm.keys.map(\.version)))
    let builder = RecordBuilder(
      schema: schema, settings: settings, evidence: model.evidence, baseline: baseline, source: source,
      expectations: expectations.expectations(ofVersion:))
    let files = try history.files(of: stored.key)
    let referenceFile = files.first { $0.file.role == .reference }
    return ModelRecord(
      identity: identity(of: model, schema: schema),
      references: builder.references(from: referenceFile?.days?.lowerBound),
      referenceInput: referenceFile?.file, referenceDays: referenceFile?.days,
      periods: try builder.periods(
        model.calendar.period, malformedRowCounts: source.malformedRowCounts,
        inputs: files.filter { $0.file.role == .predictions }
          .compactMap { entry in entry.days.map { (entry.file, $0) } }),
      unmatchedLabelCount: try history.waitingLabelCount(of: stored.key))
  }

  private func identity(of model: Configuration.Model, schema: ModelSchema) -> ModelIdentity {
    var protected: [String] = []
    for name in model.protected.flatMap(\.attributes) where !protected.contains(name) {
      protected.append(name)
    }
    return ModelIdentity(
      id: model.id, title: model.title, task: model.task, owner: model.owner, about: model.about,
      periodKind: model.calendar.period, timezone: model.calendar.timezone,
      positive: schema.positive, minimumRows: model.minimumRows,
      suppressBelow: model.suppressBelow, protectedAttributes: protected,
      compatibility: model.compatibility, driftPolicy: model.driftPolicy,
      evidence: model.evidence)
  }
}
