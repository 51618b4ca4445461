extension SiteWriter {
  /// Publishes what is new by way of the spare copy.
  ///
  /// - Parameter state: What the new site will be known by.
  /// - Returns: `nil` when there is no usable copy; nothing was done then.
  /// - Throws: `SiteError.Problem.lostFile` when a file that is taken over is not there.
  func apply(
    _ delta: SiteDelta, _ plan: SitePlan, state: String, in place: SitePlace
  ) throws(SiteError) -> SiteChanges? {
    guard swap == .exchange, case .folder = try FileTree.kind(of: place.site) else { return nil }
    try checkKept(plan, in: place)
    let changes = SiteChanges(
      written: delta.written.count, unchanged: delta.unchangedCount, removed: delta.removed.count,
      warning: nil)
    if changes.isEmpty { return changes }
    let spare = SpareSite(beside: place)
    guard let behind = try spare.differences(from: delta.base) else { return nil }
    try spare.invalidate()
    // From below, as what was a folder may be a file now.
    for path in behind.sorted(by: >) { try spare.remove(path) }
    for path in behind { try spare.takeOver(path, from: place.site) }
    for path in delta.removed.sorted(by: >) { try spare.remove(path.description) }
    for path in delta.written {
      try spare.write(path.description, plan[path] ?? [])
    }
    let changed = (delta.written + delta.removed).map(\.description)
    try syncFolders(of: Set(behind + changed), in: spare)
    guard try FileTree.exchange(spare.folder, with: place.site) else {
      try spare.discard()
      return nil
    }
    return SiteChanges(
      written: changes.written, unchanged: changes.unchanged, removed: changes.removed,
      warning: failure { () throws(SiteError) in
        try FileTree.syncFolder(place.parent)
        try spare.validate(site: state, differingIn: changed.sorted())
      })
  }

  /// A file that is taken over must be there, with the size of then; its bytes are not read.
  private func checkKept(_ plan: SitePlan, in place: SitePlace) throws(SiteError) {
    for entry in plan.unorderedEntries {
      guard let kept = entry.kept else { continue }
      let path = place.site + "/" + entry.path.description
      guard try FileTree.kind(of: path) == .file(byteCount: kept.byteCount) else {
        throw SiteError(.lostFile, path: path)
      }
    }
  }

  private func syncFolders(of paths: Set<String>, in spare: SpareSite) throws(SiteError) {
    var folders: Set<String> = [""]
    for path in paths {
      var rest = path[...]
      while let slash = rest.lastIndex(of: "/") {
        rest = rest[..<slash]
        guard folders.insert(String(rest)).inserted else { break }
      }
    }
    for folder in folders.sorted() {
      let path = folder.isEmpty ? spare.folder : spare.folder + "/" + folder
      if case .folder = try FileTree.kind(of: path) { try FileTree.syncFolder(path) }
    }
  }
}
