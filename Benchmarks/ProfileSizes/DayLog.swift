import Ingestion
import Profiling
import Statistics

/// One day of a binary model, made up: numeric features spread evenly between anchors of their own
/// number, features with 30 categories, one attribute whose values make slices, a label for every row.
struct DayLog {
  /// How many columns and values there are.
  struct Shape {
    var rowCount = 10_000
    var featureCount = 200
    var sliceCount = 50
    /// Whether scores and features have all digits, or six decimals.
    var hasAllDigits = false
  }

  private static let categoryCount = 30
  private static let firstTime: Int64 = 1_700_006_400_000

  let shape: Shape
  let schema: ModelSchema
  private let log: PredictionLog

  init(_ shape: Shape) {
    self.shape = shape
    let names = (0..<shape.featureCount).map { "feature \($0)" }
    let attribute = "attribute"
    schema = Self.schema(features: names, attribute: attribute)
    let layout = ModelLayout(
      task: .binary, positive: "1", scoreIsProbability: true, id: nil, timestamp: "time",
      version: nil, stage: nil, prediction: "prediction", scores: ["score"], scoreClasses: [],
      label: "label", labelTimestamp: "label time", latency: "latency", error: nil,
      features: names, sliceAttributes: [[attribute]], forcedNumeric: [], forcedCategorical: [],
      labelInPredictions: true)
    log = PredictionLog(layout: layout, schema: schema, zone: .utc, strictness: .complete)
  }

  /// One feature in five has categories.
  private static func isNumeric(_ feature: Int) -> Bool { feature % 5 != 4 }

  private static func schema(features: [String], attribute: String) -> ModelSchema {
    var random = SplitMix64(seed: 99)
    let anchors = NumericAnchors(
      reference: (0..<20_000).map { _ in (random.uniform() * 1e6).rounded() / 1e6 })
    let categories = Vocabulary(reference: counts(categoryCount))
    let answers = ColumnKind.categorical(Vocabulary(reference: ["0": 1, "1": 1]))
    let columns = features.enumerated().map { index, name in
      ColumnSchema(
        name: name, subject: .feature,
        kind: isNumeric(index) ? .numeric(anchors) : .categorical(categories))
    }
    return ModelSchema(
      task: .binary, positive: "1", scoreIsProbability: true,
      columns: columns + [
        ColumnSchema(name: "prediction", subject: .prediction, kind: answers),
        ColumnSchema(name: "score", subject: .score, kind: .numeric(anchors)),
        ColumnSchema(name: "label", subject: .label, kind: answers),
      ], sliceAttributes: [[attribute]])
  }

  private static func counts(_ count: Int) -> [String: Int] {
    Dictionary(uniqueKeysWithValues: (0..<count).map { ("category \($0)", 1) })
  }

  /// The profile of the day.
  func profile(seed: UInt64) -> Profile {
    var random = SplitMix64(seed: seed)
    let counter = PredictionCounter(log: log)
    var outcomes = OutcomeCounter(schema: schema)
    var memory = CountingMemory()
    var done = 0
    while done < shape.rowCount {
      let count = min(4_096, shape.rowCount - done)
      let block = counter.count(
        batch(count, first: done, using: &random), leavingOut: nil, spare: &memory)
      outcomes.add(block) { _ in true }
      done += count
    }
    var profile = Profile()
    for place in 0..<counter.placeCount {
      if let counted = counter.take(place: place) { profile.input.merge(counted.profile) }
    }
    for place in outcomes.places { profile.outcome.merge(outcomes.take(place)) }
    return profile
  }

  /// Rows in the order of the requests.
  private func batch(_ count: Int, first: Int, using random: inout SplitMix64) -> Batch {
    var columns: [String: Column] = [:]
    for feature in 0..<shape.featureCount {
      columns["feature \(feature)"] =
        Self.isNumeric(feature)
        ? .number(.init(values: numbers(count, using: &random), malformedRows: []))
        : categories(count, of: Self.categoryCount, named: "category", using: &random)
    }
    let scores = numbers(count, using: &random)
    let codes = scores.map { Int32($0 > 0.5 ? 1 : 0) }
    let labels = scores.map { Int32(random.uniform() < $0 ? 1 : 0) }
    let times = (0..<count).map { Self.firstTime + Int64(first + $0) % 86_400_000 }
    let labelTimes = times.map { $0 + Int64(random.next() % 1_000) * 864_000 }
    let latencies = (0..<count).map { _ in (random.uniform() * 1e4).rounded() / 10 }
    columns["score"] = .number(.init(values: scores, malformedRows: []))
    columns["prediction"] = .category(.init(codes: codes, values: ["0", "1"]))
    columns["label"] = .category(.init(codes: labels, values: ["0", "1"]))
    columns["time"] = .timestamp(.init(values: times, malformedRows: []))
    columns["label time"] = .timestamp(.init(values: labelTimes, malformedRows: []))
    columns["latency"] = .number(.init(values: latencies, malformedRows: []))
    columns["attribute"] = categories(
      count, of: shape.sliceCount, named: "value", using: &random)
    return Batch(
      rowCount: count, columns: log.requests.list.map { columns[$0.name] ?? .absent },
      lines: (0..<count).map { first + $0 + 2 })
  }

  private func numbers(_ count: Int, using random: inout SplitMix64) -> [Double] {
    (0..<count).map { _ in
      shape.hasAllDigits ? random.uniform() : Double(random.next() % 1_000_000) / 1e6
    }
  }

  private func categories(
    _ count: Int, of different: Int, named name: String, using random: inout SplitMix64
  ) -> Column {
    .category(
      .init(
        codes: (0..<count).map { _ in Int32(random.next() % UInt64(different)) },
        values: (0..<different).map { "\(name) \($0)" }))
  }
}
