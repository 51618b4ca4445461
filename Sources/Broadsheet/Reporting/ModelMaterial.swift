import Assessment
import History
import Profiling

/// What the history has of one model, as far as its measures need it.
struct ModelMaterial {
  /// A file that was read, under the name that pages show, with the first and last day of its rows.
  typealias File = (file: InputFile, days: ClosedRange<Day>?)

  /// With the columns within slices that are asked for now, so that what was not counted has a reason
  /// and not only no value.
  let schema: ModelSchema
  let source: StoredProfiles
  let settings: MeasureSettings
  let baseline: ReferenceBaseline
  let files: [File]

  init(
    of model: Configuration.Model, _ stored: HistoryTransaction.StoredModel,
    in history: HistoryTransaction, named name: (String) -> String
  ) throws {
    schema = stored.schema.counting(
      model.slicedColumns(features: stored.schema.columns(of: .feature).map(\.name)))
    source = try StoredProfiles(history: history, model: stored.key)
    settings = MeasureSettings(
      minimumRows: model.minimumRows, hasErrorColumn: model.columns.error != nil,
      hasLatencyColumn: model.columns.latency != nil, compatibility: model.compatibility,
      driftPolicy: model.driftPolicy, fairness: FairnessSettings(model))
    let reference = try history.reference(of: stored.key)
    baseline = ReferenceBaseline(chunks: reference.chunks, stages: reference.stages)
    files = try history.files(of: stored.key).map { ($0.file.named(name($0.file.path)), $0.days) }
  }

  /// Every version that ever answered.
  var versions: Set<String> { Set(source.daysByArm.keys.map(\.version)) }

  /// The file of the reference; `nil` for a model without one.
  var reference: File? { files.first { $0.file.role == .reference } }

  /// Files of predictions with rows.
  var predictions: [(file: InputFile, days: ClosedRange<Day>)] {
    files.filter { $0.file.role == .predictions }
      .compactMap { file, days in days.map { (file, $0) } }
  }
}
