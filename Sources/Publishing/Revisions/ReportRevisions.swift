package import Assessment
package import Profiling

/// Which report is meant.
package struct ReportKey: Hashable, Sendable {
  package let role: Role
  /// Id of the model.
  package let model: String
  /// Name of the period, such as `2026-W14`.
  package let period: String

  package init(role: Role, model: String, period: String) {
    self.role = role
    self.model = model
    self.period = period
  }

  /// The folder of the report, with a slash at the end.
  package var folder: String { "\(role.rawValue)/\(model)/\(period)/" }
}

/// What a report says, without the frame of the page and without what it says of its own revisions.
package struct ReportContent: Sendable {
  package let markdown: String
  /// Charts as SVG, by address relative to the report, in the order of the report.
  package let charts: [(address: String, svg: String)]
}

/// How a report came to be what it is.
package struct ReportRevisions: Sendable {
  /// One state of the report.
  package struct Revision: Sendable {
    /// Counted from 1.
    package let number: Int
    package let published: Day
    /// Day of the last change in place; that of the publication without one.
    package let updated: Day
    /// How often it was changed in place.
    package let updates: Int
    /// Why it is not what the revision before was, changes in place included.
    package let causes: [RevisionCause]
    /// Figures against the revision before, weighty ones first.
    package let changes: [FigureChange]
    /// How many figures changed, those that are not listed included.
    package let changeCount: Int
    /// What readers saw last of it; `nil` for the present one, and where it is not kept.
    package let archive: Archive?

    package init(
      number: Int, published: Day, updated: Day, updates: Int, causes: [RevisionCause],
      changes: [FigureChange], changeCount: Int, archive: Archive?
    ) {
      self.number = number
      self.published = published
      self.updated = updated
      self.updates = updates
      self.causes = causes
      self.changes = changes
      self.changeCount = changeCount
      self.archive = archive
    }
  }

  /// A report as it was published.
  package struct Archive: Sendable {
    package let markdown: [UInt8]
    /// SVG with its SHA-256, by the address that the Markdown names.
    package let charts: [String: (digest: String, bytes: [UInt8])]

    package init(markdown: [UInt8], charts: [String: (digest: String, bytes: [UInt8])]) {
      self.markdown = markdown
      self.charts = charts
    }
  }

  /// Whether the period was still running when the report changed last.
  package let isRunning: Bool
  /// Whether labels are still waited for.
  package let isProvisional: Bool
  /// The first one first, the present one last; at least one.
  package let all: [Revision]

  package init(isRunning: Bool, isProvisional: Bool, all: [Revision]) {
    self.isRunning = isRunning
    self.isProvisional = isProvisional
    self.all = all
  }

  /// When the report was changed last; `nil` when it is what was published first.
  var lastChange: Day? {
    guard let last = all.last, all.count > 1 || last.updates > 0 else { return nil }
    return last.updated
  }
}
