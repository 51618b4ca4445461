import ArgumentParser
import Foundation
import Publishing

struct TemplatesCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "templates",
    abstract: "Show or copy the built-in templates and site files.",
    subcommands: [ListTemplatesCommand.self, EjectTemplatesCommand.self],
    defaultSubcommand: ListTemplatesCommand.self)
}

struct ListTemplatesCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List the built-in files that a folder of yours can replace.")

  func run() async throws {
    let names = try TemplateCatalog().list().map(\.name)
    Log.result(names.joined(separator: "\n") + "\n")
  }
}

struct EjectTemplatesCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "eject",
    abstract: "Copy built-in files to a folder, to be changed there.",
    discussion: """
      Name the folder under site.templates (or site.assets) in the configuration. A file that is \
      there already is not overwritten.
      """)

  @Argument(help: "The folder to copy to.")
  var folder: String

  @Option(help: "Only the files whose name begins like this; may be repeated.")
  var only: [String] = []

  func run() async throws {
    let result = try TemplateCatalog.eject(to: URL(fileURLWithPath: folder), only: only)
    Log.result((result.isEmpty ? ["Nothing to copy."] : result).joined(separator: "\n") + "\n")
  }
}
