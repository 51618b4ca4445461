import Foundation
import Glibc

/// Finds the files that a path pattern names; the one owner of the system's pattern matcher.
package enum PathPattern {
  /// Files and named pipes that match, sorted by path, so that a run never depends on the file system.
  ///
  /// - Parameter pattern: Absolute path in which `*`, `?` and `[…]` stand for parts of one name.
  package static func files(matching pattern: String) -> [String] {
    var found = unsafe glob_t()
    defer { unsafe globfree(&found) }
    guard unsafe glob(pattern, GLOB_ERR, nil, &found) == 0 else { return [] }
    let count = unsafe Int(found.gl_pathc)
    let paths = (0..<count).compactMap { index in
      unsafe found.gl_pathv[index].map { unsafe String(cString: $0) }
    }
    return paths.filter(isNoFolder).sorted()
  }

  /// Whether what lies at a path can be read only once: a named pipe, a socket or a device.
  package static func isPipe(_ path: String) -> Bool {
    var status = stat()
    guard unsafe stat(path, &status) == 0 else { return false }
    return status.st_mode & S_IFMT != S_IFREG
  }

  private static func isNoFolder(_ path: String) -> Bool {
    var isFolder: ObjCBool = false
    let exists = unsafe FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
    return exists && !isFolder.boolValue
  }
}
