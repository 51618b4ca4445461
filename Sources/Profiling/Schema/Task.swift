/// What kind of answer a model gives; decides which performance metrics exist.
package enum Task: String, CaseIterable, Sendable, Codable {
  /// Two classes, one of them named positive.
  case binary
  /// Three or more classes.
  case multiclass
  /// A number.
  case regression
}
