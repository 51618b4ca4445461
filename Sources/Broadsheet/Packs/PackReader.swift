import Assessment
import Profiling
import Publishing

/// Reads a compliance pack from its YAML file.
struct PackReader {
  private enum Key: String, CaseIterable {
    case id, title, rule, version, checked, sources, attributes, template, sections
    case validFrom = "valid_from"
    case validTo = "valid_to"
    case replacedBy = "replaced_by"
    case unknownNames = "unknown_names"
  }

  private enum SourceKey: String, CaseIterable { case title, address }
  private enum AttributeKey: String, CaseIterable { case name, columns }

  /// The pack in a text.
  ///
  /// - Parameter path: Name of the file in messages.
  /// - Throws: ``ConfigurationError`` with all problems of the text at once.
  static func read(_ text: String, path: String) throws(ConfigurationError) -> CompliancePack {
    let document = try ConfigurationDocument(text: text, path: path)
    let log = ReadingLog(
      path: path, text: text, directory: "/", computed: [],
      masks: Set(document.repeatedKeys.map(\.mask)))
    guard let root = document.root else {
      log.report("the file is empty", advice: "write a pack, or remove it", key: "", at: .start)
      throw ConfigurationError(.invalid, log.problems)
    }
    if DocumentInspection.isReadable(document, log: log),
      let pack = PackReader().read(NodeReader(root, key: "", position: .start, log: log)),
      log.problems.isEmpty
    {
      return pack
    }
    throw ConfigurationError(.invalid, log.problems)
  }

  private func read(_ reader: NodeReader) -> CompliancePack? {
    guard let map = reader.map(Key.self) else { return nil }
    let id = map.required(.id, "write an identifier for addresses")?.identifier()
    let title = map.required(.title, "write a title")?.name()
    let rule = map.required(.rule, "write the name of the rule")?.name()
    let version = map.required(.version, "write which version of the rule it is")?.name()
    let validFrom = map[.validFrom]?.date()
    let validTo = map[.validTo]?.date()
    let checked = map.required(
      .checked, "write the day on which the pack was compared with its sources")?.date()
    if let validFrom, let validTo, validTo < validFrom {
      map[.validTo]?.report(
        "\(validTo) is before 'valid_from', \(validFrom)", advice: "correct one of the two")
    }
    let sources =
      map.required(.sources, "name where the wording comes from")?.elements()?
      .compactMap(source) ?? []
    let attributes = map[.attributes]?.elements()?.compactMap(attribute) ?? []
    let sections =
      map.required(.sections, "list at least one section")?.elements()?.compactMap {
        PackSectionReader(attributes: attributes.map(\.name)).read($0)
      } ?? []
    let template = map[.template]?.identifier() ?? id
    guard let id, let title, let rule, let version, let checked, let template else {
      return nil
    }
    return CompliancePack(
      id: id, title: title, rule: rule, version: version, validFrom: validFrom, validTo: validTo,
      checked: checked, replacedBy: map[.replacedBy]?.identifier(), sources: sources,
      attributes: attributes,
      unknownNames: (map[.unknownNames]?.names("name") ?? []).map { $0.lowercased() },
      template: template, sections: sections)
  }

  private func source(_ reader: NodeReader) -> CompliancePack.Source? {
    guard let map = reader.map(SourceKey.self) else { return nil }
    let address = map[.address]?.name()
    if let address, !address.hasPrefix("https://") {
      map[.address]?.report("not a web address", advice: "write one that begins with https://")
    }
    return map.required(.title, "name the source")?.name().map {
      CompliancePack.Source(title: $0, address: address)
    }
  }

  private func attribute(_ reader: NodeReader) -> CompliancePack.Attribute? {
    guard let map = reader.map(AttributeKey.self) else { return nil }
    let columns = map.required(.columns, "list the usual names of the column")?.names("column")
    guard let name = map.required(.name, "name the characteristic")?.name(), let columns else {
      return nil
    }
    return CompliancePack.Attribute(name: name, columns: columns.map { $0.lowercased() })
  }
}
