import Statistics
import Testing

@testable import Profiling

@Suite("Damaged bytes of a stored profile")
struct ProfileCodecFuzzTests {
  @Test("never trap, whichever single byte is wrong")
  func singleBytes() throws {
    let log = SampleLog(task: .binary)
    let profile = try log.profile(of: log.lines(4, seed: 1))
    let input = profile.input.encoded
    for index in input.indices {
      for flip in [0x01, 0x40, 0x80, 0xFF] as [UInt8] {
        var damaged = input
        damaged[index] ^= flip
        readInput(damaged)
      }
    }
  }

  @Test("never trap after several random changes", arguments: UInt64(1)...4)
  func randomChanges(_ seed: UInt64) throws {
    let log = SampleLog(task: seed % 2 == 0 ? .binary : .regression)
    var source = SplitMix64(seed: seed)
    let profile = try log.profile(of: log.lines(3, seed: seed))
    let (input, outcome) = (profile.input.encoded, profile.outcome.encoded)
    var refusedCount = 0
    for _ in 0..<2_500 {
      if !readInput(mutated(input, using: &source)) { refusedCount += 1 }
      if !readOutcome(mutated(outcome, using: &source)) { refusedCount += 1 }
    }
    // Most damage is noticed; what is not can only change a number.
    #expect(refusedCount > 1_000)
  }

  /// Whether the bytes were taken for a profile, which must then be written and read alike.
  @discardableResult
  private func readInput(_ bytes: [UInt8]) -> Bool {
    do {
      let profile = try InputProfile(encoded: bytes)
      let again = try InputProfile(encoded: profile.encoded)
      #expect(again.encoded == profile.encoded)
      return true
    } catch {
      return false
    }
  }

  private func readOutcome(_ bytes: [UInt8]) -> Bool {
    do {
      let profile = try OutcomeProfile(encoded: bytes)
      let again = try OutcomeProfile(encoded: profile.encoded)
      #expect(again.encoded == profile.encoded)
      return true
    } catch {
      return false
    }
  }

  /// Replaces, removes, repeats or inserts up to three bytes.
  private func mutated(_ bytes: [UInt8], using source: inout SplitMix64) -> [UInt8] {
    var result = bytes
    for _ in 0..<Int.random(in: 1...3, using: &source) where !result.isEmpty {
      let index = Int.random(in: result.indices, using: &source)
      let byte = UInt8.random(in: 0...255, using: &source)
      switch Int.random(in: 0..<4, using: &source) {
      case 0: result.remove(at: index)
      case 1: result.insert(byte, at: index)
      case 2: result.insert(contentsOf: [0xFF, 0xFF, 0xFF, 0x7F], at: index)
      default: result[index] = byte
      }
    }
    return result
  }
}
