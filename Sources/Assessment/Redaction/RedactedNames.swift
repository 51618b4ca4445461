import Profiling

/// The names of one model that an edition leaves out.
struct RedactedNames {
  /// What a feature is called instead, by its name.
  let features: [String: String]
  /// Protected attributes.
  let attributes: Set<String>
  /// Every name that may not stand anywhere, values of attributes included.
  let words: [String]

  init(of record: ModelRecord, subjects: Set<Redaction.Subject>) {
    let arms = record.references + record.periods.flatMap(\.arms)
    let features = subjects.contains(.featureNames) ? Self.features(of: record, arms) : []
    let attributes =
      subjects.contains(.protectedAttributes) ? record.identity.protectedAttributes : []
    self.features = Dictionary(
      features.enumerated().map { ($1, "feature \($0 + 1)") }, uniquingKeysWith: { one, _ in one })
    self.attributes = Set(attributes)
    let hidden = Set(features + attributes)
    var values: Set<String> = []
    for arm in arms {
      for part in arm.values.flatMap(\.key.slice.parts) where hidden.contains(part.attribute) {
        if let value = part.value, Self.isTelling(value) { values.insert(value) }
      }
    }
    words = features + attributes + values.sorted()
  }

  /// Whether a slice or column of this name is left out altogether.
  func hides(attribute: String) -> Bool {
    attributes.contains(attribute) || features[attribute] != nil
  }

  /// The features in the order of the model, then those that only the numbers know.
  private static func features(of record: ModelRecord, _ arms: [ArmRecord]) -> [String] {
    var names = record.identity.features
    var known = Set(names)
    for distribution in arms.flatMap(\.distributions) where distribution.subject != .feature {
      known.insert(distribution.column)
    }
    let others = arms.flatMap { arm in
      arm.values.compactMap(\.key.feature) + arm.findings.compactMap(\.expectation.feature)
        + arm.distributions.map(\.column)
    }
    names += Set(others).subtracting(known).sorted()
    return names
  }

  /// A number or a letter or two say nothing by themselves, and stand in any text.
  private static func isTelling(_ value: String) -> Bool {
    value.count { $0.isLetter } > 2
  }
}
