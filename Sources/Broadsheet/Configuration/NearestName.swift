/// The one of `names` that a misspelt `name` most probably stands for.
///
/// The Levenshtein distance decides, without regard to case; of equally near names the first wins.
/// A name is near when about a third of its letters have to change, in a name of five two, so that
/// two swapped letters are found; a suggestion farther away would be a guess.
func nearest(_ name: String, in names: [String]) -> String? {
  let wanted = Array(name.lowercased().unicodeScalars)
  // No valid name is longer; the distance to a page of text is not worth its time.
  guard wanted.count <= 80 else { return nil }
  var best: (name: String, distance: Int)?
  for candidate in names {
    let letters = Array(candidate.lowercased().unicodeScalars)
    let allowed = max(1, (max(letters.count, wanted.count) + 1) / 3)
    guard abs(letters.count - wanted.count) <= allowed else { continue }
    let distance = levenshteinDistance(wanted, letters)
    if distance <= allowed, distance < (best?.distance ?? .max) { best = (candidate, distance) }
  }
  return best?.name
}

/// Advice for a name that does not exist: the nearest one, or all of them while they are few.
func advice(forUnknown name: String, in names: [String]) -> String? {
  advice(near: nearest(name, in: names), in: names)
}

/// The same when the nearest name is known already.
func advice(near: String?, in names: [String]) -> String? {
  if let near { return "did you mean '\(near)'?" }
  guard names.count <= 30 else { return nil }
  return names.isEmpty ? nil : "use one of \(names.joined(separator: ", "))"
}

/// Smallest number of insertions, deletions and substitutions that turn one text into the other.
///
/// Source: V. I. Levenshtein, *Binary codes capable of correcting deletions, insertions, and
/// reversals*, 1966; computed row by row after R. A. Wagner and M. J. Fischer, 1974.
private func levenshteinDistance(_ one: [Unicode.Scalar], _ other: [Unicode.Scalar]) -> Int {
  var row = Array(0...other.count)
  for (i, letter) in one.enumerated() {
    var diagonal = row[0]
    row[0] = i + 1
    for (j, candidate) in other.enumerated() {
      let substitution = diagonal + (letter == candidate ? 0 : 1)
      diagonal = row[j + 1]
      row[j + 1] = min(substitution, diagonal + 1, row[j] + 1)
    }
  }
  return row[other.count]
}
