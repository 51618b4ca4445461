import Assessment
import Profiling

/// Questions that reports of earlier periods asked and nobody has answered.
///
/// A question is closed by a decision on record that refers to what raised it, or by three periods in
/// a row in which that was as expected; a period that could not be judged counts neither way. Only
/// periods up to that of the report are looked at, so that a report stays what it was.
struct OpenQuestions {
  let context: ReportContext
  let role: Role

  /// How many periods in a row, as expected, close a question: as many as make chance unlikely where
  /// they are outside.
  private static let closing = 3
  /// How far back the beginning of a question is looked for.
  static let reach = 26
  /// How many lines are listed, one for each period in which questions began: fewer for readers whose
  /// page is read in two minutes.
  private var limit: Int { isPlain ? 2 : 3 }

  var isPlain: Bool { role.speaksPlainly }

  /// What a period says of that which raised a question.
  enum State {
    case raised, settled, unknown
  }

  /// A question in words, without capital or full stop.
  struct Question {
    /// Place of the period that raised it.
    let since: Int
    let text: String
  }

  /// The latest first, then how many older ones there are.
  var all: [String] {
    let questions = questions
    let starts = Set(questions.map(\.since)).sorted(by: >)
    let shown = starts.prefix(limit)
    let lines = shown.map { start in
      let texts = questions.filter { $0.since == start }.map(\.text)
      return "Open since \(name(start)): \(texts.joined(separator: "; "))."
    }
    let older = questions.filter { !shown.contains($0.since) }
    guard let first = lines.first else { return [] }
    let closing =
      isPlain
      ? " A decision closes it."
      : " A decision closes it, or \(Plural.count(Self.closing, context.noun)) as expected."
    let rest =
      older.isEmpty
      ? []
      : [
        "\(Plural.count(older.count, "older question")) \(older.count == 1 ? "is" : "are") open "
          + "too, \(older.count == 1 ? "" : "the oldest ")since "
          + "\(name(older.map(\.since).min() ?? 0))."
      ]
    return [first + closing] + lines.dropFirst() + rest
  }

  /// Where the open question about something began; `nil` where none is open.
  ///
  /// - Parameter state: What a period, by its place, says of it. That of the report may settle a
  ///   question, and raises none here.
  func start(_ state: (Int) -> State) -> Int? {
    var start: Int?
    var settled = state(context.index) == .settled ? 1 : 0
    for index in earlier.reversed() where settled < Self.closing {
      switch state(index) {
      case .raised: (start, settled) = (index, 0)
      case .settled: settled += 1
      case .unknown: break
      }
    }
    return start
  }

  /// The periods that are looked at.
  var earlier: Range<Int> { max(0, context.index - Self.reach)..<context.index }

  /// The name of a period, for a question that began then.
  func name(_ place: Int) -> String {
    context.model.periods[place].period.name(beside: context.period)
  }

  private var questions: [Question] {
    switch role {
    case .productManager, .dataScientist: groups + mixes
    case .compliance: [gap].compactMap { $0 }
    case .dataScienceManager, .dataEngineer, .business: []
    }
  }
}
