import Profiling

/// Reads `columns` of a model.
struct ColumnsReader {
  private enum Key: String, CaseIterable {
    case id, timestamp, version, stage, prediction, score, label, error
    case labelTimestamp = "label_timestamp"
    case latency = "latency_ms"
  }

  /// `nil` when the model's task could not be read; what depends on it is not checked then.
  let task: Profiling.Task?

  func read(_ reader: NodeReader) -> Configuration.Columns? {
    guard let map = reader.map(Key.self) else { return nil }
    let timestamp = map.required(.timestamp, "name the column with the time of the prediction")?
      .name()
    if let labelTimestamp = map[.labelTimestamp], map[.label] == nil {
      labelTimestamp.report("there is no label", advice: "name the column 'label' too")
    }
    let score = map[.score].flatMap(readScore)
    let optional: [Key] = [
      .id, .version, .stage, .prediction, .label, .labelTimestamp, .latency, .error,
    ]
    var names: [Key: String] = [:]
    for key in optional { names[key] = map[key]?.name() }
    guard let timestamp else { return nil }
    return Configuration.Columns(
      id: names[.id], timestamp: timestamp, version: names[.version], stage: names[.stage],
      prediction: names[.prediction], score: score, label: names[.label],
      labelTimestamp: names[.labelTimestamp], latency: names[.latency], error: names[.error])
  }

  private func readScore(_ reader: NodeReader) -> Configuration.Columns.Score? {
    guard reader.isMap else { return readOneScore(reader) }
    if let task, task != .multiclass {
      reader.report(
        "only a multiclass model has a score for each class", advice: "name one column")
      return nil
    }
    guard let pairs = reader.pairs() else { return nil }
    guard pairs.count >= 2 else {
      reader.report("a score for fewer than two classes", advice: "write {class: column, …}")
      return nil
    }
    let columns = reader.distinct(pairs.map(\.value), "column") { $0.name() }
    guard columns.count == pairs.count else { return nil }
    return .perClass(
      zip(pairs, columns).map { pair, column in
        Configuration.Columns.ClassColumn(class: pair.name, column: column)
      })
  }

  private func readOneScore(_ reader: NodeReader) -> Configuration.Columns.Score? {
    guard let column = reader.name() else { return nil }
    switch task {
    case .multiclass:
      reader.report(
        "a multiclass model has one score for each class", advice: "write {class: column, …}")
    case .regression:
      reader.report(
        "a regression has no score", advice: "name the predicted number under 'prediction'")
    case .binary, nil: break
    }
    return .one(column)
  }
}
