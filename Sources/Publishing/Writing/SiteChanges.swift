/// What writing a site did to the files in its folder.
package struct SiteChanges: Equatable, Sendable {
  /// Files that are new or have other bytes than before.
  package let written: Int
  /// Files kept as they were, without writing them again.
  package let unchanged: Int
  /// Files of the old site that the new one does not have.
  package let removed: Int
  /// What failed after the new site was in place: waiting for the disk, or deleting the old site's
  /// folder beside it, which the next run tries again. `nil` when all went well.
  package let warning: SiteError?

  /// True when the folder was not touched at all.
  package var isEmpty: Bool { written == 0 && removed == 0 }
}
