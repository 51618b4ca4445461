import Assessment

extension NodeReader {
  /// The choices of `compatibility`, replacing those of `outer` where they name the same metric.
  func compatibility(over outer: Compatibility) -> Compatibility? {
    guard let map = map(Compatibility.Subject.self) else { return nil }
    var tools = outer.tools
    for subject in Compatibility.Subject.allCases {
      guard let reader = map[subject], let name = reader.text() else { continue }
      let known = subject.tools.map(\.rawValue)
      if let tool = Compatibility.Tool(rawValue: name), subject.tools.contains(tool) {
        tools[subject] = tool
      } else {
        reader.report(
          "\(subject.rawValue) cannot be computed as \(quoted(name))",
          advice: advice(forUnknown: name, in: known) ?? "write \(known.joined(separator: " or "))")
      }
    }
    return Compatibility(tools: tools)
  }
}
