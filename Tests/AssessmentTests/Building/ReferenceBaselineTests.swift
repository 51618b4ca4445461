import Profiling
import Testing

@testable import Assessment

@Suite("The reference baseline")
struct ReferenceBaselineTests {
  private let one = Profile(labels: [1, 0], predictions: [1, 0], scores: [1, 0])
  private let two = Profile(labels: [1, 0, 1], predictions: [0, 0, 0], scores: [0, 0, 0])

  @Test("compares a version with its own rows, one without any with all rows")
  func ownRowsFirst() {
    let baseline = ReferenceBaseline(
      chunks: ["v1": [one, one], "v2": [two]], stages: ["v2": .validation])
    #expect(baseline.profile(forVersion: "v1")?.input.rowCount == 4)
    #expect(baseline.profile(forVersion: "v2") == two)
    #expect(baseline.profile(forVersion: "v3")?.input.rowCount == 7)
    #expect(baseline.chunkProfiles(forVersion: "v3").map(\.input.rowCount) == [5, 2])
    #expect(baseline.versions == ["v1", "v2"])
    #expect(baseline.arm(ofVersion: "v2").stage == .validation)
    #expect(baseline.arm(ofVersion: "v1").stage == .production)
  }

  @Test("has nothing without rows")
  func empty() {
    let baseline = ReferenceBaseline(chunks: [:], stages: [:])
    #expect(baseline.isEmpty)
    #expect(baseline.profile(forVersion: "v1") == nil)
  }
}
