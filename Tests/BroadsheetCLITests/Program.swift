import Foundation
import Testing

/// The built program, run as a process of its own in a folder of its own.
struct Program {
  struct Outcome {
    let status: Int32
    let output: String
    let errors: String

    var errorLines: [String] { errors.split(separator: "\n").map(String.init) }
  }

  let folder: String
  /// Variables besides those of the tests; `SOURCE_DATE_EPOCH` is unset unless it stands here.
  var environment: [String: String] = [:]
  /// In octal digits; that of the tests for nil.
  var umask: String?

  /// Runs `body` with an empty folder, which is removed afterwards.
  static func with(_ body: (Program) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.path + "/program-" + UUID().uuidString
    try FileManager.default.createDirectory(
      atPath: folder + "/predictions", withIntermediateDirectories: true)
    let outcome = Result { try body(Program(folder: folder)) }
    try FileManager.default.removeItem(atPath: folder)
    try outcome.get()
  }

  func run(_ arguments: String...) throws -> Outcome {
    try run(arguments)
  }

  /// - Parameter input: Name of the file that is standard input; nothing for nil.
  func run(_ arguments: [String], input: String? = nil) throws -> Outcome {
    let process = Process()
    let executable: URL = try #require(Self.executable)
    if let umask {
      process.executableURL = URL(fileURLWithPath: "/bin/sh")
      process.arguments =
        ["-c", "umask \(umask); exec \"$0\" \"$@\"", executable.path] + arguments
    } else {
      process.executableURL = executable
      process.arguments = arguments
    }
    process.currentDirectoryURL = URL(fileURLWithPath: folder)
    process.environment = ProcessInfo.processInfo.environment
      .filter { $0.key != "SOURCE_DATE_EPOCH" }.merging(environment) { $1 }
    process.standardInput =
      try input.map { try FileHandle(forReadingFrom: URL(fileURLWithPath: folder + "/" + $0)) }
      ?? FileHandle.nullDevice
    // Files, since a full pipe would stop the program.
    let names = ["output", "errors"].map { folder + "/." + $0 }
    for name in names { try Data().write(to: URL(fileURLWithPath: name)) }
    let files = try names.map { try FileHandle(forWritingTo: URL(fileURLWithPath: $0)) }
    process.standardOutput = files[0]
    process.standardError = files[1]
    try process.run()
    process.waitUntilExit()
    for file in files { try file.close() }
    let texts = try names.map { try String(contentsOfFile: $0, encoding: .utf8) }
    return Outcome(status: process.terminationStatus, output: texts[0], errors: texts[1])
  }

  func write(_ name: String, _ text: String) throws {
    try Data(text.utf8).write(to: URL(fileURLWithPath: folder + "/" + name))
  }

  /// The program stands beside the bundle of the tests.
  private static var executable: URL? {
    let folders =
      CommandLine.arguments.compactMap { argument -> URL? in
        argument.hasSuffix(".xctest") ? URL(fileURLWithPath: argument) : nil
      }.map { $0.deletingLastPathComponent() }
      + (Bundle.allBundles + [Bundle.main]).map { $0.bundleURL.deletingLastPathComponent() }
      + [Bundle.main.bundleURL]
    return folders.map { $0.appendingPathComponent("broadsheet") }
      .first { FileManager.default.isExecutableFile(atPath: $0.path) }
  }
}
