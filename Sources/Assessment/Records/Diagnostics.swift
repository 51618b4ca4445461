/// What figures of performance look like from inside: the curves and counts behind them, for charts.
///
/// All of it is about all rows of an arm in a period; groups have none.
package struct Diagnostics: Hashable, Sendable {
  /// A place on a curve.
  package struct Place: Hashable, Sendable {
    package let x: Double
    package let y: Double

    package init(x: Double, y: Double) {
      self.x = x
      self.y = y
    }
  }

  /// How well the scores of a binary model rank.
  package struct Ranking: Hashable, Sendable {
    /// False positive rate and true positive rate, from (0, 0) to (1, 1); at most 100 places.
    package let roc: [Place]
    /// Recall and precision, from recall 0 to 1; at most 100 places. The precision of a place holds
    /// from the place before it up to it.
    package let precisionRecall: [Place]

    package init(roc: [Place], precisionRecall: [Place]) {
      self.roc = roc
      self.precisionRecall = precisionRecall
    }
  }

  /// What happened at each level of the score.
  package struct Calibration: Hashable, Sendable {
    package struct Bin: Hashable, Sendable {
      /// Ends of the bin, the upper one included; equal for a bin of a single score.
      package let lower: Double
      package let upper: Double
      /// Labelled rows; at least 1.
      package let count: Int
      package let meanScore: Double
      /// Share of the rows whose label is the positive class, with its Wilson interval.
      package let outcome: Estimate

      package init(
        lower: Double, upper: Double, count: Int, meanScore: Double, outcome: Estimate
      ) {
        self.lower = lower
        self.upper = upper
        self.count = count
        self.meanScore = meanScore
        self.outcome = outcome
      }
    }

    /// Whether the score is a probability, so that it can be held against the outcome.
    package let isProbability: Bool
    /// Ascending, without empty ones.
    package let bins: [Bin]

    package init(isProbability: Bool, bins: [Bin]) {
      self.isProbability = isProbability
      self.bins = bins
    }
  }

  /// Labelled rows by label and answer.
  package struct Confusion: Hashable, Sendable {
    /// In the order of their names; of many the most frequent, the others counted together last.
    package let classes: [String]
    /// Label first; as many lists as classes, each as long.
    package let counts: [[Int]]

    package init(classes: [String], counts: [[Int]]) {
      self.classes = classes
      self.counts = counts
    }
  }

  /// The errors of a regression model.
  package struct Errors: Hashable, Sendable {
    /// The errors of the predictions between two values.
    package struct Bin: Hashable, Sendable {
      /// Ends of the bin, the upper one included; `nil` on an open side.
      package let lower: Double?
      package let upper: Double?
      package let count: Int
      /// Mean of |prediction − label| with its t-interval.
      package let meanAbsoluteError: Estimate

      package init(lower: Double?, upper: Double?, count: Int, meanAbsoluteError: Estimate) {
        self.lower = lower
        self.upper = upper
        self.count = count
        self.meanAbsoluteError = meanAbsoluteError
      }
    }

    /// Ascending by prediction, without empty ones.
    package let byPrediction: [Bin]
    /// Sizes of errors, |prediction − label|, over the deciles of those of the reference, or of
    /// their own without any.
    package let sizes: [Distribution.Bin]
    /// Labelled rows, now and in the reference.
    package let currentCount: Int
    package let referenceCount: Int

    package init(
      byPrediction: [Bin], sizes: [Distribution.Bin], currentCount: Int, referenceCount: Int
    ) {
      self.byPrediction = byPrediction
      self.sizes = sizes
      self.currentCount = currentCount
      self.referenceCount = referenceCount
    }
  }

  /// `nil` where the model has no scores, or not both classes came true.
  package let ranking: Ranking?
  /// `nil` for other than binary models, or without scored labels.
  package let calibration: Calibration?
  /// `nil` for regression, or without labelled answers.
  package let confusion: Confusion?
  /// `nil` for other than regression models, or without labels.
  package let errors: Errors?
  /// Days since the prediction, and the share of all rows whose label had come by then; ascending,
  /// at most 60 places. Empty where labels carry no time.
  package let arrival: [Place]

  package init(
    ranking: Ranking? = nil, calibration: Calibration? = nil, confusion: Confusion? = nil,
    errors: Errors? = nil, arrival: [Place] = []
  ) {
    self.ranking = ranking
    self.calibration = calibration
    self.confusion = confusion
    self.errors = errors
    self.arrival = arrival
  }

  /// No figure has anything behind it, as in a period without labels.
  package static let none = Diagnostics()
}
