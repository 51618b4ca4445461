import Synchronization

/// Where the files of a site wait for the writer while others are still being made.
///
/// What fits stays in memory, so that a small publication touches nothing before it is complete. Of a
/// large one the rest is written into the folder in which the writer builds the new site: memory then
/// follows the limit and not the size of the site. A file that is already published with the same
/// bytes is not written again.
///
/// One stage serves one publication; ``discard()`` takes away what a publication that failed has left.
package final class SiteStage: Sendable {
  private struct State {
    var byteCount = 0
    var isOnDisk = false
    /// Folders that exist, by path within the stage.
    var folders: Set<String> = []
  }

  /// Bytes that are held in memory.
  package static let memoryLimit = 64 << 20

  private let place: SitePlace
  private let memoryLimit: Int
  private let digest: @Sendable ([UInt8]) -> String
  private let state = Mutex(State())

  /// - Parameters:
  ///   - directory: The folder of the site. What an interrupted run left beside it is put in order.
  ///   - memoryLimit: Bytes that may be held in memory.
  ///   - digest: SHA-256 of a file, as 64 hexadecimal digits.
  /// - Throws: `SiteError.Problem.foreignFolder` when the folder is not ours to replace.
  package init(
    for directory: String, memoryLimit: Int = SiteStage.memoryLimit,
    digest: @escaping @Sendable ([UInt8]) -> String
  ) throws(SiteError) {
    place = try SitePlace(directory)
    try place.recover()
    self.memoryLimit = memoryLimit
    self.digest = digest
  }

  /// Whether files were written.
  var isOnDisk: Bool { state.withLock(\.isOnDisk) }

  /// Takes over a file that was made. May be called from several threads.
  func put(_ bytes: [UInt8], at path: SitePath) throws(SiteError) -> MadeFile {
    let sha256 = digest(bytes)
    let fits = state.withLock { state in
      state.byteCount += bytes.count
      return state.byteCount <= memoryLimit
    }
    if fits { return MadeFile(path: path, content: .bytes(bytes), sha256: sha256) }
    let file = KeptFile(path: path, byteCount: bytes.count, sha256: sha256)
    let published = place.site + "/" + path.description
    if try FileTree.kind(of: published) == .file(byteCount: bytes.count),
      try FileTree.contents(of: published, byteCount: bytes.count) == bytes
    {
      return MadeFile(path: path, content: .published(file), sha256: sha256)
    }
    try makeFolder(of: path)
    try FileTree.create(
      place.new + "/" + path.description, bytes: bytes, saving: .withAllOthers)
    return MadeFile(path: path, content: .staged(file), sha256: sha256)
  }

  /// Removes what was written.
  package func discard() throws(SiteError) {
    guard isOnDisk else { return }
    try FileTree.removeTree(place.new, last: SitePath.markerName)
  }

  /// The first folder brings the writer's mark, so that a run that is killed leaves a folder that is
  /// known to be ours.
  private func makeFolder(of path: SitePath) throws(SiteError) {
    let folder = path.components.dropLast().joined(separator: "/")
    let problem = state.withLock { state -> SiteError? in
      do throws(SiteError) {
        if !state.isOnDisk {
          try FileTree.makeFolders(place.new)
          try FileTree.create(
            place.new + "/" + SitePath.markerName, bytes: Array(SiteWriter.mark.utf8))
          state.isOnDisk = true
        }
        if !folder.isEmpty, state.folders.insert(folder).inserted {
          try FileTree.makeFolders(place.new + "/" + folder)
        }
        return nil
      } catch {
        return error
      }
    }
    if let problem { throw problem }
  }
}

/// A file that was made for a plan, wherever its bytes are.
struct MadeFile: Sendable {
  enum Content: Sendable {
    case bytes([UInt8])
    /// On the stage.
    case staged(KeptFile)
    /// Published with the same bytes.
    case published(KeptFile)
  }

  let path: SitePath
  let content: Content
  /// 64 hexadecimal digits; `nil` where nobody computed it.
  let sha256: String?
}
