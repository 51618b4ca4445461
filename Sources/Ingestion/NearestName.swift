/// Finds what somebody probably meant when a name is not known.
package enum NearestName {
  /// The candidate nearest to `name`, or nil when none is near enough to be a likely slip.
  ///
  /// Near enough means at most one edit for every three characters of the longer name, and always
  /// at least one. Case does not count. Of equally near candidates the first wins.
  package static func suggestion(
    for name: String, among candidates: some Sequence<String>
  ) -> String? {
    suggestions(for: name, among: candidates, limit: 1).first
  }

  /// Up to `limit` candidates that are near enough, nearest first; ties keep their order.
  ///
  /// - Complexity: O(Σ n·m) for names of n and m characters.
  package static func suggestions(
    for name: String, among candidates: some Sequence<String>, limit: Int
  ) -> [String] {
    let wanted = Array(name.lowercased())
    var ranked: [(distance: Int, order: Int, name: String)] = []
    for (order, candidate) in candidates.enumerated() {
      let offered = Array(candidate.lowercased())
      let tolerance = max(1, max(wanted.count, offered.count) / 3)
      // The difference in length alone needs that many edits.
      guard abs(wanted.count - offered.count) <= tolerance else { continue }
      let distance = editDistance(wanted, offered)
      if distance <= tolerance { ranked.append((distance, order, candidate)) }
    }
    ranked.sort { ($0.distance, $0.order) < ($1.distance, $1.order) }
    return ranked.prefix(limit).map(\.name)
  }

  /// Fewest insertions, deletions, replacements and swaps of neighbours that turn one text into the
  /// other, no part being edited twice.
  ///
  /// A metric but for the triangle inequality, which swaps can break. 0 exactly for equal texts.
  ///
  /// - Complexity: O(n·m) time, O(m) memory.
  ///
  /// Source: optimal string alignment; F. Damerau, *Communications of the ACM* 7 (1964) 171–176.
  package static func editDistance(_ first: [Character], _ second: [Character]) -> Int {
    var beforePrevious = [Int](repeating: 0, count: second.count + 1)
    var previous = Array(0...second.count)
    for i in first.indices {
      var current = [i + 1]
      for j in second.indices {
        let replacement = previous[j] + (first[i] == second[j] ? 0 : 1)
        var best = min(replacement, previous[j + 1] + 1, current[j] + 1)
        if i > 0, j > 0, first[i] == second[j - 1], first[i - 1] == second[j] {
          best = min(best, beforePrevious[j - 1] + 1)
        }
        current.append(best)
      }
      beforePrevious = previous
      previous = current
    }
    return previous[second.count]
  }
}
