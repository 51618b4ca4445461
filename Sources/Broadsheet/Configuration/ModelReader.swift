import Assessment
import Profiling
import Publishing

/// Reads one element of `models`.
struct ModelReader {
  enum Key: String, CaseIterable {
    case id, title, task, owner, about, reference, predictions, labels, columns, positive, features,
      segments, protected, favourable, expectations, calendar, maturity, categorical, numeric,
      evidence, compatibility, packs
    case scoreIsProbability = "score_is_probability"
    case minimumRows = "minimum_rows"
    case suppressBelow = "suppress_below"
    case malformedShare = "malformed_share"
    case missingValues = "missing_values"
    case driftPolicy = "drift_policy"
    case labelUnit = "label_unit"
  }

  private enum ProtectedKey: String, CaseIterable {
    case attribute, attributes, privileged
  }

  private let map: MapReader<Key>
  private let defaults: SiteDefaults

  /// What the site says of every model, and each may say otherwise.
  struct SiteDefaults {
    let calendar: Configuration.Calendar
    let maturity: MaturityRule
    let evidence: EvidenceRule
    let definitions: DriftDefinitions
  }

  /// `nil` when the element is not a map, which is then reported.
  init?(_ reader: NodeReader, defaults: SiteDefaults) {
    guard let map = reader.map(Key.self) else { return nil }
    self.map = map
    self.defaults = defaults
  }

  /// The id and where it stands, for the check that ids differ.
  func identifier() -> (String?, NodeReader?) {
    let reader = map.required(.id, "write an identifier for addresses, such as churn")
    let id = reader?.identifier()
    if let id, let owner = SitePlanner.takenFolders[id] {
      reader?.report(
        "'\(id)' is the address of \(owner)", advice: "use another id, such as \(id)-model")
      return (nil, reader)
    }
    return (id, reader)
  }

  /// The model, or `nil` when a required part could not be read.
  func read(id: String?) -> Configuration.Model? {
    let title = map.required(.title, "write a title")?.name()
    let owner = map[.owner]?.name()
    let about = map[.about]?.markdown()
    let task = readTask()
    let files = readFiles()
    let columns = map.required(.columns, "name at least the column 'timestamp'")
      .flatMap { ColumnsReader(task: task).read($0) }
    let positive = readPositive(task)
    let scoreIsProbability = map[.scoreIsProbability]?.flag() ?? true
    let features = map[.features]?.names("column")
    let segments = map[.segments]?.names("segment") ?? []
    let protected = readProtected()
    let favourable = readFavourable(task)
    let expectations = readExpectations(
      ExpectationContext(
        task: task, features: features, segments: segments, protected: protected, columns: columns))
    let limits = readLimits()
    let calendar = map[.calendar]?.calendar(over: defaults.calendar) ?? defaults.calendar
    let maturity = map[.maturity]?.maturity(over: defaults.maturity) ?? defaults.maturity
    let missingTokens = map[.missingValues]?.missingTokens()
    let kinds = readForcedKinds()
    let definitions = defaults.definitions.replaced(
      compatibility: map[.compatibility], policy: map[.driftPolicy])
    let evidence = map[.evidence]?.evidence() ?? defaults.evidence
    let labelUnit = readLabelUnit(task)
    let packs = map[.packs]?.packs() ?? []
    guard let id, let title, let task, let predictions = files.predictions, let columns else {
      return nil
    }
    return Configuration.Model(
      id: id, title: title, task: task, owner: owner, about: about?.text, aboutFile: about?.file,
      reference: files.reference, predictions: predictions, labels: files.labels, columns: columns,
      positive: positive, scoreIsProbability: scoreIsProbability, features: features,
      segments: segments, protected: protected, favourable: favourable,
      minimumRows: limits.minimumRows, suppressBelow: limits.suppressBelow,
      expectations: expectations, evidence: evidence, calendar: calendar, maturity: maturity,
      malformedShare: limits.malformedShare, missingTokens: missingTokens,
      categorical: kinds.categorical, numeric: kinds.numeric,
      compatibility: definitions.effectiveCompatibility, driftPolicy: definitions.policy,
      packs: packs, labelUnit: labelUnit)
  }

  // MARK: - Parts

  private func readTask() -> Profiling.Task? {
    let names = Profiling.Task.allCases.map(\.rawValue).joined(separator: ", ")
    return map.required(.task, "write one of \(names)")?.choice("task")
  }

  private func readFiles() -> (
    reference: [Configuration.Source], predictions: [Configuration.Source]?,
    labels: [Configuration.Source]
  ) {
    let sources = SourceReader()
    let rules = SourceRules(columns: map[.columns])
    let predictions = map.required(.predictions, "name the prediction logs").flatMap(sources.read)
    rules.check(predictions: predictions ?? [], at: map[.predictions])
    checkLabels()
    let reference = map[.reference].flatMap(sources.read) ?? []
    rules.check(reference: reference, at: map[.reference])
    return (reference, predictions, map[.labels].flatMap(sources.read) ?? [])
  }

  private func checkLabels() {
    guard let labels = map[.labels], let columns = map[.columns], columns.isMap else { return }
    if !columns.has("label") {
      labels.report(
        "label files need 'columns.label'", advice: "name the column that holds the label")
    }
    if !columns.has("id") {
      labels.report(
        "label files need 'columns.id'",
        advice: "name the column that predictions and labels share")
    }
  }

  private func readPositive(_ task: Profiling.Task?) -> String? {
    let text = map[.positive]?.name()
    guard let task else { return nil }
    if task != .binary, let reader = map[.positive] {
      reader.report(
        "only a binary model has a positive class", advice: "remove the key, or correct 'task'")
    }
    // The usual coding of a binary label is 0 and 1.
    return task == .binary ? text ?? "1" : nil
  }

  private func readProtected() -> [Configuration.Protected] {
    guard let reader = map[.protected], let elements = reader.elements() else { return [] }
    var privileged: [[String]: String] = [:]
    let attributes = reader.distinct(elements, "protected attribute") { element -> [String]? in
      guard let map = element.map(ProtectedKey.self) else { return nil }
      let group = map[.privileged]?.name()
      let attributes: [String]?
      switch (map[.attribute], map[.attributes]) {
      case (let one?, nil): attributes = one.name().map { [$0] }
      case (nil, let several?): attributes = several.names("attribute")
      case (nil, nil):
        _ = map.required(.attribute, "write {attribute: COLUMN}")
        attributes = nil
      case (_?, let several?):
        several.report(
          "stands beside 'attribute'", advice: "write one of them for each element of the list")
        attributes = nil
      }
      if let attributes, let group {
        checkPrivileged(group, of: attributes, map[.privileged])
        privileged[attributes] = privileged[attributes] ?? group
      }
      return attributes
    }
    return attributes.map { Configuration.Protected(attributes: $0, privileged: privileged[$0]) }
  }

  /// A group of an intersection has one value for each attribute.
  private func checkPrivileged(_ group: String, of attributes: [String], _ reader: NodeReader?) {
    guard attributes.count > 1,
      Configuration.Protected.values(in: group).count != attributes.count
    else { return }
    reader?.report(
      "\(quoted(group)) does not name one value for each of \(attributes.count) attributes",
      advice: "write the values in the order of 'attributes', joined by ' & '")
  }

  private func readExpectations(_ context: ExpectationContext) -> [ExpectationPattern] {
    guard let elements = map[.expectations]?.elements() else { return [] }
    var patterns: [ExpectationPattern] = []
    var lines: [ExpectationPattern.Subject: Int] = [:]
    for element in elements {
      guard let pattern = ExpectationReader(element, context: context)?.read() else { continue }
      if let line = lines[pattern.subject] {
        element.report(
          "the same is expected on line \(line)",
          advice: "put all limits of one metric into one expectation")
      }
      lines[pattern.subject] = lines[pattern.subject] ?? pattern.line
      patterns.append(pattern)
    }
    return patterns
  }

  private func readForcedKinds() -> (categorical: [String], numeric: [String]) {
    let categorical = map[.categorical]?.names("column") ?? []
    let numeric = map[.numeric]?.names("column") ?? []
    for name in numeric where categorical.contains(name) {
      map[.numeric]?.report(
        "the column \(quoted(name)) is listed under 'categorical' too",
        advice: "keep it in one of the two lists")
    }
    return (categorical, numeric)
  }

  private func readLimits() -> (minimumRows: Int, suppressBelow: Int, malformedShare: Double) {
    (
      // Thirty rows are where the normal approximation of a mean is usually taken as fair.
      map[.minimumRows]?.count(atLeast: 1) ?? 30,
      // Ten is a usual smallest cell of published statistics.
      map[.suppressBelow]?.count(atLeast: 0) ?? 10,
      map[.malformedShare]?.share() ?? 0.01
    )
  }

  private func readFavourable(_ task: Profiling.Task?) -> String? {
    let text = map[.favourable]?.name()
    if task == .regression, let reader = map[.favourable] {
      reader.report(
        "a regression model has no favourable class", advice: "remove the key, or correct 'task'")
    }
    return text
  }

  private func readLabelUnit(_ task: Profiling.Task?) -> String? {
    let text = map[.labelUnit]?.name()
    if let task, task != .regression, let reader = map[.labelUnit] {
      reader.report(
        "only the label of a regression has a unit", advice: "remove the key, or correct 'task'")
    }
    return text
  }
}

extension NodeReader {
  /// Ids of compliance packs.
  fileprivate func packs() -> [String]? {
    elements().map { distinct($0, "pack") { $0.identifier() } }
  }

  /// Texts that stand for a missing value; the empty text may be among them.
  fileprivate func missingTokens() -> [String]? {
    if !isList { return oneOrMoreNames("text") }
    return elements().map { distinct($0, "text") { $0.text() } }
  }
}
