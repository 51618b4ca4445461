package import Profiling

/// The groups of one protected attribute, or of an intersection, held against each other.
///
/// The numbers themselves are metric values; this says which groups they compare and which they
/// leave out, which pair is furthest apart, and what a test says of it.
package struct GroupComparison: Hashable, Sendable {
  /// Whether a group takes part.
  package enum Standing: Hashable, Sendable {
    case compared
    /// Fewer rows with a prediction than the minimum.
    case tooFewRows
    /// The attribute of these rows is not known.
    case unknown
    /// The figures of the group are not published; whether it has enough rows is not told.
    case keptBack
  }

  /// How the group was found that others are measured against.
  package enum PrivilegedOrigin: Hashable, Sendable {
    case configured
    /// The group with the highest favourable rate of the reference.
    case favouredInReference
    /// The same of the period itself, for want of a reference with these groups.
    case favouredNow
  }

  /// One group.
  package struct Group: Hashable, Sendable {
    package let slice: Slice
    /// `nil` where the number is kept back.
    package let rows: Int?
    package let standing: Standing
    /// Whether the favourable rate differs from that of the privileged group; `nil` for that group
    /// itself and where no test could be made.
    package let test: GroupTest?
    /// Labelled rows by score, lowest first; empty without scores.
    package let scores: [GroupScoreBin]

    package init(
      slice: Slice, rows: Int?, standing: Standing, test: GroupTest? = nil,
      scores: [GroupScoreBin] = []
    ) {
      self.slice = slice
      self.rows = rows
      self.standing = standing
      self.test = test
      self.scores = scores
    }
  }

  /// The pair behind the value of one metric over the attribute.
  package struct Gap: Hashable, Sendable {
    /// One side of the pair.
    package struct Side: Hashable, Sendable {
      package let slice: Slice
      /// The rate, or for regression the mean, that is compared.
      package let rate: Double

      package init(_ slice: Slice, _ rate: Double) {
        self.slice = slice
        self.rate = rate
      }
    }

    package let metric: Metric
    package let highest: Side
    package let lowest: Side
    /// Number of pairs among which this one is the worst.
    package let pairCount: Int
    /// Whether the two differ, the p-value times the number of pairs.
    package let test: GroupTest?

    package init(
      metric: Metric, highest: Side, lowest: Side, pairCount: Int, test: GroupTest?
    ) {
      self.metric = metric
      self.highest = highest
      self.lowest = lowest
      self.pairCount = pairCount
      self.test = test
    }
  }

  /// Names the attributes, without values.
  package let slice: Slice
  /// The group that impact ratios are measured against; `nil` where there is none.
  package let privileged: Slice?
  package let privilegedOrigin: PrivilegedOrigin
  /// In order of their values.
  package let groups: [Group]
  /// One for each metric that has a value, in the order of the catalogue.
  package let gaps: [Gap]
  /// What the metrics over the attribute compare, but for those that do not apply or have no rows
  /// yet, in the order of the catalogue.
  package let compared: [ComparedGroups]

  package init(
    slice: Slice, privileged: Slice?, privilegedOrigin: PrivilegedOrigin, groups: [Group],
    gaps: [Gap], compared: [ComparedGroups] = []
  ) {
    self.slice = slice
    self.privileged = privileged
    self.privilegedOrigin = privilegedOrigin
    self.groups = groups
    self.gaps = gaps
    self.compared = compared
  }

  package func gap(_ metric: Metric) -> Gap? { gaps.first { $0.metric == metric } }

  package func compared(by metric: Metric) -> ComparedGroups? {
    compared.first { $0.metric == metric }
  }
}

/// The outcome of a test of two groups.
package struct GroupTest: Hashable, Sendable {
  package enum Kind: Hashable, Sendable {
    /// Fisher's exact test, where an expected count is below five.
    case fisher
    /// z-test of two proportions with pooled variance.
    case proportions
    /// Welch's t-test of two means.
    case welch
  }

  package let kind: Kind
  /// In [0, 1]; adjusted where its owner says so.
  package let pValue: Double

  package init(_ kind: Kind, pValue: Double) {
    self.kind = kind
    self.pValue = pValue
  }
}

/// Labelled rows of a group whose score lies in one range.
package struct GroupScoreBin: Hashable, Sendable {
  /// Edges of the range, which is closed on the right; `nil` on an open side.
  package let lower: Double?
  package let upper: Double?
  /// Rows; `nil` where it is kept back.
  package let count: Int?
  /// Rows whose label is the positive class; `nil` where it is kept back.
  package let positives: Int?
  /// Mean of the scores; `nil` without rows, or where it is kept back.
  package let meanScore: Double?

  package init(lower: Double?, upper: Double?, count: Int?, positives: Int?, meanScore: Double?) {
    self.lower = lower
    self.upper = upper
    self.count = count
    self.positives = positives
    self.meanScore = meanScore
  }

  /// The same range without its numbers.
  package var keptBack: GroupScoreBin {
    GroupScoreBin(lower: lower, upper: upper, count: nil, positives: nil, meanScore: nil)
  }
}
