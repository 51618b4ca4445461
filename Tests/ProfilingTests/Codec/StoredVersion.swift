import Testing

@testable import Profiling

/// A form in which a profile was once stored: its fixture, and what was new in it.
struct StoredVersion: Sendable, CustomTestStringConvertible {
  let number: Int
  /// The parts of a profile that its fixture holds and that of the version before does not.
  let additions: [Addition]

  /// Before the one that is written now.
  static let earlier: [StoredVersion] = [
    StoredVersion(number: 1, additions: []),
    StoredVersion(number: 2, additions: [.of(\.input.answeredScores), .of(\.outcome.losses)]),
    StoredVersion(number: 3, additions: [.of(\.input.slicedColumns), .of(\.outcome.slicedLabels)]),
    // The same in fewer bits.
    StoredVersion(number: 4, additions: []),
    StoredVersion(number: 5, additions: [.of(\.input.groupScores)]),
    StoredVersion(number: 6, additions: [.of(\.outcome.delay)]),
  ]

  var testDescription: String { "version \(number)" }

  /// What the names of its fixture end in.
  var ending: String { number == 1 ? "" : String(number) }

  func profile(in stored: StoredProfiles) throws -> Profile { try stored.profile(ending) }

  /// A part of a profile, whatever its type.
  struct Addition: Sendable {
    let isNew: @Sendable (_ profile: Profile, _ before: Profile) -> Bool
    let copy: @Sendable (_ from: Profile, _ into: inout Profile) -> Void

    static func of<Part: Equatable & SendableMetatype>(
      _ path: any WritableKeyPath<Profile, Part> & Sendable
    ) -> Addition {
      Addition(
        isNew: { $0[keyPath: path] != $1[keyPath: path] },
        copy: { $1[keyPath: path] = $0[keyPath: path] })
    }
  }
}
