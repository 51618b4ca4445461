#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

extension FileTree {
  /// The real place of an existing folder, with symbolic links resolved.
  static func resolved(_ path: String) throws(SiteError) -> String {
    guard let real = unsafe realpath(path, nil) else { throw failure("looking up", path) }
    defer { unsafe free(real) }
    return unsafe String(cString: real)
  }

  /// Makes a folder and the missing ones above it; an existing one is left as it is.
  static func makeFolders(_ path: String) throws(SiteError) {
    if case .folder = try kind(of: path) { return }
    if let slash = path.lastIndex(of: "/"), slash != path.startIndex {
      try makeFolders(String(path[..<slash]))
    }
    guard unsafe mkdir(path, 0o755) == 0 || errno == EEXIST else {
      throw failure("making the folder", path)
    }
  }

  /// Gives a file a second name.
  ///
  /// - Returns: `false` when this file system, or this file, allows no further name.
  static func hardLink(_ path: String, as other: String) throws(SiteError) -> Bool {
    if unsafe link(path, other) == 0 { return true }
    guard [EPERM, EXDEV, EMLINK, ENOTSUP, ENOSYS].contains(errno) else {
      throw failure("linking", other)
    }
    return false
  }

  /// Takes a name away; nothing happens when it is not there.
  static func removeFile(_ path: String) throws(SiteError) {
    guard unsafe unlink(path) == 0 || errno == ENOENT || errno == ENOTDIR else {
      throw failure("removing", path)
    }
  }

  /// - Returns: `false` when the folder is not empty; one that is not there counts as removed.
  static func removeEmptyFolder(_ path: String) throws(SiteError) -> Bool {
    if unsafe rmdir(path) == 0 || errno == ENOENT { return true }
    guard errno == ENOTEMPTY || errno == EEXIST else { throw failure("removing", path) }
    return false
  }

  static func move(_ path: String, to other: String) throws(SiteError) {
    guard unsafe rename(path, other) == 0 else { throw failure("renaming", path) }
  }

  /// Exchanges two folders of one file system in a single step.
  ///
  /// - Returns: `false` when the system or the file system cannot.
  static func exchange(_ path: String, with other: String) throws(SiteError) -> Bool {
    #if canImport(Darwin)
      let result = unsafe renamex_np(path, other, UInt32(RENAME_SWAP))
    #else
      // The C header declares this call only for GNU programs, so Swift does not see it; and it may
      // be missing from an older C library. Looking it up serves both.
      typealias Exchange =
        @convention(c) (
          CInt, UnsafePointer<CChar>, CInt, UnsafePointer<CChar>, CUnsignedInt
        ) -> CInt
      guard let symbol = unsafe dlsym(nil, "renameat2") else { return false }
      let call = unsafe unsafeBitCast(symbol, to: Exchange.self)
      // RENAME_EXCHANGE of linux/fs.h, part of the kernel's stable interface.
      let exchangeFlag: CUnsignedInt = 2
      let result = unsafe call(AT_FDCWD, path, AT_FDCWD, other, exchangeFlag)
    #endif
    if result == 0 { return true }
    guard [ENOSYS, EINVAL, ENOTSUP].contains(errno) else { throw failure("exchanging", path) }
    return false
  }

  /// Waits until everything that was written to the file system of a folder is on the disk.
  ///
  /// - Returns: `false` when the system has no such wait.
  static func syncFileSystem(_ path: String) throws(SiteError) -> Bool {
    // The C header declares this call only for GNU programs, so Swift does not see it.
    typealias Sync = @convention(c) (CInt) -> CInt
    guard let symbol = unsafe dlsym(nil, "syncfs") else { return false }
    let call = unsafe unsafeBitCast(symbol, to: Sync.self)
    let folder = unsafe open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard folder >= 0 else { throw failure("opening", path) }
    defer { close(folder) }
    guard call(folder) == 0 else { throw failure("saving", path) }
    return true
  }

  /// Waits until the bytes of a file are on the disk.
  static func syncFile(_ path: String) throws(SiteError) {
    let file = unsafe open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
    guard file >= 0 else { throw failure("opening", path) }
    defer { close(file) }
    guard fsync(file) == 0 else { throw failure("saving", path) }
  }

  /// Waits until the names in a folder are on the disk.
  static func syncFolder(_ path: String) throws(SiteError) {
    let folder = unsafe open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard folder >= 0 else { throw failure("opening", path) }
    defer { close(folder) }
    // Some network file systems know no such wait for folders; the files themselves are saved.
    guard fsync(folder) == 0 || errno == EINVAL else { throw failure("saving", path) }
  }

  /// Removes a folder and all it holds; symbolic links are removed, not followed.
  ///
  /// - Parameter last: A name that goes after all others, so that an interrupted removal leaves a
  ///   folder that still shows whose it is.
  static func removeTree(_ path: String, last: String? = nil) throws(SiteError) {
    let names = try names(in: path)
    for name in names.filter({ $0 != last }) + names.filter({ $0 == last }) {
      let child = path + "/" + name
      if case .folder = try kind(of: child) {
        try removeTree(child)
      } else {
        guard unsafe unlink(child) == 0 else { throw failure("removing", child) }
      }
    }
    guard unsafe rmdir(path) == 0 else { throw failure("removing", path) }
  }

  /// The error for the call that has just failed.
  static func failure(_ operation: String, _ path: String) -> SiteError {
    let reason = unsafe strerror(errno).map { unsafe String(cString: $0) }
    return SiteError(
      .inputOutput(operation: operation, reason: reason ?? "unknown reason"), path: path)
  }
}
