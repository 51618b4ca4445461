import Profiling

/// Values that say that an attribute is not known.
///
/// People whose attribute is unknown are shown with their number and rates, but not compared: who
/// is among them is itself unknown, so a gap to them says nothing about a group. Rules that ask for
/// ratios, such as New York's Local Law 144 (6 RCNY 5-301), want their number beside the table.
enum UnknownGroup {
  /// In small letters; the first stands for a missing value.
  static let names: Set<String> = [
    SegmentTable.missingValue, "unknown", "not known", "not stated", "not specified",
    "not reported",
    "undisclosed", "not disclosed", "prefer not to say", "declined to state", "n/a",
  ]

  static func contains(_ slice: Slice) -> Bool {
    slice.parts.contains { part in
      part.value.map { names.contains($0.lowercased()) } ?? false
    }
  }
}
