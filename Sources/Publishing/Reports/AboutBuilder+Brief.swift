import Assessment
import Profiling

extension AboutBuilder {
  /// What a report rests on, for those who have two minutes for all of it. How many outcomes are
  /// known they have read in the opening.
  var brief: AboutView {
    let whole = view
    return AboutView(
      facts: briefFacts, rules: nil, inputs: nil, methodology: whole.methodology,
      dataTable: whole.dataTable, dataText: whole.dataText, program: whole.program)
  }

  private var briefFacts: [FactView] {
    var facts: [FactView] = []
    if let owner = context.identity.owner { facts.append(FactView(name: "Owner", fact: owner)) }
    if let limits = LimitOrigins(context.findings).sentence {
      facts.append(FactView(name: "Limits", fact: limits))
    }
    facts.append(
      FactView(name: "Reference", fact: ReferenceWords(context: context).plain ?? "none"))
    return facts
  }
}
