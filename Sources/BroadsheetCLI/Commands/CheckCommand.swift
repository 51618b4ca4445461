import ArgumentParser
import Broadsheet
import Publishing

struct CheckCommand: ConfiguredCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Check the configuration and look at the files that it names; write nothing.")

  @OptionGroup var options: CommonOptions

  func run() async throws {
    let configuration = try options.load()
    let inspection = try InputInspection(configuration)
    try configuration.checkTemplates()
    let additions = try configuration.additions()
    var lines = ["\(configuration.path): no problem found."]
    if let key = try SigningKey.named(by: configuration) {
      lines.append("signed with the key \(key.publicKey.hexadecimal)")
    }
    for model in inspection.models {
      lines.append(
        "\(model.id): \(counted(model.predictionFiles, "file")) of predictions, "
          + "\(counted(model.labelFiles, "file")) of labels, "
          + (model.hasReference ? "a reference" : "no reference"))
    }
    for (model, list) in additions.packs.sorted(by: { $0.key < $1.key }) {
      lines.append("\(model): packs \(list.map(\.id).joined(separator: ", "))")
    }
    let comments = additions.comments
    if !comments.isEmpty {
      let models = Set(comments.map(\.model)).count
      let entries = comments.count == 1 ? "1 entry" : "\(comments.count) entries"
      lines.append("comments: \(entries) about \(counted(models, "model"))")
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
