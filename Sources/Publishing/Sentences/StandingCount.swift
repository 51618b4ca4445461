import Assessment

/// How the expectations of a period stand, in a few words.
struct StandingCount {
  let context: ReportContext

  /// For lists in which model and period are plain, such as `3 broken, 2 worth a look and 7 met`.
  var words: String {
    guard !context.isEmpty else { return "no predictions arrived" }
    let total = context.findings.count
    let broken = context.faults.count
    let watched = context.looks.count
    let open = context.findings(.missing, .insufficient).count
    var parts: [String] = []
    if broken > 0 { parts.append("\(broken) broken") }
    if watched > 0 { parts.append("\(watched) worth a look") }
    if open > 0 { parts.append("\(open) not judged") }
    let met = total - broken - watched - open
    if met > 0 { parts.append(parts.isEmpty ? "all \(met) met" : "\(met) met") }
    return parts.isEmpty ? "no expectations" : Plural.list(parts)
  }
}
