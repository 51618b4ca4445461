#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// The system calls that the site writer needs, with the system's reason in every error.
///
/// Foundation has no `fsync`, no exchange of two folders and no hard links that report why they
/// failed; so these few calls are made directly, and nowhere else in this target.
enum FileTree {
  enum Kind: Equatable {
    case missing, file(byteCount: Int), folder, other
  }

  /// What is at `path`; a symbolic link is `other`, it is not followed.
  static func kind(of path: String) throws(SiteError) -> Kind {
    var status = stat()
    guard unsafe lstat(path, &status) == 0 else {
      if errno == ENOENT || errno == ENOTDIR { return .missing }
      throw failure("looking up", path)
    }
    switch status.st_mode & S_IFMT {
    case S_IFREG: return .file(byteCount: Int(status.st_size))
    case S_IFDIR: return .folder
    default: return .other
    }
  }

  /// The names in a folder, sorted, without `.` and `..`.
  static func names(in folder: String) throws(SiteError) -> [String] {
    guard let stream = unsafe opendir(folder) else { throw failure("listing", folder) }
    defer { unsafe closedir(stream) }
    var names: [String] = []
    while true {
      errno = 0
      guard let entry = unsafe readdir(stream) else { break }
      let capacity = unsafe MemoryLayout.size(ofValue: entry.pointee.d_name)
      let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) { field in
        unsafe field.withMemoryRebound(to: CChar.self, capacity: capacity) {
          unsafe String(cString: $0)
        }
      }
      if name != ".", name != ".." { names.append(name) }
    }
    if errno != 0 { throw failure("listing", folder) }
    return names.sorted()
  }

  static func contents(of path: String, byteCount: Int) throws(SiteError) -> [UInt8] {
    let file = unsafe open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
    guard file >= 0 else { throw failure("opening", path) }
    defer { close(file) }
    var bytes = [UInt8](repeating: 0, count: byteCount)
    var done = 0
    while done < byteCount {
      let count = unsafe bytes.withUnsafeMutableBytes { buffer in
        unsafe read(file, buffer.baseAddress?.advanced(by: done), byteCount - done)
      }
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw failure("reading", path) }
      if count == 0 { break }
      done += count
    }
    return Array(bytes.prefix(done))
  }

  /// When the bytes of a file are waited for.
  enum Saving {
    case atOnce
    /// By ``syncFileSystem(_:)`` once all files are written: waiting for each of thousands takes many
    /// times as long.
    case withAllOthers
  }

  /// Creates a file that must not exist yet and, unless told otherwise, waits until its bytes are on
  /// the disk.
  static func create(
    _ path: String, bytes: [UInt8], saving: Saving = .atOnce
  ) throws(SiteError) {
    let file = unsafe open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
    guard file >= 0 else { throw failure("creating", path) }
    var done = 0
    while done < bytes.count {
      let count = unsafe bytes.withUnsafeBytes { buffer in
        unsafe write(file, buffer.baseAddress?.advanced(by: done), bytes.count - done)
      }
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else {
        let error = failure("writing", path)
        close(file)
        throw error
      }
      done += count
    }
    guard saving == .withAllOthers || fsync(file) == 0 else {
      let error = failure("saving", path)
      close(file)
      throw error
    }
    guard close(file) == 0 else { throw failure("closing", path) }
  }
}
