package import Profiling

/// What a model is, as its owner describes it.
package struct ModelIdentity: Sendable {
  package let id: String
  package let title: String
  package let task: Task
  package let owner: String?
  /// Markdown: purpose, intended use, limitations.
  package let about: String?
  package let periodKind: PeriodKind
  package let timezone: String
  /// The positive class of a binary model.
  package let positive: String?
  /// The class that is good for the person; `nil` where none is named.
  package let favourable: String?
  package let minimumRows: Int
  package let suppressBelow: Int
  package let protectedAttributes: [String]
  /// Columns that the model answers from, in the order of the configuration.
  package let features: [String]
  /// Which metrics are computed as another tool does.
  package let compatibility: Compatibility
  /// Whose choice of drift measures holds; `nil` for our own.
  package let driftPolicy: DriftPolicy?
  /// How sure a breach must be.
  package let evidence: EvidenceRule
  /// When performance figures count as final.
  package let maturity: MaturityRule
  /// What the label of a regression counts, such as `minutes`; `nil` when nobody said.
  package let labelUnit: String?

  package init(
    id: String, title: String, task: Task, owner: String?, about: String?, periodKind: PeriodKind,
    timezone: String, positive: String?, minimumRows: Int, suppressBelow: Int,
    protectedAttributes: [String],
    features: [String] = [], compatibility: Compatibility = .catalogue,
    driftPolicy: DriftPolicy? = nil, evidence: EvidenceRule = .interval,
    maturity: MaturityRule = .standard, labelUnit: String? = nil, favourable: String? = nil
  ) {
    self.id = id
    self.title = title
    self.task = task
    self.owner = owner
    self.about = about
    self.periodKind = periodKind
    self.timezone = timezone
    self.positive = positive
    self.favourable = favourable
    self.minimumRows = minimumRows
    self.suppressBelow = suppressBelow
    self.protectedAttributes = protectedAttributes
    self.features = features
    self.compatibility = compatibility
    self.driftPolicy = driftPolicy
    self.evidence = evidence
    self.maturity = maturity
    self.labelUnit = labelUnit
  }

  /// True when the positive class, for which a high score speaks, is not the favourable one.
  package var isScoredAgainstPerson: Bool {
    task == .binary && favourable.map { $0 != positive } ?? false
  }
}

/// The whole record of one model: what a publication is made from.
package struct ModelRecord: Sendable {
  package let identity: ModelIdentity
  /// The reference of each version, measured like a period; its `period` is its first day, or
  /// 1970-01-01 when it has no times (``referenceDays`` is then `nil`).
  package internal(set) var references: [ArmRecord]
  /// The input that the reference was read from; `nil` for a model without one.
  package let referenceInput: InputFile?
  /// First and last day of the reference; `nil` when its rows carry no time.
  package let referenceDays: ClosedRange<Day>?
  /// Every period from the first with data to the last, oldest first and without gaps.
  package internal(set) var periods: [PeriodRecord]
  /// Labels whose prediction has not been seen.
  package let unmatchedLabelCount: Int
  /// Every file that was read, labels included, by role, path and digest.
  package let inputs: [InputFile]
  /// Digests of what was measured; `nil` for a record that does not come from the history as it is.
  package var stamp: RecordStamp?
  /// Where it is noted that a part could not be read; `nil` for a record that is there as a whole.
  package var fault: ReadingFault?

  package init(
    identity: ModelIdentity, references: [ArmRecord], referenceInput: InputFile?,
    referenceDays: ClosedRange<Day>? = nil, periods: [PeriodRecord], unmatchedLabelCount: Int,
    inputs: [InputFile] = []
  ) {
    self.identity = identity
    self.references = references
    self.referenceInput = referenceInput
    self.referenceDays = referenceDays
    self.periods = periods
    self.unmatchedLabelCount = unmatchedLabelCount
    self.inputs = inputs
  }

  /// The same record without the periods after the one at `index`.
  package func through(_ index: Int) -> ModelRecord {
    guard index < periods.count - 1 else { return self }
    var copy = self
    copy.periods = Array(periods[...index])
    return copy
  }

  /// How far the estimates without labels were from what labels showed, over all periods.
  package var estimateRecords: [EstimateRecord] {
    EstimateRecord.list(over: periods, minimumRows: identity.minimumRows)
  }
}

/// Digests by which it is told whether a record is that of an earlier publication.
package struct RecordStamp: Hashable, Sendable {
  /// One period.
  package struct Period: Hashable, Sendable {
    /// Of what was measured.
    package let digest: String
    /// How many first values are on record for it: they are never changed, so that their number
    /// tells whether there are new ones.
    package var firstCount: Int
    /// Whether all first values of what was measured are on record.
    package let isNoted: Bool

    package init(digest: String, firstCount: Int, isNoted: Bool) {
      self.digest = digest
      self.firstCount = firstCount
      self.isNoted = isNoted
    }
  }

  /// Of everything that holds for all periods.
  package let settings: String
  package var periods: [Period]

  package init(settings: String, periods: [Period]) {
    self.settings = settings
    self.periods = periods
  }
}
