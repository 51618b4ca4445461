import Assessment

/// What arrived, and how the service ran.
extension MeasureClause {
  func supply(_ text: String, _ value: Double) -> String? {
    let one = value == 1
    return switch key.metric {
    case .rowCount: "\(text) \(one ? "prediction" : "predictions") arrived"
    case .labelCount: "the outcome of \(text) \(one ? "prediction is" : "predictions is") known"
    case .labelCoverage: "the outcome of \(text) of the predictions is known"
    case .labelDelayDaysP50: "half of the outcomes took \(text) or more to come"
    case .duplicateIdCount: "\(text) \(one ? "prediction" : "predictions") arrived more than once"
    case .malformedRowCount: "\(text) \(one ? "prediction" : "predictions") could not be read"
    case .requestCount: "the model was asked \(text) \(one ? "time" : "times")"
    case .errorShare: "\(text) of the requests failed"
    case .latencyMsP50: "half of the answers took longer than \(text)"
    case .latencyMsP95: "one answer in twenty took longer than \(text)"
    case .latencyMsP99: "one answer in a hundred took longer than \(text)"
    case .driftedFeatureShare: "\(text) of the inputs had changed against the reference"
    default: nil
    }
  }

  var supplyNoun: String? {
    switch key.metric {
    case .rowCount: "the number of predictions"
    case .labelCount, .labelCoverage: "how many outcomes are known"
    case .labelDelayDaysP50: "how long outcomes take to come"
    case .duplicateIdCount: "predictions that arrived more than once"
    case .malformedRowCount: "predictions that could not be read"
    case .requestCount: "the number of requests"
    case .errorShare: "failed requests"
    case .latencyMsP50, .latencyMsP95, .latencyMsP99: "how long answers take"
    case .driftedFeatureShare: "how many inputs have changed"
    default: nil
    }
  }
}
