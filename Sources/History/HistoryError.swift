import Foundation
import GRDB

/// Why the history could not be read or written.
package struct HistoryError: Error, Sendable {
  package enum Kind: Sendable, Equatable {
    /// Another run is writing to this history.
    case locked
    /// The file is no database, or is damaged.
    case unreadable
    /// The history was written by a newer program.
    case tooNew
    /// The disk is full, read-only or failing.
    case storage
    /// A stored value cannot be understood.
    case corrupt
  }

  package let kind: Kind
  /// Path of the history file.
  package let path: String
  /// What went wrong, in words.
  package let message: String
  /// What to do about it.
  package let advice: String

  package init(_ kind: Kind, path: String, message: String, advice: String) {
    self.kind = kind
    self.path = path
    self.message = message
    self.advice = advice
  }
}

extension HistoryError: CustomStringConvertible {
  package var description: String { "\(path): \(message). \(advice)" }
}

extension HistoryError {
  /// The error that a fault of the database amounts to.
  init(_ error: any Error, path: String) {
    if let own = error as? HistoryError {
      self = own
      return
    }
    if let fault = error as? CocoaError {
      self.init(
        .storage, path: path, message: fault.localizedDescription,
        advice: "Check free space and permissions of the folder")
      return
    }
    guard let fault = error as? DatabaseError else {
      self.init(
        .corrupt, path: path, message: "\(error)",
        advice: "Restore the file from a backup, or move it away and ingest everything again")
      return
    }
    switch fault.resultCode {
    case .SQLITE_BUSY, .SQLITE_LOCKED:
      self.init(
        .locked, path: path, message: "another run is using the history",
        advice: "Wait until it has ended and run again")
    case .SQLITE_NOTADB, .SQLITE_CORRUPT:
      self.init(
        .unreadable, path: path, message: "the file is not a history, or is damaged",
        advice: "Restore it from a backup, or name another file under 'history'")
    default:
      self.init(
        .storage, path: path, message: fault.message ?? "the database failed",
        advice: "Check free space and permissions of the folder")
    }
  }
}
