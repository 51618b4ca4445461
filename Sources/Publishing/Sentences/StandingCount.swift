import Assessment

/// How the expectations of a period stand, in a few words.
struct StandingCount {
  let context: ReportContext

  /// For lists in which model and period are plain, such as `3 broken, 2 worth a look and 7 met`.
  var words: String { words(drift: 0) }

  /// The same with drift beyond its limit told apart from what is worth a look.
  var wordsWithDrift: String {
    words(drift: context.looks.count { $0.family == .drift && $0.status == .breach })
  }

  private func words(drift: Int) -> String {
    guard !context.isEmpty else { return "no predictions arrived" }
    let total = context.findings.count
    let broken = context.faults.count
    let watched = context.looks.count - drift
    let open = context.findings(.missing, .insufficient).count
    var parts: [String] = []
    if broken > 0 { parts.append("\(broken) broken") }
    if watched > 0 { parts.append("\(watched) worth a look") }
    if open > 0 { parts.append("\(open) not judged") }
    if drift > 0 { parts.append("\(drift) beyond the limit of drift") }
    let met = total - broken - watched - drift - open
    if met > 0 { parts.append(parts.isEmpty ? "all \(met) met" : "\(met) met") }
    return parts.isEmpty ? "no expectations" : Plural.list(parts)
  }
}
