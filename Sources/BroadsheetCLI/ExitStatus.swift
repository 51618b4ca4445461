import ArgumentParser
import Broadsheet
import Foundation
import History
import Ingestion
import Publishing

/// The numbers that the program ends with; scripts rely on them, so they never change.
enum ExitStatus: Int32 {
  case done = 0
  case failure = 1
  case thresholdMet = 2
  case usage = 64
  case badData = 65
  case missingInput = 66
  case inputOutput = 74
  case locked = 75
  case badConfiguration = 78

  /// Whether the program itself says what went wrong; the parser of arguments says the rest.
  static func isOwn(_ error: any Error) -> Bool {
    !(error is ExitCode || error is CleanExit || error is ValidationError)
      && BroadsheetCommand.exitCode(for: error) == .failure
  }

  /// The code that an error amounts to.
  init(_ error: any Error) {
    switch error {
    case let error as ConfigurationError:
      self = error.kind == .missing ? .missingInput : .badConfiguration
    case let error as IngestError:
      switch error.kind {
      case .missingInput: self = .missingInput
      case .badData: self = .badData
      case .configuration: self = .badConfiguration
      }
    case let error as HistoryError:
      switch error.kind {
      case .locked: self = .locked
      case .unreadable, .tooNew, .corrupt: self = .badData
      case .storage: self = .inputOutput
      }
    case let error as IngestionError:
      switch error.kind {
      case .cannotOpen, .cannotRead: self = .inputOutput
      default: self = .badData
      }
    case let error as AuditError:
      switch error.kind {
      case .missing: self = .missingInput
      case .malformed: self = .badData
      case .exists, .inputOutput: self = .inputOutput
      }
    case let error as DocumentError:
      switch error.kind {
      case .missingPage, .missingProgram: self = .missingInput
      case .failed: self = .inputOutput
      }
    case is PublishingError: self = .badConfiguration
    case is SiteError: self = .inputOutput
    case is CocoaError: self = .inputOutput
    default: self = .failure
    }
  }
}
