import Assessment
import Publishing

/// Reads `site.editions`.
struct EditionReader {
  private enum Key: String, CaseIterable {
    case id, title, output, address, roles, models, redact, metrics
  }

  /// Roles of an edition that names none.
  let roles: [Role]
  /// Ids of all models, in order.
  let models: [String]

  /// The editions, or `nil` when one of them could not be read.
  func read(_ list: NodeReader) -> [Configuration.Edition]? {
    guard let elements = list.elements() else { return nil }
    var ids: [String: Int] = [:]
    var outputs: [(path: String, line: Int)] = []
    let editions = elements.map { element -> Configuration.Edition? in
      guard let map = element.map(Key.self) else { return nil }
      let id = map.required(.id, "name the edition")
      let output = map.required(.output, "name a folder of its own")
      let name = id.flatMap { $0.identifier() }
      if let id, let name {
        if let line = ids[name] {
          id.report(
            "the edition \(quoted(name)) exists already, on line \(line)",
            advice: "give each edition an id of its own")
        }
        ids[name] = ids[name] ?? id.position.line
      }
      guard let edition = edition(map, id: name) else { return nil }
      if let output {
        check(edition.output, of: output, against: outputs)
        outputs.append((edition.output, output.position.line))
      }
      return edition
    }
    let read = editions.compactMap { $0 }
    return read.count == elements.count ? read : nil
  }

  private func edition(_ map: MapReader<Key>, id: String?) -> Configuration.Edition? {
    let roles = map[.roles]?.roles() ?? roles
    let models = map[.models].flatMap(readModels) ?? models
    let subjects: [Redaction.Subject] =
      map[.redact].flatMap { list in
        list.elements().map { list.distinct($0, "name") { $0.choice("redaction") } }
      } ?? []
    let metrics: [Metric]? = map[.metrics].flatMap { list in
      list.elements().map { list.distinct($0, "metric") { $0.choice("metric") } }
    }
    let title = map[.title]?.name()
    let address = map[.address]?.siteAddress()
    guard let id, let output = map[.output]?.path() else { return nil }
    return Configuration.Edition(
      id: id, title: title, output: output, roles: roles, models: models,
      choosesRoles: map[.roles] != nil, choosesModels: map[.models] != nil,
      redaction: Redaction(Set(subjects), metrics: metrics.map(Set.init)),
      address: address)
  }

  private func readModels(_ list: NodeReader) -> [String]? {
    guard let elements = list.elements() else { return nil }
    return list.distinct(elements, "model") { element -> String? in
      guard let id = element.name() else { return nil }
      if !models.contains(id) {
        element.report(
          "unknown model \(quoted(id))", advice: advice(forUnknown: id, in: models))
        return nil
      }
      return id
    }
  }

  private func check(
    _ output: String, of reader: NodeReader, against others: [(path: String, line: Int)]
  ) {
    reader.checkOutput(output)
    if let other = others.first(where: {
      isPath(output, inside: $0.path) || isPath($0.path, inside: output)
    }) {
      reader.report(
        "the folder lies in that of the edition on line \(other.line), or the other way round",
        advice: "give each edition a folder of its own")
    }
  }
}
