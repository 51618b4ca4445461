import Assessment
import Foundation
import Profiling

/// What the history keeps of one revision of one report.
struct RevisionFacts: Hashable, Codable {
  /// Where the report lies that was replaced.
  struct Archive: Hashable, Codable {
    /// SHA-256 of the Markdown as it was published.
    let markdown: String
    /// SHA-256 of the charts by their address relative to the report.
    let charts: [String: String]
  }

  /// Changes that are kept; the data files have every figure.
  static let changeLimit = 100

  let published: Day
  var updated: Day
  var updates: Int
  /// Whether it was published after the end of its period.
  var isClosed: Bool
  /// Whether labels were waited for.
  var isProvisional: Bool
  /// SHA-256 of Markdown and charts without this section.
  var content: String
  /// Version of the program and digest of the configuration that made it.
  var program: String
  var configuration: String
  var causes: [RevisionCause]
  var changes: [FigureChange]
  var changeCount: Int
  /// Set when it is replaced, if its files were still there.
  var archive: Archive?

  /// The same as the revision that these causes and changes led to.
  func following(_ causes: [RevisionCause], _ changes: [FigureChange]) -> RevisionFacts {
    var next = self
    next.causes = causes
    next.changes = Array(changes.prefix(Self.changeLimit))
    next.changeCount = changes.count
    return next
  }

  /// Notes a change in place.
  mutating func update(
    on day: Day, causes new: [RevisionCause], changes later: [FigureChange]
  ) {
    updated = day
    updates += 1
    causes = Self.joined(causes, new)
    var merged = changes.map { change in
      later.first { $0.isSameFigure(as: change) }.map { change.now($0.after) } ?? change
    }
    merged += later.filter { change in !changes.contains { $0.isSameFigure(as: change) } }
    changeCount = max(changeCount, merged.count)
    changes = Array(merged.filter { $0.before != $0.after }.prefix(Self.changeLimit))
  }

  /// Counts and versions span from the first to the last; the rest is named once.
  private static func joined(
    _ earlier: [RevisionCause], _ later: [RevisionCause]
  ) -> [RevisionCause] {
    var result = earlier
    for cause in later {
      let place = result.firstIndex { known in
        switch (known, cause) {
        case (.labels, .labels), (.predictions, .predictions), (.program, .program): true
        default: known == cause
        }
      }
      guard let place else {
        result.append(cause)
        continue
      }
      switch (result[place], cause) {
      case (.labels(let before, _), .labels(_, let after)):
        result[place] = .labels(before: before, after: after)
      case (.predictions(let before, _), .predictions(_, let after)):
        result[place] = .predictions(before: before, after: after)
      case (.program(let before, _), .program(_, let after)):
        result[place] = .program(before: before, after: after)
      default: break
      }
    }
    return result
  }
}

extension FigureChange {
  fileprivate func isSameFigure(as other: FigureChange) -> Bool {
    key == other.key && version == other.version && stage == other.stage
  }

  fileprivate func now(_ after: Double?) -> FigureChange {
    FigureChange(
      metric: metric, slice: slice, feature: feature, version: version, stage: stage,
      before: before, after: after)
  }
}
