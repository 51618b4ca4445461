import Assessment
import Profiling

extension Slice {
  /// The values of a group without their attributes, such as `Female, Other`.
  var groupName: String { parts.compactMap(\.value).joined(separator: ", ") }

  /// The attributes in words, such as `race and sex`.
  var attributeWords: String { Plural.list(parts.map(\.attribute)) }
}

extension GroupTest {
  /// Such as `p under 0.001, Fisher’s exact test`.
  var words: String {
    let name =
      switch kind {
      case .fisher: "Fisher’s exact test"
      case .proportions: "z-test"
      case .welch: "Welch’s test"
      }
    return "p \(isTiny ? "" : "= ")\(NumberStyle(unit: .pValue).text(pValue)), \(name)"
  }

  /// The usual level of the field.
  var isSignificant: Bool { pValue < 0.05 }

  private var isTiny: Bool { pValue < 0.001 }
}
