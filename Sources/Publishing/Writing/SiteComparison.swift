/// A plan held against the site that is published.
struct SiteComparison {
  /// Files of the plan that are there with the same bytes.
  let unchanged: Set<SitePath>
  /// Files of the plan that are missing or different.
  let changed: Set<SitePath>
  /// Files in the folder that the plan does not have; anything that is not a file counts too.
  let removed: [String]
  /// Whether there is a site at all: the first run writes even an empty plan.
  let isPublished: Bool

  init(of plan: SitePlan, with place: SitePlace) throws(SiteError) {
    var found: [String: FileTree.Kind] = [:]
    var isPublished = false
    if case .folder = try FileTree.kind(of: place.site) {
      try Self.collect(place.site, prefix: "", into: &found)
      isPublished = found.removeValue(forKey: SitePath.markerName) != nil
    }
    self.isPublished = isPublished
    var unchanged: Set<SitePath> = []
    var changed: Set<SitePath> = []
    for entry in plan.unorderedEntries {
      let name = entry.path.description
      let kind = found.removeValue(forKey: name)
      if let kept = entry.kept {
        guard case .file(kept.byteCount)? = kind else {
          throw SiteError(.lostFile, path: place.site + "/" + name)
        }
        unchanged.insert(entry.path)
        continue
      }
      if entry.staged != nil {
        // Compared when it was put on the stage.
        changed.insert(entry.path)
        continue
      }
      // Sizes first: most changed files need not be read.
      if case .file(let byteCount)? = kind, byteCount == entry.bytes.count,
        try FileTree.contents(of: place.site + "/" + name, byteCount: byteCount) == entry.bytes
      {
        unchanged.insert(entry.path)
      } else {
        changed.insert(entry.path)
      }
    }
    self.unchanged = unchanged
    self.changed = changed
    removed = found.keys.sorted()
  }

  private static func collect(
    _ folder: String, prefix: String, into found: inout [String: FileTree.Kind]
  ) throws(SiteError) {
    for name in try FileTree.names(in: folder) {
      let path = folder + "/" + name
      let kind = try FileTree.kind(of: path)
      if case .folder = kind {
        try collect(path, prefix: prefix + name + "/", into: &found)
      } else {
        found[prefix + name] = kind
      }
    }
  }
}
