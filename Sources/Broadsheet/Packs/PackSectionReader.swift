import Assessment
import Publishing

/// Reads one section of a compliance pack.
struct PackSectionReader {
  private enum Key: String, CaseIterable {
    case title, text, groups, comparisons, measures, description, index, model, missing
  }

  private enum GroupKey: String, CaseIterable {
    case attributes, rate
    case leaveOutBelow = "leave_out_below"
    case flagBelow = "flag_below"
  }

  private enum ItemKey: String, CaseIterable { case reference, asks, see, here, elsewhere }

  private enum Topic: String, CaseIterable {
    case purpose, limitations
    case intendedUse = "intended_use"
    case trainingData = "training_data"
  }

  /// The characteristics that the pack has named.
  let attributes: [String]

  func read(_ reader: NodeReader) -> CompliancePack.Section? {
    guard let map = reader.map(Key.self) else { return nil }
    let title = map.required(.title, "write a heading")?.name()
    var contents: [CompliancePack.Content] = []
    if map[.model]?.flag() == true { contents.append(.model) }
    if let topics = map[.description]?.choices(Topic.self, "topic") {
      contents.append(.description(topics.map(Self.name)))
    }
    if let groups = map[.groups].flatMap(groups) { contents.append(.groups(groups)) }
    if let metrics = map[.comparisons]?.choices(Metric.self, "metric") {
      contents.append(.comparisons(metrics))
    }
    if let metrics = map[.measures]?.choices(Metric.self, "metric") {
      contents.append(.measures(metrics))
    }
    if let items = map[.index]?.elements() { contents.append(.index(items.compactMap(item))) }
    if let words = map[.missing]?.name() { contents.append(.missing(words)) }
    let text = map[.text]?.name()
    let keys: [Key] = [
      .text, .groups, .comparisons, .measures, .description, .index, .model, .missing,
    ]
    if keys.allSatisfy({ map[$0] == nil }) {
      reader.report("the section has no content", advice: "write a text, or what it is to show")
    }
    return title.map { CompliancePack.Section(title: $0, text: text, contents: contents) }
  }

  private static func name(_ topic: Topic) -> String {
    switch topic {
    case .purpose: "purpose"
    case .limitations: "limitations"
    case .intendedUse: "intendedUse"
    case .trainingData: "trainingData"
    }
  }

  private func groups(_ reader: NodeReader) -> CompliancePack.Groups? {
    guard let map = reader.map(GroupKey.self) else { return nil }
    let rate: Metric? = map.required(.rate, "name the metric, such as favourable_rate")?
      .choice("metric")
    if let rate, rate.definition.unit != .share {
      map[.rate]?.report(
        "\(rate.rawValue) is not a share", advice: "name a rate, such as favourable_rate")
    }
    let named = map[.attributes]?.names("attribute") ?? []
    for name in named where !attributes.contains(name) {
      map[.attributes]?.report(
        "the pack has no attribute \(quoted(name))",
        advice: advice(forUnknown: name, in: attributes))
    }
    let leaveOutBelow = map[.leaveOutBelow]?.share() ?? 0
    let flagBelow = map[.flagBelow]?.share()
    return rate.map {
      CompliancePack.Groups(
        attributes: named, rate: $0, leaveOutBelow: leaveOutBelow, flagBelow: flagBelow)
    }
  }

  private func item(_ reader: NodeReader) -> CompliancePack.Item? {
    guard let map = reader.map(ItemKey.self) else { return nil }
    let reference = map.required(.reference, "name the place in the rule")?.name()
    let asks = map.required(.asks, "say what is asked for")?.name()
    let see = map[.see]?.names("section") ?? []
    let here = map[.here]?.name()
    let elsewhere = map[.elsewhere]?.name()
    if see.isEmpty, here == nil, elsewhere == nil {
      reader.report(
        "nothing says where the evidence is",
        advice: "list sections of the compliance report under 'see', or write 'here' or 'elsewhere'"
      )
    }
    guard let reference, let asks else { return nil }
    return CompliancePack.Item(
      reference: reference, asks: asks, see: see, here: here, elsewhere: elsewhere)
  }
}

extension NodeReader {
  /// A list of names of `Choice` without repetition.
  fileprivate func choices<Choice: CaseIterable & RawRepresentable & Hashable>(
    _: Choice.Type, _ what: String
  ) -> [Choice]? where Choice.RawValue == String {
    elements().map { distinct($0, what) { $0.choice(what) } }
  }
}
