import Assessment
import Profiling

/// The opening of a report as sentences: the answer, what it rests on, what changed, what is asked.
///
/// Made by rules from verdicts and nothing else. Every page, digest and list that says how a model
/// does takes its words from here, so that all of them say the same.
struct ReportStory {
  let context: ReportContext
  /// Whose question is answered; `nil` on pages for all readers.
  let role: Role?

  /// The answer to the reader's question, one sentence.
  var answer: String { AnswerSentences(context: context, role: role).answer }

  /// What leads to the answer and how far to trust it, in order of weight; may be empty.
  var grounds: [String] { GroundSentences(context: context, role: role).all }

  /// What is different from the period before and how sure that is; never empty.
  var change: [String] { ChangeSentences(context: context, role: role).all }

  /// What is asked of the reader; never empty.
  var asks: [String] { AskSentences(context: context, role: role ?? .business).all }

  /// What the verdicts ask, without the actions that people put on record; empty for nothing.
  var requests: [String] {
    AskSentences(context: context, role: role ?? .business).requests
  }

  /// True when somebody has to do or decide something.
  var asksForSomething: Bool {
    AskSentences(context: context, role: role ?? .business).asksForSomething
  }
}

extension Role {
  /// True for readers without statistics.
  var speaksPlainly: Bool {
    switch self {
    case .productManager, .business: true
    case .dataScientist, .dataScienceManager, .dataEngineer, .compliance: false
    }
  }
}

extension Role? {
  /// True for readers without statistics, and on pages for all.
  var speaksPlainly: Bool { self?.speaksPlainly ?? true }
}
