package import Assessment
package import Profiling

/// What one rule or form of documentation asks of a monitored model, as dated data.
///
/// A pack arranges what the record holds; it computes nothing and judges nothing.
package struct CompliancePack: Hashable, Sendable {
  /// Where the wording of the rule was taken from.
  package struct Source: Hashable, Sendable {
    package let title: String
    package let address: String?

    package init(title: String, address: String?) {
      self.title = title
      self.address = address
    }
  }

  /// A characteristic of people that the rule names, and the columns that usually hold it.
  package struct Attribute: Hashable, Sendable {
    package let name: String
    /// In lower case.
    package let columns: [String]

    package init(name: String, columns: [String]) {
      self.name = name
      self.columns = columns
    }
  }

  /// Rates of groups, each held against the highest.
  package struct Groups: Hashable, Sendable {
    /// Names of ``Attribute``s, several for an intersection; empty for everything protected.
    package let attributes: [String]
    package let rate: Metric
    /// Share of rows below which the rule lets a group be left out of the ratios.
    package let leaveOutBelow: Double
    /// Ratio below which the rule asks for a closer look; `nil` when it names none.
    package let flagBelow: Double?

    package init(attributes: [String], rate: Metric, leaveOutBelow: Double, flagBelow: Double?) {
      self.attributes = attributes
      self.rate = rate
      self.leaveOutBelow = leaveOutBelow
      self.flagBelow = flagBelow
    }
  }

  /// One demand of a rule, with where its evidence lies.
  package struct Item: Hashable, Sendable {
    package let reference: String
    package let asks: String
    /// Anchors in the compliance report.
    package let see: [String]
    /// Where on the page of the pack it stands.
    package let here: String?
    /// What the rule asks for and this program does not have.
    package let elsewhere: String?

    package init(
      reference: String, asks: String, see: [String], here: String?, elsewhere: String?
    ) {
      self.here = here
      self.reference = reference
      self.asks = asks
      self.see = see
      self.elsewhere = elsewhere
    }
  }

  /// What a section shows.
  package enum Content: Hashable, Sendable {
    case groups(Groups)
    /// Metrics that compare the groups of every protected attribute.
    case comparisons([Metric])
    /// Metrics over all rows.
    case measures([Metric])
    /// Parts of the owner's description, by the names of ``AboutTopics``.
    case description([String])
    case index([Item])
    /// Facts about model, period and labels.
    case model
    /// What is asked for and not to be had.
    case missing(String)
  }

  package struct Section: Hashable, Sendable {
    package let title: String
    /// Markdown.
    package let text: String?
    package let contents: [Content]

    package init(title: String, text: String?, contents: [Content]) {
      self.title = title
      self.text = text
      self.contents = contents
    }
  }

  /// Used in addresses and in the configuration.
  package let id: String
  package let title: String
  /// Name of the rule.
  package let rule: String
  package let version: String
  /// First day; `nil` for a form of documentation that is no rule.
  package let validFrom: Day?
  /// Last day; `nil` while it holds.
  package let validTo: Day?
  /// The day on which somebody last compared the pack with its sources.
  package let checked: Day
  /// Id of the pack that takes its place; `nil` when none does.
  package let replacedBy: String?
  package let sources: [Source]
  package let attributes: [Attribute]
  /// Values, in lower case, that mean that an attribute is not known.
  package let unknownNames: [String]
  /// Name of the template without folder and ending.
  package let template: String
  package let sections: [Section]

  package init(
    id: String, title: String, rule: String, version: String, validFrom: Day?, validTo: Day?,
    checked: Day, replacedBy: String? = nil, sources: [Source], attributes: [Attribute] = [],
    unknownNames: [String] = [], template: String, sections: [Section]
  ) {
    self.id = id
    self.title = title
    self.rule = rule
    self.version = version
    self.validFrom = validFrom
    self.validTo = validTo
    self.checked = checked
    self.replacedBy = replacedBy
    self.sources = sources
    self.attributes = attributes
    self.unknownNames = unknownNames
    self.template = template
    self.sections = sections
  }

  /// Path of its template among the templates.
  var templateName: String { "packs/\(template)\(TemplateTarget.markdown.suffix)" }

  /// What a reader must know of the dates of the pack before relying on it; `nil` when it held on
  /// every day of the period and still does.
  ///
  /// - Parameter today: The day of the publication; `nil` when none is known.
  func notice(for period: Period, today: Day?) -> String? {
    let next = replacedBy.map { " The pack \($0) takes its place." } ?? ""
    if let validTo {
      if validTo < period.end {
        return "Out of date: this version of the rule ended on \(validTo.words), before the period "
          + "ended.\(next)"
      }
      if let today, validTo < today {
        return "Out of date: this version of the rule held in the period, but ended on "
          + "\(validTo.words).\(next)"
      }
    }
    guard let validFrom, validFrom > period.start else { return nil }
    return validFrom > period.end
      ? "Not in force: this version of the rule began on \(validFrom.words), after the period."
      : "In force for part of the period only: from \(validFrom.words)."
  }
}
