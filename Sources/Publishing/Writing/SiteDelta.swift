/// What a planned site changes of the one that is published, known without looking at the folder.
package struct SiteDelta: Sendable {
  /// What the published site is known by.
  package let base: String
  /// Files that are new or have other bytes.
  package let written: [SitePath]
  /// Files that the planned site does not have.
  package let removed: [SitePath]
  package let unchangedCount: Int

  package init(base: String, written: [SitePath], removed: [SitePath], unchangedCount: Int) {
    self.base = base
    self.written = written
    self.removed = removed
    self.unchangedCount = unchangedCount
  }
}
