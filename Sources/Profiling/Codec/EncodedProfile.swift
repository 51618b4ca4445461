/// A profile in its stored form: a small part of what it takes while it is counted.
package struct EncodedProfile: Sendable, Equatable {
  /// As of ``InputProfile/encoded``.
  package let input: [UInt8]
  /// As of ``OutcomeProfile/encoded``.
  package let outcome: [UInt8]

  package init(_ profile: Profile) {
    input = profile.input.encoded
    outcome = profile.outcome.encoded
  }
}
