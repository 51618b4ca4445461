import Ingestion

/// The one of `names` that a misspelt `name` most probably stands for.
func nearest(_ name: String, in names: [String]) -> String? {
  // No valid name is longer; the distance to a page of text is not worth its time.
  guard name.unicodeScalars.count <= 80 else { return nil }
  return NearestName.suggestion(for: name, among: names)
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
