/// The language that a template is written in; decides how texts are escaped.
package enum TemplateTarget: String, CaseIterable, Sendable {
  case markdown = "md"
  case html

  /// The end of the file names of such templates.
  var suffix: String { ".\(rawValue).mustache" }

  /// The target of a template file, by its name.
  static func of(_ name: String) -> TemplateTarget? {
    allCases.first { name.hasSuffix($0.suffix) }
  }

  /// A text from data, harmless and unchanged to the eye in this language.
  func escaped(_ text: String) -> String {
    // The form for attributes is right between tags too, so one rule serves both places.
    switch self {
    case .markdown: MarkdownEscaper.text(text)
    case .html: HTMLEscaper.attribute(text)
    }
  }
}
