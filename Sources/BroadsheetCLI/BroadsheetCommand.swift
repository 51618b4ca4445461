import ArgumentParser
import Foundation

/// The program: its commands, in the order in which somebody meets them.
@main
struct BroadsheetCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "broadsheet",
    abstract: "A periodical of record for machine-learning models in production.",
    discussion: """
      Reads prediction logs, labels that come late and reference data, keeps a small history, and \
      publishes a static site with one report for every model, period and role.

      Exit codes: 0 done; 1 a failure inside the program; 2 done, but --fail-on was met; 64 usage; \
      65 bad input data; 66 missing input; 74 input/output error; 75 another run holds the lock; \
      78 bad configuration.
      """,
    version: ProgramVersion.current,
    subcommands: [
      InitCommand.self, CheckCommand.self, RunCommand.self, IngestCommand.self, PublishCommand.self,
      ServeCommand.self, StatusCommand.self, ExportCommand.self, PDFCommand.self,
      MetricsCommand.self,
      VerifyCommand.self, KeysCommand.self, TemplatesCommand.self,
    ])

  /// Runs the command that the arguments name; an error becomes words and an exit code.
  static func main() async {
    var log = Log(format: .text, isQuiet: false)
    do {
      var command = try parseAsRoot()
      if let configured = command as? any ConfiguredCommand { log = configured.options.makeLog() }
      if var command = command as? any AsyncParsableCommand {
        try await command.run()
      } else {
        try command.run()
      }
    } catch  where ExitStatus.isOwn(error) {
      for line in "\(error)".split(separator: "\n") { log.error(String(line)) }
      Foundation.exit(ExitStatus(error).rawValue)
    } catch {
      exit(withError: error)
    }
  }
}
