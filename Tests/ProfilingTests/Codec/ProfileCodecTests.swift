import Foundation
import Statistics
import Testing

@testable import Profiling

@Suite("The stored form of a profile")
struct ProfileCodecTests {
  @Test("gives back an equal profile and equal bytes", arguments: Task.allCases)
  func roundTrip(_ task: Task) throws {
    let log = SampleLog(task: task)
    let profile = try log.profile(of: log.lines(250, seed: 3))
    let input = try InputProfile(encoded: profile.input.encoded)
    let outcome = try OutcomeProfile(encoded: profile.outcome.encoded)
    #expect(input == profile.input)
    #expect(outcome == profile.outcome)
    #expect(input.encoded == profile.input.encoded)
    #expect(outcome.encoded == profile.outcome.encoded)
  }

  @Test("is short for an empty profile")
  func empty() throws {
    #expect(try InputProfile(encoded: InputProfile().encoded) == InputProfile())
    #expect(try OutcomeProfile(encoded: OutcomeProfile().encoded) == OutcomeProfile())
    #expect(InputProfile().encoded.count <= 10)
  }

  @Test("goes on merging after it was read")
  func mergesAfterReading() throws {
    let log = SampleLog(task: .binary)
    let lines = log.lines(200, seed: 9)
    let first = try log.profile(of: Array(lines.prefix(90)))
    let second = try log.profile(of: Array(lines.dropFirst(90)))
    let read = Profile(
      input: try InputProfile(encoded: first.input.encoded),
      outcome: try OutcomeProfile(encoded: first.outcome.encoded))
    #expect(read.merged(with: second) == (try log.profile(of: lines)))
  }

  @Test("takes less than two bytes for a delay in seconds, and three for one in milliseconds")
  func delays() throws {
    for (unit, bytes) in [(86_400.0, 2), (86_400_000.0, 3)] {
      var random = SplitMix64(seed: 12)
      var profile = OutcomeProfile()
      for _ in 0..<10_000 {
        profile.delay.add(Double(random.next() % UInt64(90 * unit)) / unit)
      }
      let encoded = profile.encoded
      #expect(encoded.count < bytes * 10_000)
      #expect(try OutcomeProfile(encoded: encoded) == profile)
    }
  }

  @Test("refuses every truncation")
  func truncation() throws {
    let log = SampleLog(task: .binary)
    let profile = try log.profile(of: log.lines(40, seed: 2))
    let (input, outcome) = (profile.input.encoded, profile.outcome.encoded)
    for length in input.indices {
      #expect(throws: ProfileCodecError.self) {
        try InputProfile(encoded: Array(input.prefix(length)))
      }
    }
    for length in outcome.indices {
      #expect(throws: ProfileCodecError.self) {
        try OutcomeProfile(encoded: Array(outcome.prefix(length)))
      }
    }
  }

  @Test("refuses bytes after the end and a version of the future")
  func surplusAndVersion() {
    #expect(throws: ProfileCodecError.invalid("end")) {
      try InputProfile(encoded: InputProfile().encoded + [0])
    }
    #expect(throws: ProfileCodecError.unknownVersion(8)) {
      try OutcomeProfile(encoded: [8] + OutcomeProfile().encoded.dropFirst())
    }
    #expect(throws: ProfileCodecError.truncated) { try InputProfile(encoded: []) }
  }

  @Test("says what is wrong in words")
  func words() {
    #expect(ProfileCodecError.truncated.description == "a stored profile ends too early")
    #expect(
      ProfileCodecError.unknownVersion(8).description
        == "a stored profile has the unknown version 8")
  }
}
