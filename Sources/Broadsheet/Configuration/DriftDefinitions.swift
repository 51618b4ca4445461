import Assessment

/// What a configuration takes over from other tools: for the whole site, or for one model.
struct DriftDefinitions {
  var compatibility = Compatibility.catalogue
  var policy: DriftPolicy?

  /// The same with what a model says in its place.
  func replaced(compatibility choices: NodeReader?, policy choice: NodeReader?) -> Self {
    DriftDefinitions(
      compatibility: choices?.compatibility(over: compatibility) ?? compatibility,
      policy: choice?.choice("drift policy") ?? policy)
  }

  /// A policy judges the Jensen–Shannon distance of its own tool, unless another is chosen.
  var effectiveCompatibility: Compatibility {
    var tools = compatibility.tools
    if policy == .evidently, tools[.jensenShannonDistance] == nil {
      tools[.jensenShannonDistance] = .evidently
    }
    return Compatibility(tools: tools)
  }
}
