import Foundation

/// What the file system says of a file: enough to see that a large one was written to.
///
/// Times of writing are a few milliseconds coarse. To digest a large file takes longer than that, so
/// a write after its digest was begun shows; a small one is digested again instead.
struct FileStamp: Equatable, Sendable {
  /// Bytes from which on reading a file takes longer than any clock of a file system is coarse.
  private static let trustedSize = 1 << 26

  private let size: Int
  private let modified: Date?
  private let number: Int?

  /// - Returns: `nil` when the file system does not tell.
  init?(ofFileAt path: String) {
    // A link is not what is read.
    let target = URL(fileURLWithPath: path).resolvingSymlinksInPath().path
    // Why it does not tell is of no use: without a stamp the file is digested again, and what cannot be
    // read is named then.
    guard let attributes = try? FileManager.default.attributesOfItem(atPath: target) else {
      return nil
    }
    size = attributes[.size] as? Int ?? 0
    modified = attributes[.modificationDate] as? Date
    number = attributes[.systemFileNumber] as? Int
  }

  /// Whether an equal stamp later means that nothing was written.
  var isConclusive: Bool { size >= Self.trustedSize && modified != nil && number != nil }
}
