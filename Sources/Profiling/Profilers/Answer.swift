/// What a model says of its own certainty: one number, or one for each class.
package enum Score: Hashable, Sendable {
  case single(Double)
  /// In the order of the model's score columns.
  case perClass([Double])
}

/// A prediction or a label: a class in canonical spelling, or a number.
package enum Answer: Hashable, Sendable {
  case category(String)
  case number(Double)
}
