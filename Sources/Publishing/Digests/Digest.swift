import Assessment
import Profiling

/// What one reader should know of the latest period of every model, short enough for an e-mail.
///
/// Nothing in it is new: the sentences are those with which the reports open.
struct Digest {
  /// A model that needs attention, or could not be judged.
  struct Item {
    let title: String
    let period: String
    /// The shape of the standing as a character.
    let mark: String
    let standing: String
    let sentences: [String]
    let asks: [String]
    /// Path of the report in the site.
    let report: String
  }

  let title: String
  let summary: String
  /// The last day of the data; `nil` when there are none.
  let day: Day?
  /// The most pressing first.
  let items: [Item]
  /// Models that are as expected, each with its period.
  let quiet: [String]
  /// Path of the reader's front page.
  let home: String

  private static func mark(_ status: Status) -> String {
    switch status {
    case .ok: "●"
    case .watch: "◆"
    case .breach: "▲"
    case .insufficient: "○"
    case .missing: "✕"
    }
  }

  init(_ builder: SiteBuilder, role: Role) {
    let publication = builder.publication
    let latest = publication.models.indices.compactMap { index in
      publication.models[index].periods.indices.last.map { builder.context(index, $0) }
    }
    title = "\(publication.title): digest for \(role.readers)"
    summary = builder.standing
    day = latest.map(\.period.end).max()
    home = Address.role(role) + "index.html"
    let ordered = latest.enumerated().sorted {
      (-$0.element.record.status.severity, $0.offset)
        < (-$1.element.record.status.severity, $1.offset)
    }.map(\.element)
    items = ordered.filter { $0.record.status != .ok }.map { context in
      let story = ReportStory(context: context, role: role)
      return Item(
        title: context.identity.title, period: context.period.name,
        mark: Self.mark(context.record.status), standing: context.record.status.words,
        sentences: [story.answer] + story.grounds, asks: story.asks,
        report: Address.report(role, context.identity, context.period) + "index.html")
    }
    quiet = ordered.filter { $0.record.status == .ok }.map {
      "\($0.identity.title), \($0.period.name)"
    }
  }
}
