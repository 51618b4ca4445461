package import Assessment
package import History
import Ingestion
package import Profiling

/// Builds the records of models from the history: measure and judge, nothing is written.
package struct RecordAssembler {
  private let configuration: Configuration
  private let store: HistoryStore
  private let clockDay: Day?
  private let programVersion: String
  private let recalling: Bool
  private let firstReader: FirstValueReader

  /// - Parameter clockDay: The day from which the age of a period is counted. By default it is the
  ///   latest day that the history has seen, so that the same history always gives the same record.
  ///   - recalling: False to measure every period again, whatever the history knows of it.
  package init(
    configuration: Configuration, store: HistoryStore, asOf clockDay: Day? = nil,
    programVersion: String = "", recalling: Bool = true
  ) {
    self.recalling = recalling
    firstReader = FirstValueReader(store: store, fault: ReadingFault())
    self.programVersion = programVersion
    self.configuration = configuration
    self.store = store
    self.clockDay = clockDay
  }

  /// The records of all models of the configuration, in its order; models without data are left out.
  ///
  /// - Parameter keeping: Whether what had to be measured is kept for the next run.
  package func records(keeping: Bool = false) throws -> [ModelRecord] {
    let (records, new) = try store.read { history in
      let today = try clockDay ?? latestDay(in: history)
      var records: [ModelRecord] = []
      var new: [(model: String, measures: StoredMeasures)] = []
      for model in configuration.models {
        guard let stored = try history.model(named: model.id) else { continue }
        let (record, measures) = try record(
          of: model, stored: stored, asOf: today, history: history)
        records.append(record)
        new.append((model.id, measures))
      }
      return (records, new)
    }
    if keeping, new.contains(where: { $0.measures.hasNew }) {
      try store.write { history in
        for (model, measures) in new {
          if let reference = measures.newReference {
            try history.put(reference, ofReferenceOf: model)
          }
          for entry in measures.new {
            try history.put(entry.measure, record: entry.record, of: model, period: entry.period)
          }
        }
      }
      try store.settle()
    }
    return records
  }

  /// The latest day of a prediction or label of any model; `nil` when no age is asked for.
  private func latestDay(in history: HistoryTransaction) throws -> Day? {
    guard configuration.models.contains(where: { $0.maturity.afterDays != nil }) else { return nil }
    let days = try configuration.models.flatMap { model -> [Day] in
      guard let stored = try history.model(named: model.id) else { return [] }
      let zone = ZoneTable(identifier: model.calendar.timezone) ?? .utc
      let label = try history.latestLabelTime(of: stored.key).map {
        Day(number: zone.localDay(ofUTCMilliseconds: $0))
      }
      return [try history.latestDay(of: stored.key), label].compactMap { $0 }
    }
    return days.max()
  }

  private func record(
    of model: Configuration.Model, stored: HistoryTransaction.StoredModel, asOf today: Day?,
    history: HistoryTransaction
  ) throws -> (ModelRecord, StoredMeasures) {
    let material = try ModelMaterial(of: model, stored, in: history, named: configuration.published)
    let measures = try StoredMeasures(
      history: history, model: model.id,
      settings: RecordStamps.digest([
        programVersion, CanonicalText.of(model.withoutPlaces),
        ContentDigest.text(ofBytes: stored.stamp),
      ]),
      stamps: material.source.stamps(), recalling: recalling)
    let versions = material.versions
    let usual = try measures.reference(versions: versions, of: material.reference?.days) {
      ReferenceMeasures(
        of: material.baseline, schema: material.schema, settings: material.settings,
        versions: versions, firstDay: material.reference?.days?.lowerBound,
        wantsDefaults: model.expectations.isEmpty)
    }
    let expectations = ExpectationBook(
      model: model, schema: material.schema, baseline: material.baseline, versions: versions,
      defaults: usual.defaults)
    let builder = RecordBuilder(
      schema: material.schema, settings: material.settings, evidence: model.evidence,
      baseline: material.baseline, source: material.source, maturity: model.maturity, asOf: today,
      usual: usual.usual, expectations: expectations.expectations(ofVersion:))
    let record = ModelRecord(
      identity: identity(of: model, schema: material.schema),
      references: usual.records,
      referenceInput: material.reference?.file, referenceDays: material.reference?.days,
      periods: try builder.periods(
        model.calendar.period, malformedRowCounts: material.source.malformedRowCounts,
        inputs: material.predictions, memory: measures),
      unmatchedLabelCount: try history.waitingLabelCount(of: stored.key),
      inputs: material.files.map(\.file))
    let terms = TermsReader(
      model: model, schema: material.schema, reference: material.reference?.file.digest,
      programVersion: programVersion, expectations: expectations.expectations(ofVersion:))
    return (try notingPublications(of: record, terms, measures, in: history), measures)
  }

  /// The same with what was published of it before.
  private func notingPublications(
    of record: ModelRecord, _ terms: TermsReader, _ measures: StoredMeasures,
    in history: HistoryTransaction
  ) throws -> ModelRecord {
    let model = record.identity.id
    let firstTerms = Dictionary(
      uniqueKeysWithValues: try history.publishedTerms(of: model).map {
        ($0.period, $0.published)
      })
    var noted = record.notingFirstPublished { arm in
      FirstValues { [firstReader] in
        firstReader.values(of: model, arm: arm.arm, period: arm.period.description)
      }
    }.notingTerms(terms.terms(of:), first: { firstTerms[$0.period.description] })
    noted.fault = firstReader.fault
    let counts = try history.publishedFigureCounts(of: model)
    noted.stamp = RecordStamp(
      settings: measures.settings,
      periods: zip(record.periods, measures.known).map { period, known in
        RecordStamp.Period(
          digest: known.digest, firstCount: counts[period.period.description] ?? 0,
          isNoted: known.isNoted)
      })
    return noted
  }

  private func identity(of model: Configuration.Model, schema: ModelSchema) -> ModelIdentity {
    var protected: [String] = []
    for name in model.protected.flatMap(\.attributes) where !protected.contains(name) {
      protected.append(name)
    }
    return ModelIdentity(
      id: model.id, title: model.title, task: model.task, owner: model.owner, about: model.about,
      periodKind: model.calendar.period, timezone: model.calendar.timezone,
      positive: model.task == .binary ? schema.positive : nil, minimumRows: model.minimumRows,
      suppressBelow: model.suppressBelow, protectedAttributes: protected,
      features: schema.columns(of: .feature).map(\.name),
      compatibility: model.compatibility, driftPolicy: model.driftPolicy,
      evidence: model.evidence, maturity: model.maturity,
      labelUnit: model.labelUnit, favourable: FairnessSettings(model).favourable)
  }
}
