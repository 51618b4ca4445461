import Assessment
import Profiling

/// The closing section of a report: which revision it is, and what changed from one to the next.
struct RevisionSection {
  /// Figures in one table; the data files have all of them.
  static let figureLimit = 8
  /// Revisions that are told in full; earlier ones are linked from their own successors.
  static let revisionLimit = 10

  let revisions: ReportRevisions
  /// What a period is called, such as `week`.
  let noun: String
  /// The numbers of the present report, whose roundings hold here too.
  var figure: FigureText? = nil

  var view: RevisionsView {
    RevisionsView(
      state: state.joined(separator: " "),
      revisions: revisions.all.dropFirst().suffix(Self.revisionLimit).reversed().map(view))
  }

  /// Where the page of a revision lies, relative to the report.
  static func folder(_ number: Int) -> String { "\(folderName)/\(number)/" }

  private static let folderName = "revisions"

  /// The numbers of earlier revisions, ascending, by the folder of their report.
  ///
  /// - Parameter pages: Paths within the site.
  static func numbers(in pages: some Sequence<String>) -> [String: [Int]] {
    var numbers: [String: [Int]] = [:]
    for page in pages where page.utf8.count(where: { $0 == UInt8(ascii: "/") }) == 5 {
      let parts = page.split(separator: "/")
      guard parts.count == 6, parts[3] == folderName, let number = Int(parts[4]) else { continue }
      numbers[parts[..<3].joined(separator: "/") + "/", default: []].append(number)
    }
    return numbers.mapValues { $0.sorted() }
  }

  private var state: [String] {
    guard let current = revisions.all.last else { return [] }
    if revisions.isRunning {
      return [
        "Last changed on \(current.updated.words), while the \(noun) was running.",
        "Until a \(noun) is over, its reports are replaced in place and earlier states are not kept.",
      ]
    }
    if current.number == 1 {
      guard current.updates > 0 else {
        return ["First published on \(current.published.words), and not changed since."]
      }
      return ["First published on \(current.published.words).", updates(current)]
    }
    var sentences = [
      "This is revision \(current.number), published on \(current.published.words)."
    ]
    if revisions.isProvisional {
      sentences.append(
        "Until its labels are complete it is updated in place as labels arrive; what was published "
          + "first is kept.")
    }
    return sentences
  }

  /// Changes in place of a revision, as a sentence.
  private func updates(_ revision: ReportRevisions.Revision) -> String {
    let times = revision.updates == 1 ? "once, on" : "\(revision.updates) times, last on"
    var sentence = "Updated in place \(times) \(revision.updated.words)"
    if revision.number == 1 {
      sentence += ", because \(Self.reason(revision.causes)); no figure of the \(noun) changed"
    }
    return sentence + "."
  }

  private func view(_ revision: ReportRevisions.Revision) -> RevisionView {
    let before = revisions.all.first { $0.number == revision.number - 1 }
    let visible = revision.changes.filter(isVisible)
    let shown = visible.prefix(Self.figureLimit)
    let rest = revision.changeCount - shown.count
    var reason = "Published because \(Self.reason(revision.causes))."
    if revision.updates > 0 { reason += " " + updates(revision) }
    return RevisionView(
      title: "Revision \(revision.number), \(revision.published.words)", reason: reason,
      changes: TableView(
        [.text("Figure"), .number("Before"), .number("Now")],
        shown.map { [Self.subject($0), text($0.before, $0), text($0.after, $0)] }),
      rest: rest > 0
        ? "\(Plural.count(rest, "further figure")) changed, some in digits that are not printed."
        : nil,
      earlier: before?.archive == nil
        ? nil : Markup(Self.folder(revision.number - 1) + "index.html"),
      lost: before?.archive == nil
        ? "The report as it was before is not kept: its file was missing, or not as published."
        : nil)
  }

  private static func subject(_ change: FigureChange) -> String {
    guard change.stage != .production else { return change.key.subject }
    return "\(change.key.subject), \(Arm(version: change.version, stage: change.stage).label)"
  }

  private func text(_ value: Double?, _ change: FigureChange) -> String {
    let decimals = figure.flatMap { figure in
      figure.record.arm == Arm(version: change.version, stage: change.stage)
        ? figure.record[change.key].flatMap(figure.decimals) : nil
    }
    return value.map { NumberStyle(change.metric).text($0, decimals: decimals) } ?? "none"
  }

  /// Whether the printed digits differ.
  private func isVisible(_ change: FigureChange) -> Bool {
    text(change.before, change) != text(change.after, change)
  }

  /// Such as `labels arrived (20 before, 42 now) and the configuration changed`.
  static func reason(_ causes: [RevisionCause]) -> String {
    Plural.list(causes.map(words))
  }

  private static func words(_ cause: RevisionCause) -> String {
    switch cause {
    case .labels(let before, let after):
      "the labels changed in number (\(NumberText.grouped(before)) before, "
        + "\(NumberText.grouped(after)) now)"
    case .predictions(let before, let after):
      "the predictions changed in number (\(NumberText.grouped(before)) before, "
        + "\(NumberText.grouped(after)) now)"
    case .correctedLabels: "labels were corrected"
    case .configuration: "the configuration changed"
    case .program(let before, let after):
      "version \(after) of Broadsheet took the place of \(before)"
    case .otherInput: "its input changed, though not the number of rows or labels"
    case .elsewhere: "words, or figures of other periods and models, changed"
    case .unknown: "it differs from what was published, which could not be read to compare"
    }
  }
}
