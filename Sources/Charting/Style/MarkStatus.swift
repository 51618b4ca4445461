/// What has been judged about one point; shown by shape as well as by colour.
package enum MarkStatus: String, CaseIterable, Sendable {
  case ok, watch, breach, insufficient, missing, provisional

  /// The word that the key below a chart and its table of numbers use.
  package var words: String {
    switch self {
    case .ok: "as expected"
    case .watch: "worth a look"
    case .breach: "outside the limit"
    case .insufficient: "too few rows"
    case .missing: "no data"
    case .provisional: "provisional"
    }
  }
}
