import Statistics
import Testing

@testable import Profiling

@Suite("Merging profiles")
struct ProfileMergeTests {
  @Test("has the empty profile as neutral element", arguments: Task.allCases)
  func neutralElement(_ task: Task) throws {
    let log = SampleLog(task: task)
    let profile = try log.profile(of: log.lines(100, seed: 1))
    #expect(profile.merged(with: Profile()) == profile)
    #expect(Profile().merged(with: profile) == profile)
  }

  @Test("is commutative and associative", arguments: Task.allCases)
  func orderOfMerging(_ task: Task) throws {
    let log = SampleLog(task: task)
    let parts = try (1...3).map { try log.profile(of: log.lines(80, seed: $0)) }
    #expect(parts[0].merged(with: parts[1]) == parts[1].merged(with: parts[0]))
    let left = parts[0].merged(with: parts[1]).merged(with: parts[2])
    let right = parts[0].merged(with: parts[1].merged(with: parts[2]))
    #expect(left == right)
    #expect(bytes(of: left) == bytes(of: right))
  }

  @Test("equals one pass, to the last byte", arguments: Task.allCases)
  func equalsOnePass(_ task: Task) throws {
    let log = SampleLog(task: task)
    var source = SplitMix64(seed: 5)
    let lines = log.lines(300, seed: 4)
    let whole = try log.profile(of: lines)
    for count in [2, 5, 30] {
      let parts = try source.parts(of: lines, count: count).map { try log.profile(of: $0) }
      let merged = parts.reduce(Profile()) { $0.merged(with: $1) }
      #expect(merged == whole)
      #expect(bytes(of: merged) == bytes(of: whole))
    }
  }

  @Test("does not depend on the order of the rows or the size of the batches")
  func ignoresOrder() throws {
    let log = SampleLog(task: .binary)
    var source = SplitMix64(seed: 6)
    let lines = log.lines(300, seed: 4)
    let whole = try log.profile(of: lines)
    for size in [1, 7, 4_096] {
      let shuffled = try log.profile(of: lines.shuffled(using: &source), batchSize: size)
      #expect(shuffled == whole)
      #expect(bytes(of: shuffled) == bytes(of: whole))
    }
  }

  private func bytes(of profile: Profile) -> [[UInt8]] {
    [profile.input.encoded, profile.outcome.encoded]
  }
}
