import Assessment
import Publishing

/// Reads the top level of a configuration.
struct ConfigurationReader {
  private enum Key: String, CaseIterable {
    case site, history, calendar, maturity, roles, models, evidence, comments, compatibility
    case driftPolicy = "drift_policy"
  }

  private enum SiteKey: String, CaseIterable {
    case title, organisation, output, templates, assets, editions
  }

  private enum EditionKey: String, CaseIterable {
    case id, roles, output, redact
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
    let site = map.required(.site, "write 'site: {title: …}'").flatMap(readSite)
    let history = map[.history]?.path() ?? absolutePath("history.sqlite", in: log.directory)
    checkSeparate(history: history, at: map[.history] ?? map.reader, from: site)
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
    let comments = readComments(map[.comments], outside: site)
    guard let site, let models else { return nil }
    return Configuration(
      path: log.path, directory: log.directory, site: site, history: history, calendar: calendar,
      maturity: maturity, roles: roles, comments: comments, models: models,
      notYetInUse: log.notYetInUse.sorted { ($0.line, $0.key) < ($1.line, $1.key) },
      positions: log.positions)
  }

  // MARK: - Site

  private func readSite(_ reader: NodeReader) -> Configuration.Site? {
    guard let map = reader.map(SiteKey.self) else { return nil }
    let title = map.required(.title, "write the title of the site")?.name()
    let organisation = map[.organisation]?.name()
    let output = map[.output]?.path() ?? absolutePath("public", in: log.directory)
    if isPath(log.directory, inside: output) {
      (map[.output] ?? map.reader).report(
        "publishing would replace the folder of the configuration",
        advice: "name a folder of its own, such as public")
    }
    let templates = map[.templates]?.folder(outside: output)
    let assets = map[.assets]?.folder(outside: output)
    map[.editions].map(checkEditions)
    guard let title else { return nil }
    return Configuration.Site(
      title: title, organisation: organisation, output: output, templates: templates,
      assets: assets)
  }

  private func checkSeparate(
    history: String, at reader: NodeReader, from site: Configuration.Site?
  ) {
    guard let site, isPath(history, inside: site.output),
      !isPath(log.directory, inside: site.output)
    else { return }
    reader.report(
      "the history would be published and replaced with the site",
      advice: "keep it outside of 'site.output'")
  }

  private func checkEditions(_ reader: NodeReader) {
    guard let elements = reader.elements() else { return }
    reader.noteNotYetInUse("one edition is published, with all configured roles")
    _ = reader.distinct(elements, "edition") { element -> String? in
      guard let map = element.map(EditionKey.self) else { return nil }
      _ = map[.roles]?.roles()
      _ = map[.output]?.path()
      _ = map[.redact]?.oneOrMoreNames("name")
      return map.required(.id, "name the edition")?.identifier()
    }
  }

  /// The folder of comments; `nil` when none is named and the usual one is not there.
  private func readComments(
    _ reader: NodeReader?, outside site: Configuration.Site?
  ) -> String? {
    let usual = absolutePath("comments", in: log.directory)
    guard let reader else { return isFolder(usual) ? usual : nil }
    guard let folder = reader.existingFolder() else { return nil }
    if let site, isPath(folder, inside: site.output) {
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
