package import Statistics

/// The errors of a regression model, by the size of its prediction.
///
/// The bins are the deciles of all reference predictions, right-closed, with equal deciles taken as
/// one: the same for every version, so that profiles merge.
package struct LossTable: Sendable, Equatable {
  /// The errors of the predictions in one bin.
  package struct Bin: Sendable, Equatable {
    /// |prediction − label|.
    package internal(set) var absoluteError = Moments()
    /// (prediction − label)².
    package internal(set) var squaredError = Moments()

    package init() {}

    init(absoluteError: Moments, squaredError: Moments) {
      self.absoluteError = absoluteError
      self.squaredError = squaredError
    }
  }

  /// In ascending order of the prediction; empty until a row was added.
  package private(set) var bins: [Bin]

  package init() {
    bins = []
  }

  init(bins: [Bin]) {
    self.bins = bins
  }

  /// Rows with a prediction and a label.
  package var count: Int { bins.reduce(0) { $0 + $1.absoluteError.count } }

  /// Adds a labelled row; both numbers are finite, `edges` ascend and are the same for all rows.
  package mutating func add(predicted: Double, actual: Double, edges: [Double]) {
    if bins.isEmpty { bins = [Bin](repeating: Bin(), count: edges.count + 1) }
    let bin = edges.firstIndex { predicted <= $0 } ?? edges.count
    let error = (predicted - actual).magnitude
    bins[bin].absoluteError.add(error)
    bins[bin].squaredError.add(error * error)
  }
}

extension LossTable: Mergeable {
  package mutating func merge(_ other: LossTable) {
    if bins.isEmpty {
      bins = other.bins
    } else if !other.bins.isEmpty {
      precondition(bins.count == other.bins.count, "Errors by different bins.")
      for index in bins.indices { bins[index].merge(other.bins[index]) }
    }
  }
}

extension LossTable.Bin: Mergeable {
  package mutating func merge(_ other: Self) {
    absoluteError.merge(other.absoluteError)
    squaredError.merge(other.squaredError)
  }
}

extension NumericAnchors {
  /// The upper edges of the bins of a ``LossTable`` but the last: the different deciles of all
  /// reference rows.
  package var lossEdges: [Double] {
    var edges: [Double] = []
    for edge in deciles[Self.pooled] ?? [] where edges.last != edge { edges.append(edge) }
    return edges
  }
}
