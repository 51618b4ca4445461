/// Throws unless both count tables are non-empty, equally long and free of negative counts.
func requireMatching(_ reference: [Int], _ current: [Int]) throws(StatisticsError) {
  try requireMatchingLengths(reference.count, current.count)
  try requireCounts(reference, argument: "reference")
  try requireCounts(current, argument: "current")
}

/// Throws unless both tables of weights are non-empty, equally long, finite, not negative, and not
/// all zero.
func requireMatching(_ reference: [Double], _ current: [Double]) throws(StatisticsError) {
  try requireMatchingLengths(reference.count, current.count)
  try requireWeights(reference, argument: "reference")
  try requireWeights(current, argument: "current")
}

/// Throws unless the values are finite and strictly ascending.
func requireAscending(_ values: [Double], argument: String) throws(StatisticsError) {
  for (index, value) in values.enumerated() {
    guard value.isFinite else {
      throw StatisticsError(.invalidElement(index: index), argument: argument)
    }
    guard index == 0 || value > values[index - 1] else {
      throw StatisticsError(.unsorted(index: index), argument: argument)
    }
  }
}

private func requireMatchingLengths(_ reference: Int, _ current: Int) throws(StatisticsError) {
  guard reference > 0 else { throw StatisticsError(.empty, argument: "reference") }
  guard current == reference else {
    throw StatisticsError(
      .lengthMismatch(expected: reference, found: current), argument: "current")
  }
}

private func requireCounts(_ counts: [Int], argument: String) throws(StatisticsError) {
  guard let index = counts.firstIndex(where: { $0 < 0 }) else { return }
  throw StatisticsError(.invalidElement(index: index), argument: argument)
}

private func requireWeights(_ weights: [Double], argument: String) throws(StatisticsError) {
  var total = 0.0
  for (index, weight) in weights.enumerated() {
    guard weight >= 0, weight.isFinite else {
      throw StatisticsError(.invalidElement(index: index), argument: argument)
    }
    total += weight
  }
  guard total > 0 else { throw StatisticsError(.zeroTotal, argument: argument) }
}
