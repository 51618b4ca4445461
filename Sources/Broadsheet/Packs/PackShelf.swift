import Publishing

/// Finds and reads the packs that the models of a configuration ask for.
struct PackShelf {
  let configuration: Configuration
  /// Texts of the pack files, by path among the templates.
  let files: [String: String]

  /// The packs of each model, by its id, in the order of the configuration.
  ///
  /// - Throws: ``ConfigurationError`` with all problems: packs that do not exist, and what is wrong
  ///   with the files of those that do.
  func packs() throws(ConfigurationError) -> [String: [CompliancePack]] {
    var packs: [String: [CompliancePack]] = [:]
    var known: [String: CompliancePack] = [:]
    var problems: [ConfigurationProblem] = []
    for (place, model) in configuration.models.enumerated() {
      for (position, id) in model.packs.enumerated() {
        if let pack = known[id] {
          packs[model.id, default: []].append(pack)
          continue
        }
        let file = "packs/\(id).yaml"
        guard let text = files[file] else {
          let ids = files.keys.map { String($0.dropFirst("packs/".count).dropLast(".yaml".count)) }
          problems.append(
            configuration.problem(
              forKey: "models[\(place)].packs[\(position)]",
              message: "there is no pack \(quoted(id))",
              advice: advice(forUnknown: id, in: ids.sorted())))
          continue
        }
        do {
          let pack = try PackReader.read(text, path: file)
          try check(pack, file: file)
          known[id] = pack
          packs[model.id, default: []].append(pack)
        } catch {
          problems += error.problems.filter { !problems.contains($0) }
        }
      }
    }
    guard problems.isEmpty else { throw ConfigurationError(.invalid, problems) }
    return packs
  }

  private func check(_ pack: CompliancePack, file: String) throws(ConfigurationError) {
    let name = file.dropFirst("packs/".count).dropLast(".yaml".count)
    guard pack.id != name else { return }
    throw ConfigurationError(
      .invalid,
      [
        ConfigurationProblem(
          path: file, line: nil, column: nil, key: "id",
          message: "the pack is called \(quoted(pack.id))",
          advice: "give the file and the pack one name")
      ])
  }
}
