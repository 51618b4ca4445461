/// How a metric value stands against its expectation.
package enum Status: String, CaseIterable, Sendable, Codable {
  /// Inside the expectation.
  case ok
  /// Still inside, but beyond the point from which a look is due.
  case watch
  /// Outside the expectation.
  case breach
  /// Too few rows to judge.
  case insufficient
  /// No data.
  case missing

  /// How much a reader should care: a breach leads every list.
  package var severity: Int {
    switch self {
    case .breach: 4
    case .watch: 3
    case .missing: 2
    case .insufficient: 1
    case .ok: 0
    }
  }

  /// The status of a whole from those of its parts: the most severe, `missing` for none.
  package static func worst(of parts: some Sequence<Status>) -> Status {
    parts.max { $0.severity < $1.severity } ?? .missing
  }
}
