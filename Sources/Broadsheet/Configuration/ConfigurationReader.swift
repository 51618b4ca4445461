import Assessment
import Publishing

/// Reads the top level of a configuration.
struct ConfigurationReader {
  private enum Key: String, CaseIterable {
    case site, history, calendar, maturity, roles, models, evidence, comments, compatibility
    case driftPolicy = "drift_policy"
  }

  private enum SiteKey: String, CaseIterable {
    case title, organisation, output, address, templates, assets, editions
    case signingKey = "signing_key"
  }

  let log: ReadingLog

  /// The configuration, or `nil` when a part without which there is none could not be read.
  func read(_ document: ConfigurationDocument) -> Configuration? {
    guard let root = document.root else {
      log.report(
        "the file is empty", advice: "write at least 'site' and 'models'", key: "", at: .start)
      return nil
    }
    guard let map = NodeReader(root, key: "", position: .start, log: log).map(Key.self) else {
      return nil
    }
    let site = map.required(.site, "write 'site: {title: …}'").flatMap { $0.map(SiteKey.self) }
    let history = map[.history]?.path() ?? absolutePath("history.sqlite", in: log.directory)
    let calendar = map[.calendar]?.calendar(over: .standard) ?? .standard
    let maturity = map[.maturity]?.maturity(over: .standard) ?? .standard
    let roles = map[.roles]?.roles() ?? Role.allCases
    let definitions = DriftDefinitions().replaced(
      compatibility: map[.compatibility], policy: map[.driftPolicy])
    let evidence = map[.evidence]?.evidence() ?? EvidenceRule.interval
    let models = map.required(.models, "list at least one model").flatMap {
      readModels(
        $0,
        ModelReader.SiteDefaults(
          calendar: calendar, maturity: maturity, evidence: evidence, definitions: definitions))
    }
    let editions = site.flatMap { site in
      readEditions(site, roles: roles, models: models ?? [])
    }
    let outputs = editions?.map(\.output) ?? []
    checkSeparate(history: history, at: map[.history] ?? map.reader, from: outputs)
    let comments = readComments(map[.comments], outside: outputs)
    guard let site = site.flatMap({ readSite($0, outputs: outputs) }), let models, let editions
    else { return nil }
    return Configuration(
      path: log.path, directory: log.directory, site: site, history: history, calendar: calendar,
      maturity: maturity, roles: roles, commentFolder: comments, models: models, editions: editions,
      text: log.text,
      notYetInUse: log.notYetInUse.sorted { ($0.line, $0.key) < ($1.line, $1.key) },
      positions: log.positions)
  }

  // MARK: - Site

  /// - Parameter outputs: The folders of the editions; at least one when they could be read.
  private func readSite(_ map: MapReader<SiteKey>, outputs: [String]) -> Configuration.Site? {
    let title = map.required(.title, "write the title of the site")?.name()
    let organisation = map[.organisation]?.name()
    let templates = map[.templates]?.folder(outside: outputs)
    let assets = map[.assets]?.folder(outside: outputs)
    let key = map[.signingKey]?.folder(outside: outputs)
    guard let title, let output = outputs.first else { return nil }
    return Configuration.Site(
      title: title, organisation: organisation, output: output, templates: templates,
      assets: assets, signingKey: key)
  }

  /// The configured editions, or the one that there is without any.
  private func readEditions(
    _ map: MapReader<SiteKey>, roles: [Role], models: [Configuration.Model]
  ) -> [Configuration.Edition]? {
    guard let list = map[.editions] else {
      let output = map[.output]?.path() ?? absolutePath("public", in: log.directory)
      (map[.output] ?? map.reader).checkOutput(output)
      return [
        Configuration.Edition(
          output: output, roles: roles, models: models.map(\.id),
          address: map[.address]?.siteAddress())
      ]
    }
    map[.output]?.report(
      "the site has editions, and each has a folder of its own", advice: "leave this key out")
    map[.address]?.report(
      "the site has editions, and each has an address of its own",
      advice: "give it to the editions")
    return EditionReader(roles: roles, models: models.map(\.id)).read(list)
  }

  private func checkSeparate(history: String, at reader: NodeReader, from outputs: [String]) {
    guard
      outputs.contains(where: {
        isPath(history, inside: $0) && !isPath(log.directory, inside: $0)
      })
    else { return }
    reader.report(
      "the history would be published and replaced with the site",
      advice: "keep it outside of 'site.output'")
  }

  /// The folder of comments; `nil` when none is named and the usual one is not there.
  private func readComments(_ reader: NodeReader?, outside outputs: [String]) -> String? {
    let usual = absolutePath("comments", in: log.directory)
    guard let reader else { return isFolder(usual) ? usual : nil }
    guard let folder = reader.existingFolder() else { return nil }
    if outputs.contains(where: { isPath(folder, inside: $0) }) {
      reader.report(
        "the folder would be replaced with the site", advice: "keep it outside of 'site.output'")
    }
    return folder
  }

  // MARK: - Models

  private func readModels(
    _ reader: NodeReader, _ defaults: ModelReader.SiteDefaults
  ) -> [Configuration.Model]? {
    guard let elements = reader.elements() else { return nil }
    var lines: [String: Int] = [:]
    var models: [Configuration.Model] = []
    for element in elements {
      guard
        let modelReader = ModelReader(element, defaults: defaults)
      else { continue }
      let (id, idReader) = modelReader.identifier()
      if let id, let idReader {
        if let line = lines[id] {
          idReader.report(
            "the model \(quoted(id)) exists already, on line \(line)",
            advice: "give each model an id of its own")
        } else {
          lines[id] = idReader.position.line
        }
      }
      if let model = modelReader.read(id: id) { models.append(model) }
    }
    return models
  }
}
