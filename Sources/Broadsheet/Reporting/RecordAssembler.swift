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
    // What is asked for now, so that what was not counted has a reason and not only no value.
    let schema = stored.schema.counting(
      model.slicedColumns(features: stored.schema.columns(of: .feature).map(\.name)))
    let source = try StoredProfiles(history: history, model: stored.key)
    let settings = MeasureSettings(
      minimumRows: model.minimumRows, hasErrorColumn: model.columns.error != nil,
      hasLatencyColumn: model.columns.latency != nil, compatibility: model.compatibility,
      driftPolicy: model.driftPolicy, fairness: FairnessSettings(model))
    let reference = try history.reference(of: stored.key)
    let baseline = ReferenceBaseline(chunks: reference.chunks, stages: reference.stages)
    let files = try history.files(of: stored.key).map { entry in
      (file: entry.file.named(configuration.published(entry.file.path)), days: entry.days)
    }
    let referenceFile = files.first { $0.file.role == .reference }
    let measures = try StoredMeasures(
      history: history, model: model.id,
      settings: RecordStamps.digest([
        programVersion, CanonicalText.of(model.withoutPlaces),
        ContentDigest.text(ofBytes: stored.stamp),
      ]),
      stamps: source.stamps(), recalling: recalling)
    let versions = Set(source.daysByArm.keys.map(\.version))
    let usual = try measures.reference(versions: versions, of: referenceFile?.days) {
      ReferenceMeasures(
        of: baseline, schema: schema, settings: settings, versions: versions,
        firstDay: referenceFile?.days?.lowerBound, wantsDefaults: model.expectations.isEmpty)
    }
    let expectations = ExpectationBook(
      model: model, schema: schema, baseline: baseline, versions: versions,
      defaults: usual.defaults)
    let builder = RecordBuilder(
      schema: schema, settings: settings, evidence: model.evidence, baseline: baseline,
      source: source, maturity: model.maturity, asOf: today, usual: usual.usual,
      expectations: expectations.expectations(ofVersion:))
    let firstTerms = Dictionary(
      uniqueKeysWithValues: try history.publishedTerms(of: model.id).map {
        ($0.period, $0.published)
      })
    let terms = TermsReader(
      model: model, schema: schema, reference: referenceFile?.file.digest,
      programVersion: programVersion, expectations: expectations.expectations(ofVersion:))
    var record = ModelRecord(
      identity: identity(of: model, schema: schema),
      references: usual.records,
      referenceInput: referenceFile?.file, referenceDays: referenceFile?.days,
      periods: try builder.periods(
        model.calendar.period, malformedRowCounts: source.malformedRowCounts,
        inputs: files.filter { $0.file.role == .predictions }
          .compactMap { entry in entry.days.map { (entry.file, $0) } },
        memory: measures),
      unmatchedLabelCount: try history.waitingLabelCount(of: stored.key), inputs: files.map(\.file)
    ).notingFirstPublished { arm in
      FirstValues { [firstReader] in
        firstReader.values(of: model.id, arm: arm.arm, period: arm.period.description)
      }
    }.notingTerms(terms.terms(of:), first: { firstTerms[$0.period.description] })
    record.fault = firstReader.fault
    let counts = try history.publishedFigureCounts(of: model.id)
    record.stamp = RecordStamp(
      settings: measures.settings,
      periods: zip(record.periods, measures.known).map { period, known in
        RecordStamp.Period(
          digest: known.digest, firstCount: counts[period.period.description] ?? 0,
          isNoted: known.isNoted)
      })
    return (record, measures)
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
