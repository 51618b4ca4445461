/// Puts a planned site in the place of the one published before, in one step.
///
/// The new site is built beside the old one, in `.NAME.new`, and the two folders are exchanged: a
/// reader sees the old site or the new one, never a mixture, and a failure leaves the old one. A file
/// whose bytes did not change is not written: the new site takes the old file itself, as a hard link.
///
/// Where folders cannot be exchanged, the old site is renamed to `.NAME.old` and the new one takes its
/// name; between the two there is a moment without a site, and a crash in it is repaired by the next
/// run. One writer at a time: the caller holds the lock.
package struct SiteWriter: Sendable {
  /// How the new site takes the old one's place.
  enum Swap: Sendable {
    /// In one step where the system can, else as below.
    case exchange
    /// In two steps. Chosen by `exchange` itself when it must; on its own for testing.
    case renameAside
  }

  let swap: Swap

  package init() {
    self.init(swap: .exchange)
  }

  init(swap: Swap) {
    self.swap = swap
  }

  /// Writes the site.
  ///
  /// When nothing changed, nothing in the folder is touched.
  ///
  /// - Parameters:
  ///   - directory: The folder to be replaced as a whole; made when it is missing. A symbolic
  ///   link to a folder stays, what it leads to is replaced.
  ///   - stage: Where files of the plan lie that are not in memory.
  ///   - delta: What is new, where that is known: then only that is looked at and touched. Not used
  ///   for a plan that is so new that a part of it lies on the stage.
  ///   - state: What the new site is known by; with it a copy is kept for the next publication.
  /// - Throws: `SiteError.Problem.foreignFolder` for a non-empty folder without our mark,
  ///   `.inputOutput` when the system refuses. In both cases the old site is as it was.
  package func write(
    _ plan: SitePlan, to directory: String, stage: SiteStage? = nil, delta: SiteDelta? = nil,
    state: String? = nil
  ) throws(SiteError) -> SiteChanges {
    let place = try SitePlace(directory)
    let isStaged = stage?.isOnDisk ?? false
    if !isStaged, let delta, let state,
      let changes = try apply(delta, plan, state: state, in: place)
    {
      return changes
    }
    if !isStaged { try place.recover() }
    let comparison = try SiteComparison(of: plan, with: place)
    let changes = SiteChanges(
      written: comparison.changed.count, unchanged: comparison.unchanged.count,
      removed: comparison.removed.count, warning: nil)
    if changes.isEmpty, comparison.isPublished { return changes }
    let spare = SpareSite(beside: place)
    let former: String?
    do throws(SiteError) {
      try spare.discard()
      try build(plan, comparison, in: place)
      former = try swap(place)
    } catch {
      // Should the half-built site resist too, the first reason still matters more, and the next run
      // cleans up.
      _ = failure { () throws(SiteError) in try FileTree.removeTree(place.new) }
      throw error
    }
    return SiteChanges(
      written: changes.written, unchanged: changes.unchanged, removed: changes.removed,
      warning: failure { () throws(SiteError) in
        try FileTree.syncFolder(place.parent)
        guard let former else { return }
        guard let state, former == place.new else {
          return try FileTree.removeTree(former, last: SitePath.markerName)
        }
        try FileTree.move(former, to: spare.folder)
        try spare.validate(
          site: state,
          differingIn: comparison.changed.map(\.description).sorted() + comparison.removed)
      })
  }

  /// From so many changed files on they are saved together.
  private static let fewFiles = 64

  private func build(
    _ plan: SitePlan, _ comparison: SiteComparison, in place: SitePlace
  ) throws(SiteError) {
    let saving: FileTree.Saving =
      comparison.changed.count > Self.fewFiles ? .withAllOthers : .atOnce
    try FileTree.makeFolders(place.new)
    // First of all, so that a crash at any later moment leaves a folder known to be ours.
    let mark = place.new + "/" + SitePath.markerName
    if try FileTree.kind(of: mark) == .missing {
      try FileTree.create(mark, bytes: Array(Self.mark.utf8))
    }
    var folders: Set<String> = [place.new]
    for entry in plan.entries {
      let target = place.new + "/" + entry.path.description
      if let slash = target.utf8.lastIndex(of: UInt8(ascii: "/")) {
        let folder = String(target[..<slash])
        if !folders.contains(folder) { try makeFolders(folder, below: place.new, &folders) }
      }
      if entry.staged != nil { continue }
      if comparison.unchanged.contains(entry.path) {
        let old = place.site + "/" + entry.path.description
        if try FileTree.hardLink(old, as: target) { continue }
      }
      guard let kept = entry.kept else {
        try FileTree.create(target, bytes: entry.bytes, saving: saving)
        continue
      }
      // This file takes no further name, so it is copied.
      let old = place.site + "/" + entry.path.description
      try FileTree.create(
        target, bytes: try FileTree.contents(of: old, byteCount: kept.byteCount), saving: saving)
    }
    try save(plan, folders, saving, in: place)
  }

  private func makeFolders(
    _ folder: String, below root: String, _ known: inout Set<String>
  ) throws(SiteError) {
    try FileTree.makeFolders(folder)
    var rest = folder[...]
    while rest.utf8.count > root.utf8.count, known.insert(String(rest)).inserted,
      let slash = rest.lastIndex(of: "/")
    {
      rest = rest[..<slash]
    }
  }

  /// Waits until the new site is on the disk.
  private func save(
    _ plan: SitePlan, _ folders: Set<String>, _ saving: FileTree.Saving, in place: SitePlace
  ) throws(SiteError) {
    if saving == .withAllOthers {
      if try FileTree.syncFileSystem(place.new) { return }
      for entry in plan.entries where entry.kept == nil {
        try FileTree.syncFile(place.new + "/" + entry.path.description)
      }
    }
    for folder in folders.sorted() { try FileTree.syncFolder(folder) }
  }

  /// Gives the new site the old one's name.
  ///
  /// - Returns: The folder where the old site is now, if there was one.
  private func swap(_ place: SitePlace) throws(SiteError) -> String? {
    guard case .folder = try FileTree.kind(of: place.site) else {
      try FileTree.move(place.new, to: place.site)
      return nil
    }
    if swap == .exchange, try FileTree.exchange(place.new, with: place.site) { return place.new }
    try FileTree.move(place.site, to: place.old)
    do throws(SiteError) {
      try FileTree.move(place.new, to: place.site)
    } catch {
      try FileTree.move(place.old, to: place.site)
      throw error
    }
    return place.old
  }

  func failure(of action: () throws(SiteError) -> Void) -> SiteError? {
    do throws(SiteError) {
      try action()
      return nil
    } catch {
      return error
    }
  }

  /// The content of the file by which the writer knows a folder as its own.
  package static let mark = """
    Broadsheet wrote this folder and replaces it as a whole. Files added by hand will be lost.

    """
}
