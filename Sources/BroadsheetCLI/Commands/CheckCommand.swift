import ArgumentParser
import Broadsheet

struct CheckCommand: ConfiguredCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Check the configuration and look at the files that it names; write nothing.")

  @OptionGroup var options: CommonOptions

  func run() async throws {
    let configuration = try options.load()
    let inspection = try InputInspection(configuration)
    try SitePublication(
      configuration: configuration, programVersion: ProgramVersion.current
    ).checkTemplates()
    var lines = ["\(configuration.path): no problem found."]
    for model in inspection.models {
      lines.append(
        "\(model.id): \(counted(model.predictionFiles, "file")) of predictions, "
          + "\(counted(model.labelFiles, "file")) of labels, "
          + (model.hasReference ? "a reference" : "no reference"))
    }
    if !configuration.notYetInUse.isEmpty {
      lines.append("Accepted, but not yet in use:")
      for use in configuration.notYetInUse {
        lines.append("  line \(use.line): \(use.key): \(use.reason)")
      }
    }
    Log.result(lines.joined(separator: "\n") + "\n")
  }
}
