import ArgumentParser
import Broadsheet
import Foundation

struct ServeCommand: ConfiguredCommand {
  static let configuration = CommandConfiguration(
    commandName: "serve",
    abstract: "Show the published site on this machine only.")

  @OptionGroup var options: CommonOptions

  @Option(name: .shortAndLong, help: "The port to listen on.")
  var port: UInt16 = 8080

  func run() async throws {
    let log = options.makeLog()
    let folder = try options.load().site.output
    guard FileManager.default.fileExists(atPath: folder + "/index.html") else {
      log.error("\(folder) holds no site yet; 'broadsheet run' publishes one")
      throw ExitCode(ExitStatus.missingInput.rawValue)
    }
    try await PreviewServer(folder: folder, port: port).run { address in
      log.info("The site is at \(address). Press Control-C to stop.")
    }
  }
}
