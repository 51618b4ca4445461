import Foundation

/// A small text file that a person wrote: the configuration, or a page of Markdown beside it.
enum TextFile {
  /// Why a file could not be taken as text.
  enum Failure: Error, Hashable {
    case missing
    case unreadable
    case notAFile
    case tooLarge
    case notUTF8
  }

  /// 1 MiB: far above any page that a person writes, far below what would trouble the reader.
  static let largestSize = 1 << 20

  /// The text of the file at `path`, without a byte order mark.
  static func read(_ path: String) throws(Failure) -> String {
    let data: Data
    do {
      let attributes = try FileManager.default.attributesOfItem(atPath: path)
      guard attributes[.type] as? FileAttributeType != .typeDirectory else {
        throw Failure.notAFile
      }
      let handle = try FileHandle(forReadingFrom: URL(fileURLWithPath: path))
      data = try handle.read(upToCount: largestSize + 1) ?? Data()
      try handle.close()
    } catch let failure as Failure {
      throw failure
    } catch let error as CocoaError
      where [.fileNoSuchFile, .fileReadNoSuchFile].contains(error.code)
    {
      throw .missing
    } catch {
      throw .unreadable
    }
    guard data.count <= largestSize else { throw .tooLarge }
    guard let text = String(validating: data, as: UTF8.self) else { throw .notUTF8 }
    return text.unicodeScalars.first == "\u{FEFF}" ? String(text.unicodeScalars.dropFirst()) : text
  }
}

extension TextFile.Failure {
  /// What is wrong, as a clause about the file.
  var message: String {
    switch self {
    case .missing: "no such file"
    case .unreadable: "the file cannot be read"
    case .notAFile: "this is a folder, not a file"
    case .tooLarge: "the file is larger than 1 MiB"
    case .notUTF8: "the file is not UTF-8 text"
    }
  }

  /// What to do, as a clause.
  var advice: String {
    switch self {
    case .missing: "check the path"
    case .unreadable: "check its permissions"
    case .notAFile: "name a file in it"
    case .tooLarge: "shorten it"
    case .notUTF8: "save it again as UTF-8"
    }
  }
}
