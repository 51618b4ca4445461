import Profiling

extension Expectation {
  /// An expectation on a rate over an attribute holds for each of its groups; any other stands as
  /// it is.
  ///
  /// People whose attribute is unknown are no group, and nothing is expected of them.
  func perGroup(of profile: Profile) -> [Expectation] {
    let isOverAttribute = !slice.isAll && slice.parts.allSatisfy { $0.value == nil }
    guard isOverAttribute, metric.definition.scope == .model else { return [self] }
    return profile.input.slices.keys.sorted()
      .filter { $0.attributes == slice.attributes && !UnknownGroup.contains($0) }
      .map { group in
        Expectation(
          metric, slice: group, feature: feature, minimum: minimum, maximum: maximum,
          watchBelow: watchBelow, watchAbove: watchAbove, origin: origin)
      }
  }
}
