import Assessment
import Foundation
import Profiling
import Publishing
import Testing

@testable import Broadsheet

@Suite("A complete configuration")
struct ConfigurationTests {
  static let complete = """
    site:
      title: Model reports            # required
      organisation: Example Ltd
      output: public                  # default
    history: history.sqlite           # default
    calendar: {period: week, timezone: UTC}   # period: day | week | month | quarter
    roles: [data-scientist, data-science-manager, product-manager, data-engineer, compliance, business]
    models:
      - id: recidivism                # [a-z0-9-]+, used in addresses
        title: Recidivism risk score
        task: binary                  # binary | multiclass | regression
        owner: Pre-trial services
        about: Ranks by **risk**.
        reference: data/recidivism/reference.csv
        predictions: data/recidivism/predictions/*.csv
        labels: data/recidivism/labels/*.csv
        columns:
          id: prediction_id
          timestamp: screened_at
          version: model_version      # optional
          stage: stage
          prediction: high_risk
          score: decile_score
          label: reoffended
          label_timestamp: observed_at
          latency_ms: latency         # optional
          error: error
        positive: 1                   # binary: the positive class
        score_is_probability: false
        features: [age, priors_count]
        segments: [charge_degree, age_group]
        protected:
          - {attribute: race, privileged: Caucasian}
          - {attribute: sex}
          - {attributes: [race, sex]}
        favourable: 0
        minimum_rows: 31
        suppress_below: 11
        expectations:
          - {metric: roc_auc, min: 0.65, watch: 0.68}
          - {metric: demographic_parity_ratio, attribute: race, min: 0.8}
          - {metric: psi, feature: "*", max: 0.25, watch: 0.1}
          - {metric: missing_share, feature: age, max: 0.01}
    """

  let configuration: Configuration
  let model: Configuration.Model

  init() throws {
    configuration = try Sample.read(Self.complete)
    model = try #require(configuration.models.first)
  }

  @Test("resolves the paths of the site against the folder of the file")
  func site() {
    #expect(
      configuration.site
        == Configuration.Site(
          title: "Model reports", organisation: "Example Ltd", output: "/reports/public",
          templates: nil, assets: nil))
    #expect(configuration.history == "/reports/history.sqlite")
    #expect(configuration.directory == "/reports")
    #expect(configuration.path == "broadsheet.yaml")
  }

  @Test("keeps the roles in their order")
  func roles() {
    #expect(
      configuration.roles == [
        .dataScientist, .dataScienceManager, .productManager, .dataEngineer, .compliance, .business,
      ])
  }

  @Test("takes identity and prose of the model")
  func identity() {
    #expect(model.id == "recidivism")
    #expect(model.title == "Recidivism risk score")
    #expect(model.task == .binary)
    #expect(model.owner == "Pre-trial services")
    #expect(model.about == "Ranks by **risk**.")
    #expect(model.aboutFile == nil)
  }

  @Test("keeps wildcards in absolute patterns")
  func patterns() {
    #expect(model.reference.map(\.pattern) == ["/reports/data/recidivism/reference.csv"])
    #expect(model.predictions.map(\.pattern) == ["/reports/data/recidivism/predictions/*.csv"])
    #expect(model.labels.map(\.pattern) == ["/reports/data/recidivism/labels/*.csv"])
  }

  @Test("maps every column")
  func columns() {
    #expect(
      model.columns
        == Configuration.Columns(
          id: "prediction_id", timestamp: "screened_at", version: "model_version", stage: "stage",
          prediction: "high_risk", score: .one("decile_score"), label: "reoffended",
          labelTimestamp: "observed_at", latency: "latency", error: "error"))
  }

  @Test("takes what the model says of its values and groups")
  func values() {
    #expect(model.positive == "1")
    #expect(model.favourable == "0")
    #expect(!model.scoreIsProbability)
    #expect(model.features == ["age", "priors_count"])
    #expect(model.segments == ["charge_degree", "age_group"])
    #expect(
      model.protected == [
        .init(attributes: ["race"], privileged: "Caucasian"),
        .init(attributes: ["sex"], privileged: nil),
        .init(attributes: ["race", "sex"], privileged: nil),
      ])
    #expect(model.minimumRows == 31)
    #expect(model.suppressBelow == 11)
  }

  @Test("turns expectations into limits with their line")
  func expectations() {
    let race = Slice(parts: [.init(attribute: "race", value: nil)])
    #expect(
      model.expectations.map { $0.expectation(feature: $0.feature) } == [
        Expectation(.rocAuc, minimum: 0.65, watchBelow: 0.68, origin: .configured),
        Expectation(.demographicParityRatio, slice: race, minimum: 0.8, origin: .configured),
        Expectation(.psi, feature: "*", maximum: 0.25, watchAbove: 0.1, origin: .configured),
        Expectation(.missingShare, feature: "age", maximum: 0.01, origin: .configured),
      ])
    #expect(model.expectations.map(\.line) == [40, 41, 42, 43])
  }

  @Test("lists keys whose feature is not there yet, in order of line")
  func notYetInUse() throws {
    let computed = Set(Metric.allCases).subtracting([.demographicParityRatio])
    let configuration = try Configuration.parse(
      text: Self.complete, path: "b.yaml", directory: "/", computed: computed)
    #expect(
      configuration.notYetInUse.map { "\($0.line) \($0.key)" } == [
        "41 models[0].expectations[1]"
      ])
    #expect(
      configuration.notYetInUse.last?.reason == "demographic_parity_ratio is not computed yet")
  }

  @Test("fills in the documented defaults")
  func defaults() throws {
    let configuration = try Sample.read(Sample.binary())
    let model = try #require(configuration.models.first)
    #expect(configuration.site.output == "/reports/public")
    #expect(configuration.history == "/reports/history.sqlite")
    #expect(configuration.roles == Role.allCases)
    #expect(configuration.notYetInUse.isEmpty)
    #expect(model.calendar == .init(period: .week, timezone: "UTC"))
    #expect(model.positive == "1")
    #expect(model.scoreIsProbability)
    #expect(model.features == nil)
    #expect(model.missingTokens == nil)
    #expect(model.favourable == nil)
    #expect((model.minimumRows, model.suppressBelow) == (30, 10))
    #expect(model.malformedShare == 0.01)
    #expect(model.reference.isEmpty && model.labels.isEmpty && model.expectations.isEmpty)
  }

  @Test(
    "finds the place of a key for problems that show later",
    arguments: [
      ("models[0].columns.label", "24:7"), ("models[0].segments[1]", "31:31"),
      ("models[0].expectations[2].feature", "42:23"), ("models[0].calendar.period", "9:5"),
      ("site.title", "2:3"), ("", "1:1"),
    ])
  func laterProblem(key: String, place: String) {
    let problem = configuration.problem(forKey: key, message: "no", advice: "yes")
    let prefix = key.isEmpty ? "" : "\(key): "
    #expect(problem.description == "broadsheet.yaml:\(place): \(prefix)no; yes")
  }
}
