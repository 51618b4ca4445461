import Assessment
import History
import Profiling

/// Brings a model of the record in line with what is asked for within slices: columns by its
/// expectations, scores by its protected attributes.
///
/// Expectations change more often than models, so asking for one more needs no rebuild: it is
/// counted from the next file on, and the reference, whose files are still what they were, is counted
/// again at once. What was read before stays without.
struct SliceFollowing {
  let plan: ModelPlan
  let stored: HistoryTransaction.StoredModel
  let store: HistoryStore
  let observe: (IngestEvent) -> Void

  /// The model with the schema under which new rows are counted.
  func run() throws -> PreparedModel {
    let schema = stored.schema.counting(plan.layout.slicedColumns)
      .countingScores(by: plan.layout.scoredAttributes)
    guard schema != stored.schema else {
      return PreparedModel(key: stored.key, schema: stored.schema)
    }
    let added = Set(schema.slicedColumns).subtracting(stored.schema.slicedColumns)
    let scored = schema.scoredAttributes.filter { !stored.schema.scoredAttributes.contains($0) }
    let reference =
      try added.isEmpty && scored.isEmpty ? nil : recountedReference(under: schema)
    try store.write { history in
      try history.update(stored.key, schema: schema)
      if let reference {
        try history.saveReference(reference.chunks, stages: reference.stages, of: stored.key)
      }
    }
    if plan.known.contains(where: { $0.role == .predictions }) {
      let slices = Set(added.map(\.slice)).sorted().map(\.description)
      note("columns within", slices)
      note("scores by", scored.map { $0.joined(separator: " & ") })
    }
    return PreparedModel(key: stored.key, schema: schema)
  }

  /// Says what is counted from now on, and how to count it in what was read before.
  private func note(_ what: String, _ names: [String]) {
    guard !names.isEmpty else { return }
    let list = names.map { "'\($0)'" }.joined(separator: ", ")
    observe(
      .note(
        "\(plan.model.id): \(what) \(list) are counted from now on; "
          + "'broadsheet ingest --rebuild' counts those of the rows that were read before"))
  }

  private func recountedReference(under schema: ModelSchema) throws -> ReferenceIngestion.Outcome? {
    guard plan.referenceFile != nil else { return nil }
    return try ReferenceIngestion(
      layout: plan.layout, paths: plan.inputs.reference, zone: plan.zone, reading: plan.reading
    ).run(under: schema)
  }
}
