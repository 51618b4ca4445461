import Foundation

/// Writes what happens to standard error, one line for each message; the one place that prints.
struct Log {
  /// How important a message is.
  enum Level: String {
    case info, warning, error
  }

  private let format: LogFormat
  private let isQuiet: Bool
  private let hasTerminal: Bool

  init(format: LogFormat, isQuiet: Bool) {
    self.format = format
    self.isQuiet = isQuiet
    hasTerminal = isatty(FileHandle.standardError.fileDescriptor) == 1
  }

  /// Whether a bar that moves makes sense.
  var showsProgress: Bool { hasTerminal && !isQuiet && format == .text }

  func info(_ message: String) {
    if !isQuiet { write(.info, message) }
  }

  func warning(_ message: String) {
    if !isQuiet { write(.warning, message) }
  }

  func error(_ message: String) {
    write(.error, message)
  }

  /// Draws over the current line of the terminal.
  func progress(_ text: String) {
    guard showsProgress else { return }
    put("\r\u{1B}[K" + text, to: .standardError)
  }

  /// Writes a result to standard output.
  static func result(_ text: String) {
    put(text, to: .standardOutput)
  }

  private func write(_ level: Level, _ message: String) {
    switch format {
    case .text:
      let prefix = level == .info ? "" : "\(level.rawValue): "
      put((showsProgress ? "\r\u{1B}[K" : "") + prefix + message + "\n", to: .standardError)
    case .json:
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
      do {
        let line = try encoder.encode(["level": level.rawValue, "message": message])
        put(String(decoding: line, as: UTF8.self) + "\n", to: .standardError)
      } catch {
        // A message in the wrong form is better than one that is lost.
        put("\(level.rawValue): \(message)\n", to: .standardError)
      }
    }
  }
}

private func put(_ text: String, to file: FileHandle) {
  file.write(Data(text.utf8))
}
