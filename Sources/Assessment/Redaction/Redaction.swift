/// What an edition leaves out of the records that it is made from.
package struct Redaction: Hashable, Sendable {
  /// Something that can be left out.
  package enum Subject: String, CaseIterable, Sendable {
    /// Features become `feature 1`, `feature 2` and so on; how their values are spread is left out.
    case featureNames = "feature-names"
    /// Protected attributes with their groups, and everything that is counted for them.
    case protectedAttributes = "protected-attributes"
    /// Input files become `predictions 1`, `labels 1` and so on.
    case inputNames = "input-names"
  }

  package let subjects: Set<Subject>
  /// The metrics that are shown; `nil` for all.
  package let metrics: Set<Metric>?

  package init(_ subjects: Set<Subject>, metrics: Set<Metric>? = nil) {
    self.subjects = subjects
    self.metrics = metrics
  }

  /// Everything is shown.
  package static let none = Redaction([])

  /// The records of an edition: those of `models`, in the order of `records`, without what is left
  /// out.
  ///
  /// Applied once, before anything is judged by readers or rendered, so that no page has to know of
  /// it. Free text of people (titles, owners, descriptions) and paths of input files lose the names
  /// that are left out wherever they stand as words; those of models that the edition lacks too.
  ///
  /// - Parameter models: Ids of the models of the edition.
  package func records(of records: [ModelRecord], models: Set<String>) -> [ModelRecord] {
    let chosen = records.filter { models.contains($0.identity.id) }
    let absent = records.filter { !models.contains($0.identity.id) }
      .flatMap { [$0.identity.id, $0.identity.title] }
    if subjects.isEmpty, metrics == nil, absent.isEmpty { return chosen }
    // Groups are hidden as in an edition that shows everything: with fewer metrics it could not be
    // told what gives them away, and two editions could tell together what neither does alone.
    let shown = chosen.map(\.publishable)
    // Words of one model may stand in the description of another.
    let names = shown.map { RedactedNames(of: $0, subjects: subjects) }
    let mask = WordMask(words: absent + names.flatMap(\.words))
    return zip(shown, names).map { record, names in
      RecordRedactor(redaction: self, names: names, mask: mask).redacted(record)
    }
  }
}
