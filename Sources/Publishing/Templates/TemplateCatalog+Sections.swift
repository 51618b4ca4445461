extension TemplateCatalog {
  /// The headings that every report of a reader has, by their anchors: those of its template and of
  /// the partials in it that do not depend on data.
  package func sections(of role: Role) -> [String: String] {
    var names = AnchorNames()
    let headings = headings(in: ReportBuilder.template(role), seen: [])
    return Dictionary(
      headings.map { (names.anchor(for: $0), $0) }, uniquingKeysWith: { first, _ in first })
  }

  private func headings(in name: String, seen: Set<String>) -> [String] {
    guard let text = text(of: name), !seen.contains(name) else { return [] }
    return text.split(whereSeparator: \.isNewline).flatMap { line -> [String] in
      if line.hasPrefix("{{>"), line.hasSuffix("}}") {
        let partial = line.dropFirst(3).dropLast(2).filter { $0 != " " }
        return headings(
          in: "partials/\(partial)\(TemplateTarget.markdown.suffix)", seen: seen.union([name]))
      }
      let words = line.drop { $0 == "#" }
      let isHeading = (2...3).contains(line.count - words.count) && words.first == " "
      return isHeading && !words.contains("{{") ? [String(words.dropFirst())] : []
    }
  }
}
