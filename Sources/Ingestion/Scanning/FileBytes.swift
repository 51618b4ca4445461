import Glibc

/// An open file, read from its beginning; closed with the last reference.
package final class FileBytes {
  package let path: String
  package private(set) var bytesRead = 0
  private let descriptor: Int32

  package init(path: String) throws(IngestionError) {
    self.path = path
    descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      throw IngestionError(.cannotOpen(reason: Self.reason(errno)), path: path)
    }
  }

  deinit {
    // Nothing was written, so a failure to close loses nothing.
    _ = close(descriptor)
  }

  /// Reads up to `count` bytes to `buffer[offset...]`; 0 only at the end of the file.
  ///
  /// - Precondition: The buffer has room for them, and `count` is at least 1.
  package func read(
    into buffer: inout [UInt8], at offset: Int, upTo count: Int
  ) throws(IngestionError) -> Int {
    precondition(offset >= 0 && count >= 1 && offset + count <= buffer.count, "No room to read.")
    while true {
      // The precondition keeps base + offset ..< base + offset + count inside the array.
      let result = unsafe buffer.withUnsafeMutableBytes { bytes in
        unsafe Glibc.read(descriptor, bytes.baseAddress.map { unsafe $0 + offset }, count)
      }
      if result >= 0 {
        bytesRead += result
        return result
      }
      let code = errno
      // A signal is no failure; the read simply has not begun.
      guard code == EINTR else {
        throw IngestionError(.cannotRead(reason: Self.reason(code)), path: path)
      }
    }
  }

  private static func reason(_ code: Int32) -> String {
    guard let text = unsafe strerror(code) else { return "error \(code)" }
    return unsafe String(cString: text)
  }
}
