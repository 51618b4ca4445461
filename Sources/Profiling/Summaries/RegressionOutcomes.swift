package import Statistics

/// Predictions of a regression model whose label is known.
package struct RegressionOutcomes: Sendable, Equatable {
  /// Prediction − label.
  package private(set) var error = Moments()
  /// |prediction − label|.
  package private(set) var absoluteError = Moments()
  /// (prediction − label)².
  package private(set) var squaredError = Moments()
  /// |prediction − label| / |label|, over the rows whose label is not 0.
  package private(set) var relativeError = Moments()
  package private(set) var label = Moments()
  /// |prediction − label|, for quantiles.
  package private(set) var absoluteErrors = ValueCounts()

  package init() {}

  init(
    error: Moments, absoluteError: Moments, squaredError: Moments, relativeError: Moments,
    label: Moments, absoluteErrors: ValueCounts
  ) {
    self.error = error
    self.absoluteError = absoluteError
    self.squaredError = squaredError
    self.relativeError = relativeError
    self.label = label
    self.absoluteErrors = absoluteErrors
  }

  /// Replaces the absolute errors by ones that were counted elsewhere.
  mutating func setAbsoluteErrors(_ errors: ValueCounts) {
    absoluteErrors = errors
  }

  /// Rows with a prediction and a label.
  package var count: Int { error.count }

  /// Adds a labelled row; both numbers are finite.
  package mutating func add(predicted: Double, actual: Double) {
    let difference = predicted - actual
    error.add(difference)
    absoluteError.add(difference.magnitude)
    squaredError.add(difference * difference)
    label.add(actual)
    absoluteErrors.add(difference.magnitude)
    if actual != 0 { relativeError.add(difference.magnitude / actual.magnitude) }
  }
}

extension RegressionOutcomes: Mergeable {
  package mutating func merge(_ other: RegressionOutcomes) {
    error.merge(other.error)
    absoluteError.merge(other.absoluteError)
    squaredError.merge(other.squaredError)
    relativeError.merge(other.relativeError)
    label.merge(other.label)
    absoluteErrors.merge(other.absoluteErrors)
  }
}
