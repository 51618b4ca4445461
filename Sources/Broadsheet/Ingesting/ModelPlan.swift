import Assessment
import History
import Ingestion
import Profiling

/// A file with what it is to the model and what it is known by.
struct PlannedFile {
  let role: InputFile.Role
  let path: String
  let shown: String
  let digest: FileDigest
  /// Taken before the digest; `nil` for several files.
  let stamp: FileStamp?
}

/// What there is to read for one model.
struct ModelPlan {
  let model: Configuration.Model
  let inputs: ReadableInputs
  let layout: ModelLayout
  let zone: ZoneTable
  let reading: FileReading
  /// The model as the record knows it.
  let stored: HistoryTransaction.StoredModel?
  /// The reference as one input, under the digest of all of its files.
  let referenceFile: PlannedFile?
  /// Files that were not read before: reference, predictions, labels, each by path.
  let newFiles: [PlannedFile]
  /// Files that were read before.
  let known: [PlannedFile]

  init(
    _ model: Configuration.Model, configuration: Configuration, store: HistoryStore,
    spool: InputSpool, memory: inout FileMemory
  ) throws {
    self.model = model
    inputs = try ReadableInputs(
      ModelInputs(of: model, in: configuration), spool: spool, configuration: configuration)
    zone = try Self.zone(of: model)
    reading = FileReading(
      zone: zone, maximumMalformedShare: model.malformedShare, missingTokens: model.missingTokens,
      inputs: inputs)
    stored = try store.read { try $0.model(named: model.id) }
    layout = ModelLayout(
      model,
      header: try Self.header(ofFirst: inputs.predictions.first, reading: reading, stored: stored))
    referenceFile = try Self.reference(inputs, &memory)
    try Self.checkUnchanged(stored, reference: referenceFile, layout: layout, model: model)
    var files = stored == nil ? [referenceFile].compactMap { $0 } : []
    for (paths, role) in [
      (inputs.predictions, InputFile.Role.predictions), (inputs.labels, .labels),
    ] {
      files += try Self.files(role, paths, inputs: inputs, &memory)
    }
    (newFiles, known) = try Self.divide(files, stored: stored, store: store)
  }

  /// What to ask a file for when only its header and first rows are looked at.
  func headerRequests(for role: InputFile.Role) throws -> ColumnRequests {
    switch role {
    case .reference: return SchemaScan(layout: layout, isReference: true).requests
    case .predictions:
      let schema = stored?.schema ?? provisionalSchema
      return PredictionLog(layout: layout, schema: schema, zone: zone, strictness: .complete)
        .requests
    case .labels: return try labelLog().requests
    }
  }

  func labelLog() throws -> LabelLog {
    guard let log = LabelLog(layout: layout) else {
      throw IngestError(
        .configuration, ["\(model.id): labels need 'columns.id' and 'columns.label'"])
    }
    return log
  }

  /// The schema of a model without a reference: kinds found in its first prediction log.
  func schemaWithoutReference() throws -> ModelSchema {
    try SchemaReading(
      layout: layout, isReference: false, paths: Array(inputs.predictions.prefix(1)),
      reading: reading
    ).run().scan.schema
  }

  /// Asks for every column as text, which is enough to see whether it is there.
  private var provisionalSchema: ModelSchema {
    ModelSchema(
      task: layout.task, positive: layout.positive, scoreIsProbability: layout.scoreIsProbability,
      columns: layout.profiledColumns.map {
        ColumnSchema(name: $0.name, subject: $0.subject, kind: .categorical(.empty))
      }, sliceAttributes: layout.sliceAttributes)
  }
}

// MARK: - Making a plan

extension ModelPlan {
  private static func zone(of model: Configuration.Model) throws -> ZoneTable {
    guard let zone = ZoneTable(identifier: model.calendar.timezone) else {
      throw IngestError(
        .configuration, ["\(model.id): unknown time zone '\(model.calendar.timezone)'"])
    }
    return zone
  }

  /// Column names from which features are taken that the configuration does not list.
  private static func header(
    ofFirst path: String?, reading: FileReading, stored: HistoryTransaction.StoredModel?
  ) throws -> [String] {
    if let path { return try reading.header(of: path) }
    // Nothing came through the pipe this time.
    return stored?.schema.columns(of: .feature).map(\.name) ?? []
  }

  private static func files(
    _ role: InputFile.Role, _ paths: [String], inputs: ReadableInputs, _ memory: inout FileMemory
  ) throws -> [PlannedFile] {
    zip(paths, try digests(of: paths, inputs: inputs, &memory)).map { path, file in
      PlannedFile(
        role: role, path: path, shown: inputs.shown(path), digest: file.digest, stamp: file.stamp)
    }
  }

  private static func digests(
    of paths: [String], inputs: ReadableInputs, _ memory: inout FileMemory
  ) throws -> [(stamp: FileStamp?, digest: FileDigest)] {
    do {
      return try memory.digests(of: paths) { !inputs.isSpooled($0) }
    } catch {
      throw IngestError(
        .missingInput,
        ["\(inputs.shown(error.path)): the file cannot be read (\(error.reason))"])
    }
  }

  private static func reference(
    _ inputs: ReadableInputs, _ memory: inout FileMemory
  ) throws -> PlannedFile? {
    let paths = inputs.reference
    guard let first = paths.first else { return nil }
    let digests = try digests(of: paths, inputs: inputs, &memory).map(\.digest)
    return PlannedFile(
      role: .reference, path: first,
      shown: paths.map(inputs.shown).joined(separator: ", "),
      digest: FileDigest(combining: digests), stamp: nil)
  }

  /// Profiles merge only under one schema, so what it was made from must still be the same.
  private static func checkUnchanged(
    _ stored: HistoryTransaction.StoredModel?, reference: PlannedFile?, layout: ModelLayout,
    model: Configuration.Model
  ) throws {
    guard let stored else { return }
    var changes: [String] = []
    if stored.referenceDigest != reference?.digest.hexadecimal {
      changes.append("the reference has changed")
    }
    if stored.schema.columns.map(\.name) != layout.profiledColumns.map(\.name) {
      changes.append("the list of features, prediction, score or label has changed")
    }
    if stored.schema.sliceAttributes != layout.sliceAttributes {
      changes.append(
        "the segments or protected attributes, or the slices that expectations combine them to, "
          + "have changed")
    }
    if stored.schema.task != layout.task
      || stored.schema.positive != layout.positive.map(ClassName.canonical)
    {
      changes.append("the task, the positive class or the favourable class has changed")
    }
    if stored.schema.scoreIsProbability != layout.scoreIsProbability {
      changes.append("'score_is_probability' has changed")
    }
    if stored.schema.timezone != layout.timezone {
      changes.append("the time zone has changed")
    }
    if stored.schema.missingTokens != layout.missingTokens {
      changes.append("'missing_values' has changed")
    }
    for column in stored.schema.columns {
      let wasNumeric = if case .numeric = column.kind { true } else { false }
      if let isNumeric = layout.kindIsNumeric(column.name, column.subject), isNumeric != wasNumeric
      {
        changes.append("the kind of '\(column.name)' has changed")
      }
    }
    guard !changes.isEmpty else { return }
    throw IngestError(
      .configuration,
      changes.map { change in
        "\(model.id): \(change) since the history was begun, so new figures would not compare "
          + "with old ones; undo the change, or run 'broadsheet ingest --rebuild' to count "
          + "everything again"
      })
  }

  private static func divide(
    _ files: [PlannedFile], stored: HistoryTransaction.StoredModel?, store: HistoryStore
  ) throws -> (new: [PlannedFile], known: [PlannedFile]) {
    var seen: Set<String> = []
    var new: [PlannedFile] = []
    var known: [PlannedFile] = []
    for file in files {
      let wasRead = try stored.map { stored in
        try store.read { history in
          try history.hasRead(
            digest: file.digest.hexadecimal, as: file.role, model: stored.key)
        }
      }
      // Two files of one content are one input.
      let isFirst = seen.insert("\(file.role) \(file.digest.hexadecimal)").inserted
      if wasRead == true || !isFirst { known.append(file) } else { new.append(file) }
    }
    return (new, known)
  }
}
