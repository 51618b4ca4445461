import ArgumentParser
import Broadsheet
import Foundation

struct InitCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init",
    abstract: "Look at a file of predictions and write a commented configuration for it.",
    discussion: """
      The parts of the columns are guessed from names, types and values; a comment says why. CSV \
      and JSON Lines are read directly, also compressed with gzip or zstd, Parquet through the \
      program duckdb. A folder stands for the files in it.
      """)

  @Argument(help: "A file of predictions, a folder of such files, or a pattern in quotes.")
  var file: String

  @Option(help: "The id of the model: letters a to z, digits and hyphens. Default: from the file.")
  var model: String?

  @Option(help: "A file or folder of labels that come later.")
  var labels: String?

  @Option(help: "A file or folder of data that the model was built or accepted on.")
  var reference: String?

  @Option(help: "The configuration to write.")
  var output = "broadsheet.yaml"

  @Flag(help: "Replace the configuration if there is one.")
  var force = false

  func run() async throws {
    let log = Log(format: .text, isQuiet: false)
    if !force, FileManager.default.fileExists(atPath: output) {
      throw ConfigurationError(
        .unreadable,
        [
          ConfigurationProblem(
            path: output, line: nil, column: nil, key: "", message: "there is a file already",
            advice: "name another with '--output', or replace it with '--force'")
        ])
    }
    let draft = try ConfigurationDraft(
      predictions: file, labels: labels, reference: reference, modelID: model, output: output)
    let options: Data.WritingOptions = force ? .atomic : .withoutOverwriting
    try Data(draft.text.utf8).write(to: URL(fileURLWithPath: output), options: options)
    for remark in draft.remarks { log.warning(remark) }
    let option = output == "broadsheet.yaml" ? "" : " --config \(output)"
    Log.result(
      """
      Wrote \(output). Next:
        1. read it, and correct what was guessed wrongly
        2. broadsheet check\(option)
        3. broadsheet run\(option)
        4. broadsheet serve\(option)

      """)
  }
}
