import Profiling

extension ProfileMeasurer {
  /// What the comparison of groups gave.
  struct Fairness {
    var values: [MetricValue] = []
    /// One for each protected attribute, in the order of the configuration.
    var comparisons: [GroupComparison] = []
  }

  /// Compares the groups of every protected attribute.
  ///
  /// - Parameter reference: Where the most favoured group comes from; `nil` for the profile itself.
  func fairness(of profile: Profile, against reference: Profile?) -> Fairness {
    var result = Fairness()
    let edges = scoreEdges(of: reference) ?? scoreEdges(of: profile)
    let now = Dictionary(grouping: profile.input.slices.keys) { $0.attributes }
    let before = Dictionary(grouping: (reference?.input.slices ?? [:]).keys) { $0.attributes }
    for attribute in settings.fairness.attributes {
      let comparer = AttributeComparer(
        attribute: attribute, task: schema.task, settings: settings,
        groups: now[attribute.attributes, default: []].sorted().map { counts(of: $0, in: profile) },
        referenceGroups: reference.map { reference in
          before[attribute.attributes, default: []].sorted()
            .map { counts(of: $0, in: reference) }
        } ?? [])
      let slice = comparer.privilegedSlice.slice
      let privileged = comparer.groups.first { $0.slice == slice }
      let outcomes = comparer.outcomes(privileged)
      result.values += outcomes.values
      result.comparisons.append(
        comparer.comparison(outcomes, privileged: privileged, scores: edges))
    }
    return result
  }

  private func scoreEdges(of profile: Profile?) -> [Double]? {
    guard let profile, !schema.columns(of: .score).isEmpty else { return nil }
    return counts(of: .all, in: profile).table.flatMap(GroupScoreBin.edges)
  }
}

extension Slice {
  /// The columns that the slice is about.
  var attributes: [String] { parts.map(\.attribute) }
}
