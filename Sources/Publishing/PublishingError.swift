/// Why a site could not be planned.
package struct PublishingError: Error, Hashable, Sendable {
  package enum Problem: Hashable, Sendable {
    /// A tag names something that the view does not have.
    case unknownKey(String)
    /// A tag uses a key in a way that its kind does not allow, such as a section over a text.
    case wrongUse(key: String, because: String)
    /// A partial that no file holds.
    case missingPartial(String)
    /// Partials that include one another without end.
    case partialCycle(String)
    /// A template that is not there.
    case missingTemplate(String)
    /// The template is not well formed, or uses a form that is refused here.
    case syntax(String)
    /// A template file that cannot be read or written.
    case file(String)
    /// A model whose id cannot be part of an address.
    case badIdentifier(String)
    /// Two models with one id.
    case duplicateIdentifier(String)
    /// The text of a page could not be turned into HTML.
    case rendering(String)
    /// The planned pages are not a site that could be published.
    case plan(String)
  }

  package let problem: Problem
  /// Name of the template or page, such as `reports/business.md.mustache`.
  package let place: String
  /// Line in the template, from 1.
  package let line: Int?
  /// What the reader can do.
  package let advice: String

  package init(_ problem: Problem, place: String, line: Int? = nil, advice: String) {
    self.problem = problem
    self.place = place
    self.line = line
    self.advice = advice
  }
}

extension PublishingError: CustomStringConvertible {
  /// Place, line, what is wrong, and the remedy, in one line.
  package var description: String {
    let spot = line.map { "\(place):\($0)" } ?? place
    return "\(spot): \(problem.words). \(advice)"
  }
}

extension PublishingError.Problem {
  fileprivate var words: String {
    switch self {
    case .unknownKey(let key): "unknown key '\(key)'"
    case .wrongUse(let key, let reason): "key '\(key)' \(reason)"
    case .missingPartial(let name): "there is no partial '\(name)'"
    case .partialCycle(let name): "partial '\(name)' includes itself"
    case .missingTemplate(let name): "there is no template '\(name)'"
    case .syntax(let text): text
    case .file(let text): text
    case .badIdentifier(let id): "model id '\(id)' cannot be part of an address"
    case .duplicateIdentifier(let id): "two models have the id '\(id)'"
    case .rendering(let text): text
    case .plan(let text): text
    }
  }
}
