import Glibc

/// What the file system says of a file: enough to see that a large one was written to.
///
/// Times of writing are a few milliseconds coarse. To digest a large file takes longer than that, so
/// a write after its digest was begun shows; a small one is digested again instead.
struct FileStamp: Equatable, Sendable, CustomStringConvertible {
  /// Bytes from which on reading a file takes longer than any clock of a file system is coarse.
  private static let trustedSize = 1 << 26

  private let size: Int
  private let device: UInt
  private let number: UInt
  private let modified: Time
  /// When the file, or what is said of it, was last changed: nobody can set this time back.
  private let changed: Time

  private struct Time: Equatable, Sendable {
    let seconds: Int
    let nanoseconds: Int

    init(_ time: timespec) {
      seconds = time.tv_sec
      nanoseconds = time.tv_nsec
    }
  }

  /// - Returns: `nil` when the file system does not tell: without a stamp the file is digested again,
  ///   and what cannot be read is named then.
  init?(ofFileAt path: String) {
    // Of a link it tells what the link leads to, which is what is read.
    var status = stat()
    guard unsafe stat(path, &status) == 0 else { return nil }
    size = Int(status.st_size)
    device = UInt(status.st_dev)
    number = UInt(status.st_ino)
    modified = Time(status.st_mtim)
    changed = Time(status.st_ctim)
  }

  /// Whether an equal stamp later means that nothing was written.
  var isConclusive: Bool { size >= Self.trustedSize }

  /// The stamp in one line, in which equal stamps are equal.
  var description: String {
    [
      size, Int(bitPattern: device), Int(bitPattern: number), modified.seconds,
      modified.nanoseconds, changed.seconds, changed.nanoseconds,
    ].map(String.init).joined(separator: " ")
  }
}
