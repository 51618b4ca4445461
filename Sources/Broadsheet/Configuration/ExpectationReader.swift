import Assessment
import Profiling

/// What the rest of a model says, as far as its expectations depend on it.
struct ExpectationContext {
  /// `nil` when it could not be read.
  let task: Profiling.Task?
  /// `nil` when every column without another role is a feature.
  let features: [String]?
  let segments: [String]
  let protected: [Configuration.Protected]
  let columns: Configuration.Columns?

  /// The columns that metrics about a column exist for; `nil` when only the data tell.
  var describedColumns: [String]? {
    guard let features, let columns else { return nil }
    let scores: [String] =
      switch columns.score {
      case .one(let name)?: [name]
      case .perClass(let classes)?: classes.map(\.column)
      case nil: []
      }
    return features + [columns.prediction, columns.label].compactMap(\.self) + scores + segments
      + protected.flatMap(\.attributes)
  }
}

/// Reads one element of `expectations`.
struct ExpectationReader {
  private enum Key: String, CaseIterable {
    case metric, feature, slice, attribute, min, max, watch
    case watchMin = "watch_min"
    case watchMax = "watch_max"
  }

  private let map: MapReader<Key>
  private let context: ExpectationContext

  /// `nil` when the element is not a map, which is then reported.
  init?(_ reader: NodeReader, context: ExpectationContext) {
    guard let map = reader.map(Key.self) else { return nil }
    self.map = map
    self.context = context
  }

  func read() -> ExpectationPattern? {
    let metric: Metric? = map.required(.metric, "name a metric, such as roc_auc")?.choice("metric")
    let limits = readLimits()
    let feature = map[.feature]?.name()
    let attribute = map[.attribute].flatMap(readAttribute)
    let slice = map[.slice].map { SliceReader(context: context).read($0) } ?? .all
    guard let metric else { return nil }
    checkSubject(metric)
    checkFeature(feature, within: slice)
    checkTask(metric)
    checkRange(of: metric)
    if !map.reader.log.computed.contains(metric) {
      // Said aloud, because an expectation without a value would otherwise never be judged.
      map.reader.noteNotYetInUse("\(metric.rawValue) is not computed yet")
    }
    return ExpectationPattern(
      subject: .init(metric: metric, feature: feature, slice: slice, attribute: attribute),
      minimum: limits.minimum, maximum: limits.maximum, watchBelow: limits.watchBelow,
      watchAbove: limits.watchAbove, line: map.reader.position.line)
  }

  // MARK: - What the metric is about

  private func checkSubject(_ metric: Metric) {
    let name = metric.rawValue
    switch metric.subject {
    case .feature:
      _ = map.required(.feature, "\(name) is about a column: name it, or \"*\" for each")
      refuse(.attribute, "\(name) does not compare groups")
    case .attribute:
      _ = map.required(.attribute, "\(name) compares groups: name a protected attribute")
      refuse(.feature, "\(name) is not about one feature")
      refuse(.slice, "\(name) is about all rows")
    case .group:
      refuse(.feature, "\(name) is not about one feature")
      if map[.attribute] != nil { refuse(.slice, "'attribute' names every group already") }
    case .model:
      refuse(.feature, "\(name) is not about one feature")
      refuse(.attribute, "\(name) does not compare groups")
    }
  }

  private func refuse(_ key: Key, _ message: String) {
    map[key]?.report(message, advice: "remove '\(key.rawValue)', or take another metric")
  }

  private func checkFeature(_ feature: String?, within slice: Slice) {
    let known = context.segments + context.protected.flatMap(\.attributes)
    if feature != nil, slice.parts.contains(where: { !known.contains($0.attribute) }) {
      map[.slice]?.report(
        "a column is not counted by class", advice: "name a segment or a protected attribute")
    }
    guard let feature, feature != "*", let known = context.describedColumns,
      !known.contains(feature)
    else { return }
    map[.feature]?.report(
      "\(quoted(feature)) is not a feature of this model",
      advice: advice(forUnknown: feature, in: known) ?? "list it under 'features'")
  }

  private func checkTask(_ metric: Metric) {
    guard let task = context.task, !metric.tasks.contains(task) else { return }
    let tasks = metric.tasks.map(\.rawValue).joined(separator: " or ")
    map[.metric]?.report(
      "\(metric.rawValue) does not exist for the task \(task.rawValue)",
      advice: "it needs the task \(tasks)")
  }

  private func readAttribute(_ reader: NodeReader) -> String? {
    guard let name = reader.name() else { return nil }
    let known = context.protected.map(\.name)
    if known.contains(name) { return name }
    reader.report(
      "\(quoted(name)) is not a protected attribute",
      advice: advice(forUnknown: name, in: known) ?? "list it under 'protected'")
    return nil
  }

  // MARK: - Limits

  private struct Limits {
    var minimum: Double?
    var maximum: Double?
    var watchBelow: Double?
    var watchAbove: Double?
  }

  private func readLimits() -> Limits {
    var limits = Limits(
      minimum: map[.min]?.number(), maximum: map[.max]?.number(),
      watchBelow: map[.watchMin]?.number(), watchAbove: map[.watchMax]?.number())
    if let watch = map[.watch] { place(watch, in: &limits) }
    let keys: [Key] = [.min, .max, .watch, .watchMin, .watchMax]
    if keys.allSatisfy({ map[$0] == nil }) {
      map.reader.report("nothing is expected", advice: "write 'min', 'max' or both")
    }
    checkOrder(limits)
    return limits
  }

  /// `watch` stands on the side of the only limit; with two limits it could mean either.
  private func place(_ watch: NodeReader, in limits: inout Limits) {
    guard let value = watch.number() else { return }
    if map[.watchMin] != nil || map[.watchMax] != nil {
      watch.report(
        "stands beside 'watch_min' or 'watch_max'", advice: "write only watch_min and watch_max")
      return
    }
    switch (map[.min] != nil, map[.max] != nil) {
    case (true, false): limits.watchBelow = value
    case (false, true): limits.watchAbove = value
    case (true, true), (false, false):
      watch.report(
        "it is not clear on which side to watch",
        advice: "write watch_min for the lower side, watch_max for the upper one")
    }
  }

  /// A limit that no value can pass, or that every value passes, is a slip: most often a percentage.
  private func checkRange(of metric: Metric) {
    let definition = metric.definition
    let (lowest, highest) = (definition.lowest ?? -.infinity, definition.highest ?? .infinity)
    for key in [Key.min, .max, .watch, .watchMin, .watchMax] {
      guard let reader = map[key], let value = reader.plainNumber,
        !(lowest...highest).contains(value)
      else { continue }
      let range =
        switch (definition.lowest.map(Self.shown), definition.highest.map(Self.shown)) {
        case (let low?, let high?): "from \(low) to \(high)"
        case (let low?, nil): "\(low) or more"
        case (nil, let high?): "\(high) or less"
        case (nil, nil): "any number"
        }
      let written = Self.shown(value)
      let isPercentage = highest == 1 && (lowest...highest).contains(value / 100)
      reader.report(
        "\(written) can be no value of \(metric.rawValue)",
        advice: "it is \(range)"
          + (isPercentage ? "; for \(written) % write \(Self.shown(value / 100))" : ""))
    }
  }

  /// A number without needless decimals.
  private static func shown(_ number: Double) -> String {
    Int(exactly: number).map(String.init) ?? "\(number)"
  }

  private func checkOrder(_ limits: Limits) {
    let below = (name: "watch_min", value: limits.watchBelow, reader: map[.watchMin] ?? map[.watch])
    let above = (name: "watch_max", value: limits.watchAbove, reader: map[.watchMax] ?? map[.watch])
    check("min", limits.minimum, notAbove: "max", limits.maximum, at: map[.min])
    check("min", limits.minimum, notAbove: below.name, below.value, at: below.reader)
    check(above.name, above.value, notAbove: "max", limits.maximum, at: above.reader)
    // Said only when the outer limits are in order, since these follow from them.
    guard (limits.minimum ?? -.infinity) <= (limits.maximum ?? .infinity) else { return }
    check(below.name, below.value, notAbove: "max", limits.maximum, at: below.reader)
    check("min", limits.minimum, notAbove: above.name, above.value, at: above.reader)
    check(below.name, below.value, notAbove: above.name, above.value, at: below.reader)
  }

  private func check(
    _ lowName: String, _ low: Double?, notAbove highName: String, _ high: Double?,
    at reader: NodeReader?
  ) {
    guard let low, let high, low > high else { return }
    let shown = reader?.key.hasSuffix(".watch") == true
    let (lowShown, highShown) = (
      shown && lowName != "min" ? "watch" : lowName, shown && highName != "max" ? "watch" : highName
    )
    reader?.report(
      "'\(lowShown)' (\(low)) is above '\(highShown)' (\(high))",
      advice: "the order is min, watch_min, watch_max, max")
  }
}
