import Assessment
import Testing

@testable import Broadsheet

@Suite("Definitions of other tools in the configuration")
struct CompatibilityReaderTests {
  @Test("are ours unless said otherwise")
  func standard() throws {
    let model = try Sample.firstModel(Sample.binary())
    #expect(model.compatibility == .catalogue)
    #expect(model.driftPolicy == nil)
  }

  @Test("hold for one model")
  func ofModel() throws {
    let model = try Sample.firstModel(
      Sample.binary("compatibility: {psi: evidently-0.7, jensen_shannon_distance: nannyml}"))
    #expect(
      model.compatibility.tools == [.psi: .evidently, .jensenShannonDistance: .nannyml])
  }

  @Test("hold for all models, unless a model says otherwise of the same metric")
  func ofSite() throws {
    let site = """
      compatibility: {psi: evidently-0.7, jensen_shannon_distance: evidently-0.7}
      drift_policy: evidently-0.7

      """
    let model = try Sample.firstModel(
      site + Sample.binary("compatibility: {jensen_shannon_distance: nannyml}"))
    #expect(
      model.compatibility.tools == [.psi: .evidently, .jensenShannonDistance: .nannyml])
    #expect(model.driftPolicy == .evidently)
  }

  @Test("bring the distance of the tool along with its policy")
  func policy() throws {
    let model = try Sample.firstModel(Sample.binary("drift_policy: evidently-0.7"))
    #expect(model.compatibility.tools == [.jensenShannonDistance: .evidently])
  }

  @Test(
    "are refused with place and advice",
    arguments: [
      (
        "compatibility: {psi: nannyml}",
        "compatibility.psi: psi cannot be computed as 'nannyml'; use one of evidently-0.7"
      ),
      (
        "compatibility: {psi: evidently-07}",
        "compatibility.psi: psi cannot be computed as 'evidently-07'; "
          + "did you mean 'evidently-0.7'?"
      ),
      (
        "compatibility: {ps: evidently-0.7}",
        "compatibility.ps: unknown key; did you mean 'psi'?"
      ),
      (
        "drift_policy: evidently",
        "drift_policy: unknown drift policy 'evidently'; did you mean 'evidently-0.7'?"
      ),
    ])
  func refusal(_ line: String, _ message: String) throws {
    let problems = try Sample.problems(Sample.binary(line))
    #expect(problems.count == 1)
    #expect(problems.first?.hasSuffix("models[0]." + message) == true, "\(problems)")
  }
}
