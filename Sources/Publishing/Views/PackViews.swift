/// The page of one compliance pack.
struct PackView: View {
  let title: String
  let facts: [FactView]
  /// Said when the pack is out of date or not yet in force.
  let notice: String?
  let sources: [PackSourceView]
  let sections: [PackSectionView]
  /// Address of the compliance report.
  let report: Markup
  let methodology: Markup
  let program: String
}

struct PackSourceView: View {
  let title: String
  let address: Markup?
}

struct PackSectionView: View {
  let title: String
  let text: Markup?
  let facts: [FactView]
  let parts: [PackPartView]
  let items: [PackItemView]
  /// Inputs that the rule asks for and the record lacks.
  let missing: [String]
}

/// A table or a text with a sentence before and after it.
struct PackPartView: View {
  let lead: String?
  let table: TableView?
  let text: Markup?
  let notes: [String]
}

/// One demand of a rule.
struct PackItemView: View {
  let reference: String
  let asks: String
  let hasEvidence: Bool
  let evidence: [PackEvidenceView]
  let here: String?
  let elsewhere: String?
}

struct PackEvidenceView: View {
  let title: String
  let address: Markup
  let standing: String?
}

/// A pack in the list of the compliance report.
struct PackLinkView: View {
  let title: String
  let rule: String
  let address: Markup
  let notice: String?
}

struct PackPageView: View {
  let role: String
  let period: String
  let report: Markup
  let article: Markup
}
