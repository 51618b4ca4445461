import Profiling

extension ModelRecord {
  /// The record as readers may see it: without any figure from which a group of fewer people than
  /// `suppress_below` could be computed.
  ///
  /// It is made once, before anything is rendered. What is left follows from the groups that are
  /// shown alone: measures over an attribute compare those, and verdicts are on what they say.
  /// Applied again it changes nothing.
  package var publishable: ModelRecord {
    guard identity.suppressBelow > 1 else { return self }
    let published = references.map { Disclosure($0, identity) }
    let measures = published.map(Disclosure.Reference.init)
    var copy = self
    copy.references = published.map(\.record)
    copy.periods = periods.map { period in
      var published = period
      published.arms = period.arms.map { arm in
        let own = measures.first { $0.record.arm.version == arm.arm.version }
        return Disclosure(arm, identity, against: own ?? measures.first).record
      }
      return published
    }
    copy.recountStreaks(where: changedVerdicts(in: copy))
    return copy
  }

  /// The expectations whose verdict is another one in the record that is published.
  private func changedVerdicts(in published: ModelRecord) -> Set<MetricKey> {
    var changed: Set<MetricKey> = []
    for (period, shown) in zip(periods, published.periods) {
      for (arm, shown) in zip(period.arms, shown.arms) {
        for (finding, shown) in zip(arm.findings, shown.findings)
        where finding.status != shown.status {
          changed.insert(finding.expectation.key)
        }
      }
    }
    return changed
  }

  /// A run of periods counts the verdicts that are published.
  private mutating func recountStreaks(where keys: Set<MetricKey>) {
    guard !keys.isEmpty else { return }
    var streaks = Streaks()
    for index in periods.indices {
      streaks.beginPeriod()
      periods[index].arms = periods[index].arms.map { arm in
        arm.replacing(
          findings: arm.findings.map { finding in
            let key = finding.expectation.key
            guard keys.contains(key) else { return finding }
            return finding.inARow(streaks.count(finding.status, of: key, for: arm.arm))
          })
      }
    }
  }
}

extension ArmRecord {
  /// The same of one arm and period alone, for figures that are not held against the reference.
  package func publishable(for identity: ModelIdentity) -> ArmRecord {
    identity.suppressBelow > 1 ? Disclosure(self, identity).record : self
  }

  fileprivate func replacing(findings: [Finding]) -> ArmRecord {
    ArmRecord(
      arm: arm, period: period, values: values, findings: findings, distributions: distributions,
      rowCount: rowCount, labelCount: labelCount, maturities: maturities,
      groupComparisons: groupComparisons, firstValues: firstValues, diagnostics: diagnostics)
  }
}

extension Finding {
  fileprivate func inARow(_ count: Int) -> Finding {
    Finding(
      value: value, expectation: expectation, status: status, rule: rule, effect: effect,
      significance: significance, periodsInARow: count)
  }
}
