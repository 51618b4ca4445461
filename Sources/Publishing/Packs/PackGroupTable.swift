import Assessment
import Profiling

/// Rates of the groups that a pack asks for, as a table, with what had to be left out.
struct PackGroupTable {
  let context: ReportContext
  let pack: CompliancePack
  let groups: CompliancePack.Groups

  /// Tables, one for each attribute or combination, and what is missing for others.
  var result: (parts: [PackPartView], missing: [String]) {
    guard let figure = context.figure, !context.isEmpty else {
      return ([], ["No predictions arrived in this period, so there are no rates."])
    }
    var parts: [PackPartView] = []
    var missing: [String] = []
    for wanted in wanted {
      switch wanted {
      case .failure(let reason): missing.append(reason.words)
      case .success(let columns):
        let rates = GroupRates(
          of: figure.record, attributes: Set(columns), metric: groups.rate,
          leaveOutBelow: groups.leaveOutBelow, unknownNames: Set(pack.unknownNames))
        let name = columns.joined(separator: " and ")
        if rates.rows.isEmpty {
          missing.append(
            "The log has no groups by \(name) in this period, or they are not configured.")
        } else if rates.rows.allSatisfy({ $0.rate?.estimate.value == nil }) {
          missing.append(unknown(rates, name))
        } else {
          parts.append(part(rates, name, figure))
        }
      }
    }
    return (parts, missing)
  }

  /// That no group has a rate, with the reason where all have the same.
  private func unknown(_ rates: GroupRates, _ name: String) -> String {
    let reasons = Set(rates.rows.map { $0.rate?.estimate.reason?.description })
    let reason = reasons.count == 1 ? reasons.first.flatMap { $0 } : nil
    return "\(groups.rate.definition.title) is not known for the groups of \(name)"
      + (reason.map { ": \($0)." } ?? ".")
  }

  private struct Reason: Error {
    let words: String
  }

  /// The columns of each table.
  private var wanted: [Result<[String], Reason>] {
    let columns = context.identity.protectedAttributes
    guard !groups.attributes.isEmpty else {
      guard !columns.isEmpty else {
        return [.failure(Reason(words: "No protected attribute is configured for the model."))]
      }
      let protected = Set(columns)
      var seen = Set<[String]>()
      return (context.leading?.values ?? []).map(\.key.slice).filter(\.isGroup).sorted()
        .map { $0.parts.map(\.attribute) }
        .filter { protected.isSuperset(of: $0) && seen.insert($0).inserted }.map { .success($0) }
    }
    var found: [String] = []
    for name in groups.attributes {
      let usual = pack.attributes.first { $0.name == name }?.columns ?? [name.lowercased()]
      guard let column = columns.first(where: { usual.contains($0.lowercased()) }) else {
        let names = usual.joined(separator: ", ")
        return [
          .failure(
            Reason(
              words: "No protected attribute of the model holds \(name) (looked for: \(names))."))
        ]
      }
      found.append(column)
    }
    return [.success(found)]
  }

  private func part(_ rates: GroupRates, _ name: String, _ figure: FigureText) -> PackPartView {
    let rows = rates.rows.filter { $0.exclusion != .unknown }.map { cells($0, rates, figure) }
    let title = groups.rate.definition.title
    return PackPartView(
      lead: "By \(name):",
      table: TableView(
        [
          .text("Group"), .number("Rows"), .number(title), .number("Ratio to the highest rate"),
          .number("95 % interval of the rate"), .number("Share of rows"), .text("Note"),
        ], rows), text: nil, notes: notes(rates, figure))
  }

  private func cells(
    _ row: GroupRates.Row, _ rates: GroupRates, _ figure: FigureText
  ) -> [String] {
    let share = NumberStyle(unit: .share)
    return [
      row.slice.parts.compactMap(\.value).joined(separator: ", "),
      row.count.map(NumberText.grouped) ?? figure.suppression.countText(row.slice),
      figure.short(row.rate), row.ratio.map(NumberStyle(unit: .plain).text) ?? "none",
      figure.interval(row.rate) ?? "none", row.share.map(share.text) ?? "not published",
      note(row, rates),
    ]
  }

  private func note(_ row: GroupRates.Row, _ rates: GroupRates) -> String {
    switch row.exclusion {
    case .smallShare:
      let limit = NumberStyle(unit: .share).limit(groups.leaveOutBelow)
      return "left out of the ratios: below \(limit) of the rows"
    case .withheld: return "left out of the ratios: not published"
    case .noRate: return "left out of the ratios: no rate"
    case .unknown: return ""
    case nil: break
    }
    if row.slice == rates.highest {
      return hasWithheld(rates) ? "highest published rate" : "highest rate"
    }
    guard let limit = groups.flagBelow, let ratio = row.ratio else { return "" }
    return ratio < limit
      ? "below \(NumberStyle(unit: .plain).limit(limit))"
      : "at or above "
        + NumberStyle(unit: .plain).limit(limit)
  }

  private func hasWithheld(_ rates: GroupRates) -> Bool {
    rates.rows.contains { $0.exclusion == .withheld }
  }

  private func notes(_ rates: GroupRates, _ figure: FigureText) -> [String] {
    let unknown = rates.rows.filter { $0.exclusion == .unknown }
    let counts = unknown.map { row in
      row.count.map(NumberText.grouped) ?? figure.suppression.countText(row.slice)
    }
    let names = unknown.map { $0.slice.parts.compactMap(\.value).joined(separator: ", ") }
    var notes = [
      unknown.isEmpty
        ? "People of unknown category: none."
        : "People of unknown category, not in the ratios: "
          + Plural.list(zip(names, counts).map { "\($0) \($1)" }) + "."
    ]
    if groups.rate == .scoringRate, context.identity.isScoredAgainstPerson {
      notes.append(
        "A high score speaks for the answer that is not favourable here. The highest scoring rate is "
          + "then that of the group that fares worst, and a low ratio no disadvantage.")
    }
    if hasWithheld(rates), rates.highest != nil {
      notes.append(
        "Groups that are not published, to protect small ones, take no part. If one of them has the "
          + "highest rate of all, the ratios of the others are lower than they are here.")
    }
    if rates.highest == nil {
      notes.append(
        hasWithheld(rates)
          ? "Fewer than two groups have a rate that may be published, so there is no ratio."
          : "Fewer than two groups have a rate, so there is no ratio.")
    }
    return notes
  }
}
