package import Profiling

/// One difference between what was in force for two reports.
package enum TermsChange: Hashable, Sendable {
  case versions(from: [Arm], to: [Arm])
  case columnAdded(Terms.Column)
  case columnRemoved(Terms.Column)
  /// Counted as numbers before and as categories now, or the other way round.
  case columnKind(from: Terms.Column, to: Terms.Column)
  /// Categories of the reference that came and went; at least one of the lists has any.
  case categories(column: String, added: [String], removed: [String])
  case expectationAdded(Terms.Limit)
  case expectationRemoved(Terms.Limit)
  case expectationChanged(from: Terms.Limit, to: Terms.Limit)
  /// `nil` where a setting is not there.
  case setting(name: String, from: String?, to: String?)
  case reference(from: String?, to: String?)
  case program(from: String, to: String)
}

extension Terms {
  /// What is different in `later`: versions, then columns, expectations, settings, reference and
  /// program; empty for equal terms.
  package func changes(to later: Terms) -> [TermsChange] {
    guard self != later else { return [] }
    var changes: [TermsChange] = []
    if versions != later.versions {
      changes.append(.versions(from: versions, to: later.versions))
    }
    changes += columnChanges(to: later) + limitChanges(to: later) + settingChanges(to: later)
    if reference != later.reference {
      changes.append(.reference(from: reference, to: later.reference))
    }
    if program != later.program {
      changes.append(.program(from: program, to: later.program))
    }
    return changes
  }

  private func columnChanges(to later: Terms) -> [TermsChange] {
    pairs(columns, later.columns) { "\($0.subject.rawValue) \($0.name)" }.flatMap {
      pair -> [TermsChange] in
      switch pair {
      case (let old?, nil): return [.columnRemoved(old)]
      case (nil, let new?): return [.columnAdded(new)]
      case (let old?, let new?):
        if old == new { return [] }
        if old.isNumeric != new.isNumeric { return [.columnKind(from: old, to: new)] }
        let (was, now) = (Set(old.categories), Set(new.categories))
        return was == now
          ? []
          : [
            .categories(
              column: new.name, added: now.subtracting(was).sorted(),
              removed: was.subtracting(now).sorted())
          ]
      case (nil, nil): return []
      }
    }
  }

  private func limitChanges(to later: Terms) -> [TermsChange] {
    pairs(limits, later.limits) { LimitSubject($0) }.compactMap { pair in
      switch pair {
      case (let old?, nil): .expectationRemoved(old)
      case (nil, let new?): .expectationAdded(new)
      case (let old?, let new?): old == new ? nil : .expectationChanged(from: old, to: new)
      case (nil, nil): nil
      }
    }
  }

  private func settingChanges(to later: Terms) -> [TermsChange] {
    pairs(settings, later.settings) { $0.name }.compactMap { old, new in
      guard old?.value != new?.value, let name = (new ?? old)?.name else { return nil }
      return .setting(name: name, from: old?.value, to: new?.value)
    }
  }

  /// What two expectations must share to be one.
  private struct LimitSubject: Hashable {
    let metric: String
    let slice: Slice
    let feature: String?

    init(_ limit: Limit) {
      metric = limit.metric
      slice = limit.slice
      feature = limit.feature
    }
  }

  /// Elements of two lists that stand for the same, in the order of the later list; what only the
  /// earlier one has comes last. Of several with one name the first counts.
  private func pairs<Element, Name: Hashable>(
    _ old: [Element], _ new: [Element], by name: (Element) -> Name
  ) -> [(Element?, Element?)] {
    let before = Dictionary(old.map { (name($0), $0) }, uniquingKeysWith: { first, _ in first })
    let after = Set(new.map(name))
    return new.map { (before[name($0)], $0) }
      + old.filter { !after.contains(name($0)) }.map { ($0, nil) }
  }
}
