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

  @Option(help: "Show this edition; by default the first one.")
  var edition: String?

  @Option(
    help: "Print the configuration of a web server for the site and end: nginx, apache, caddy.")
  var printConfig: WebServer?

  @Option(help: "With --print-config: the folder with a password file for each role.")
  var passwords = WebServerConfiguration.standardPasswords

  func run() async throws {
    let log = options.makeLog()
    let configuration = try options.load()
    let edition = try configuration.editions(named: edition)[0]
    let folder = edition.output
    if let printConfig {
      let server = try WebServerConfiguration(
        folder: folder, roles: edition.roles, port: port, passwords: passwords)
      return Log.result(server.text(for: printConfig))
    }
    guard FileManager.default.fileExists(atPath: folder + "/index.html") else {
      log.error("\(folder) holds no site yet; 'broadsheet run' publishes one")
      throw ExitCode(ExitStatus.missingInput.rawValue)
    }
    try await PreviewServer(folder: folder, port: port).run { address in
      log.info("The site is at \(address). Press Control-C to stop.")
    }
  }
}

extension WebServer: ExpressibleByArgument {}
