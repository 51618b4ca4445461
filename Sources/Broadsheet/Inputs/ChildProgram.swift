import Foundation
import Glibc

/// Another program, run as a child process and never through a shell.
struct ChildProgram {
  let path: String
  let arguments: [String]

  /// Runs the program to its end, or stops it, with all that it started, when the time is up.
  ///
  /// - Parameters:
  ///   - messages: Path of the file for what it writes to standard output and standard error.
  ///   - folder: The folder that it runs in.
  /// - Returns: The exit status, or `nil` when the time was up.
  func run(messages: String, in folder: String, timeoutSeconds: Int) throws -> Int32? {
    guard FileManager.default.createFile(atPath: messages, contents: nil) else {
      throw CocoaError(.fileWriteUnknown, userInfo: [NSFilePathErrorKey: messages])
    }
    let log = try FileHandle(forWritingTo: URL(fileURLWithPath: messages))
    defer { log.closeFile() }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: path)
    process.arguments = arguments
    process.currentDirectoryURL = URL(fileURLWithPath: folder)
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = log
    process.standardError = log
    let hasEnded = DispatchSemaphore(value: 0)
    process.terminationHandler = { _ in hasEnded.signal() }
    try process.run()
    let leader = process.processIdentifier
    let group = getpgid(leader) == leader ? leader : nil
    if hasEnded.wait(timeout: .now() + .seconds(timeoutSeconds)) == .success {
      return process.terminationStatus
    }
    process.terminate()
    if hasEnded.wait(timeout: .now() + .seconds(5)) == .timedOut {
      _ = kill(process.processIdentifier, SIGKILL)
      hasEnded.wait()
    }
    // What is installed under a name may be a script; the program that it started ends with it.
    if let group { _ = kill(-group, SIGKILL) }
    return nil
  }

  /// What the program said, on one line; long messages are cut.
  static func words(in path: String) throws -> String {
    let text = String(decoding: try Data(contentsOf: URL(fileURLWithPath: path)), as: UTF8.self)
    let lines = text.split(whereSeparator: \.isNewline)
      .map { $0.trimmingCharacters(in: .whitespaces) }.filter { !$0.isEmpty && $0 != "^" }
    let words = lines.joined(separator: " ").prefix(600)
    return words.isEmpty ? "it gave no reason" : String(words)
  }
}
