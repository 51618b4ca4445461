/// What one template is given: a struct whose stored properties are the keys that tags may name.
///
/// A property is a text (`String`), ready markup (``Markup``), a flag (`Bool`), another view, a list
/// of any of these, or an optional. Numbers are refused: a view holds finished words.
/// `Codable` is asked for because the compiler then writes down the keys of every view, so that
/// ``ViewShape`` can know them without an instance, and ``ViewContent`` what they hold, without a
/// second list kept by hand.
protocol View: Codable, Sendable {}

/// Text that is already in the language of its template and passes through unchanged.
///
/// Every other text of a view is escaped for the target of the template when it is handed over.
struct Markup: Codable, Hashable, Sendable {
  let text: String

  init(_ text: String) { self.text = text }
}
