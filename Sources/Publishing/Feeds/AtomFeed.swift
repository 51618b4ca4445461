import Assessment
import Profiling

/// The latest reports of one reader, for feed readers.
///
/// An entry keeps its identifier for good. It was published when its period was over, and updated
/// when its report last became a new revision or was changed in place; a run that changes nothing
/// changes no feed. Links are absolute where the address of the site is known, else relative.
///
/// Source: RFC 4287.
struct AtomFeed {
  let builder: SiteBuilder
  let role: Role
  /// When reports were changed after they had been published first.
  let changes: [ReportKey: Day]

  /// More would be read by nobody; older reports are in the lists of the site.
  static let limit = 50

  private struct Entry {
    let model: Int
    let period: Int
    let end: Day
  }

  private var publication: Publication { builder.publication }

  /// The reports that have entries.
  var reports: [ReportKey] { latest.map(key) }

  private func key(_ entry: Entry) -> ReportKey {
    let model = publication.models[entry.model]
    return ReportKey(
      role: role, model: model.identity.id,
      period: model.periods[entry.period].period.description)
  }

  /// The latest first; of the same day in the order of the models.
  private var latest: [Entry] {
    publication.models.indices.flatMap { model in
      publication.models[model].periods.indices.suffix(Self.limit).map { period in
        Entry(
          model: model, period: period, end: publication.models[model].periods[period].period.end)
      }
    }.sorted { ($1.end, $0.model, $1.period) < ($0.end, $1.model, $0.period) }
      .prefix(Self.limit).map { $0 }
  }

  var text: String {
    let entries = latest.map { (entry: $0, updated: updated($0)) }
    let newest = entries.map(\.updated).max() ?? "1970-01-01T00:00:00Z"
    let home = Address.role(role)
    let head = [
      element("id", SiteAuthority(publication: publication).tag(home)),
      element("title", "\(publication.title): \(role.title.loweredFirst)"),
      element("updated", newest),
      "  <author>\(element("name", publication.organisation ?? publication.title, indent: ""))"
        + "</author>",
      "  <generator>\(HTMLEscaper.text("Broadsheet \(publication.programVersion)"))</generator>",
      link("self", Address.feed(role)), link("alternate", home + "index.html"),
    ]
    let lines = head + entries.map { text(of: $0.entry, updated: $0.updated) }
    return """
      <?xml version="1.0" encoding="UTF-8"?>
      <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en-GB">
      \(lines.joined(separator: "\n"))
      </feed>

      """
  }

  private func text(of entry: Entry, updated: String) -> String {
    let context = builder.context(entry.model, entry.period)
    let folder = Address.report(role, context.identity, context.period)
    let story = ReportStory(context: context, role: role)
    let words = [story.answer] + story.grounds + ["Asked of you:"] + story.asks
    return [
      "  <entry>",
      element("id", SiteAuthority(publication: publication).tag(folder), indent: "    "),
      element(
        "title",
        "\(context.identity.title), \(context.period.name): \(context.record.status.words)",
        indent: "    "),
      element("published", entry.end.over, indent: "    "),
      element("updated", updated, indent: "    "),
      "  " + link("alternate", folder + "index.html"),
      element("summary", words.joined(separator: " "), indent: "    "),
      "  </entry>",
    ].joined(separator: "\n")
  }

  private func updated(_ entry: Entry) -> String {
    guard let changed = changes[key(entry)] else { return entry.end.over }
    return max(entry.end.over, "\(changed)T00:00:00Z")
  }

  private func element(_ name: String, _ text: String, indent: String = "  ") -> String {
    "\(indent)<\(name)>\(HTMLEscaper.text(text))</\(name)>"
  }

  private func link(_ relation: String, _ path: String) -> String {
    let address: String =
      if let site = publication.siteAddress {
        site.base + path
      } else {
        // Seen from the folder of the role, where the feed lies.
        String(path.dropFirst(Address.role(role).count))
      }
    return "  <link rel=\"\(relation)\" href=\"\(HTMLEscaper.address(address))\"/>"
  }
}
