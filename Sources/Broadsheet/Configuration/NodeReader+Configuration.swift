import Assessment
import Foundation
import Profiling
import Publishing

extension NodeReader {
  private enum CalendarKey: String, CaseIterable {
    case period, timezone
  }

  // MARK: - Paths

  /// A path or pattern, absolute.
  func path() -> String? {
    name().map { absolutePath($0, in: log.directory) }
  }

  /// A folder or file that publishing does not replace.
  func folder(outside outputs: [String]) -> String? {
    guard let folder = path() else { return nil }
    guard !outputs.contains(where: { isPath(folder, inside: $0) }) else {
      report(
        "the folder would be replaced with the site", advice: "keep it outside of 'site.output'")
      return nil
    }
    return folder
  }

  /// Reports a folder that the site may not be written to.
  func checkOutput(_ output: String) {
    guard isPath(log.directory, inside: output) else { return }
    report(
      "publishing would replace the folder of the configuration",
      advice: "name a folder of its own, such as public")
  }

  /// The address of a site.
  func siteAddress() -> SiteAddress? {
    guard let text = name() else { return nil }
    guard let address = SiteAddress(text) else {
      report(
        "\(quoted(text)) is not the address of a site",
        advice: "write it in full, such as https://example.org/reports/")
      return nil
    }
    return address
  }

  /// One pattern or a list of them, absolute.
  func patterns() -> [String]? {
    oneOrMoreNames("path")?.map(pattern)
  }

  /// A pattern seen from the folder of the configuration.
  func pattern(_ name: String) -> String {
    // The folder of the configuration is a name, whatever characters are in it.
    let folder = log.directory.reduce(into: "") { text, character in
      if "*?[\\".contains(character) { text.append("\\") }
      text.append(character)
    }
    return absolutePath(name, in: folder)
  }

  /// Inline Markdown, or what the named file holds.
  func markdown() -> (text: String, file: String?)? {
    guard let text = name() else { return nil }
    let line = text.trimmingCharacters(in: .whitespacesAndNewlines)
    guard line.hasSuffix(".md"), !line.contains(where: \.isNewline) else { return (text, nil) }
    let path = absolutePath(line, in: log.directory)
    do throws(TextFile.Failure) {
      return (try TextFile.read(path), path)
    } catch {
      report("\(quoted(line)): \(error.message)", advice: error.advice)
      return nil
    }
  }

  // MARK: - Calendar and roles

  /// The calendar that results when the keys present here replace those of `outer`.
  func calendar(over outer: Configuration.Calendar) -> Configuration.Calendar? {
    guard let map = map(CalendarKey.self) else { return nil }
    let period: PeriodKind? = map[.period]?.choice("period")
    return Configuration.Calendar(
      period: period ?? outer.period, timezone: map[.timezone]?.timezone() ?? outer.timezone)
  }

  private func timezone() -> String? {
    guard let name = name() else { return nil }
    // Abbreviations such as EST and offsets such as GMT+2 are refused: they have no rules for
    // summer time, and EST stands for different zones in different countries.
    if name == "UTC" || (name.contains("/") && TimeZone(identifier: name) != nil) { return name }
    let known = ["UTC"] + TimeZone.knownTimeZoneIdentifiers.sorted()
    report(
      "unknown time zone \(quoted(name))",
      advice: advice(forUnknown: name, in: known)
        ?? "write UTC or a name of the IANA database, such as Europe/London")
    return nil
  }

  func roles() -> [Role]? {
    elements().map { distinct($0, "role") { $0.choice("role") } }
  }

  /// How sure a breach must be.
  func evidence() -> EvidenceRule? {
    guard let name = text() else { return nil }
    if let rule = EvidenceRule(rawValue: name) { return rule }
    report(
      "unknown evidence rule \(quoted(name))",
      advice: advice(forUnknown: name, in: EvidenceRule.allCases.map(\.rawValue)))
    return nil
  }

  // MARK: - Words of people

  /// A folder that exists.
  func existingFolder() -> String? {
    guard let folder = path() else { return nil }
    guard isFolder(folder) else {
      report("there is no such folder", advice: "create it, or leave the key out")
      return nil
    }
    return folder
  }
}
