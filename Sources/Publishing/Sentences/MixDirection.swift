import Assessment
import Profiling

/// Which way the mix of a column has moved from the reference: of numbers up or down, of categories
/// the one whose share moved most.
struct MixDirection {
  let context: ReportContext

  /// Such as `lower: median 9 against 14` or `“Thu” 18 % against 14 %`; `nil` where nothing that is
  /// printed differs.
  func words(_ column: String) -> String? {
    numbers(.quantile50, "median", column) ?? numbers(.mean, "mean", column) ?? share(column)
  }

  private func numbers(_ metric: Metric, _ name: String, _ column: String) -> String? {
    let key = MetricKey(metric, feature: column)
    guard let figure = context.figure, let now = figure.record[key],
      let then = context.reference?[key], let number = now.estimate.value,
      let other = then.estimate.value
    else { return nil }
    let style = NumberStyle(metric)
    let decimals = style.usualDecimals(max(number.magnitude, other.magnitude))
    let texts = [number, other].map { trimmed(style.text($0, decimals: decimals)) }
    guard texts[0] != texts[1] else { return nil }
    return "\(number < other ? "lower" : "higher"): \(name) \(texts[0]) against \(texts[1])"
  }

  /// A median is often a whole number.
  private func trimmed(_ text: String) -> String {
    guard let point = text.firstIndex(of: "."), text[point...].dropFirst().allSatisfy({ $0 == "0" })
    else { return text }
    return String(text[..<point])
  }

  private func share(_ column: String) -> String? {
    let distribution = context.leading?.distributions.first { $0.column == column }
    let moves = (distribution?.bins ?? []).compactMap { bin in
      bin.category.flatMap { name in
        bin.reference.map { (name: name, now: bin.current, then: $0) }
      }
    }
    guard
      let most = moves.max(by: {
        ($0.now - $0.then).magnitude < ($1.now - $1.then).magnitude
      })
    else { return nil }
    let style = NumberStyle(unit: .share)
    for decimals in 0...1 {
      let texts = [most.now, most.then].map { style.text($0, decimals: decimals) }
      if texts[0] != texts[1] { return "“\(most.name)” \(texts[0]) against \(texts[1])" }
    }
    return nil
  }
}
