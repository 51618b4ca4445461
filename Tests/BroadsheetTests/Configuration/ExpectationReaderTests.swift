import Assessment
import Profiling
import Testing

@testable import Broadsheet

@Suite("Expectations of a model")
struct ExpectationReaderTests {
  private static func text(_ expectation: String, task: String = "binary") -> String {
    Sample.model(
      task: task,
      "protected: [{attribute: sex}, {attributes: [sex, race]}]\n"
        + "features: [age, income]\nexpectations: [{\(expectation)}]")
  }

  private static func pattern(_ expectation: String) throws -> ExpectationPattern {
    try #require(try Sample.firstModel(text(expectation)).expectations.first)
  }

  @Test("puts 'watch' on the side of the only limit")
  func watch() throws {
    let lower = try Self.pattern("metric: recall, min: 0.5, watch: 0.6")
    #expect((lower.watchBelow, lower.watchAbove) == (0.6, nil))
    let upper = try Self.pattern("metric: log_loss, max: 0.5, watch: 0.4")
    #expect((upper.watchBelow, upper.watchAbove) == (nil, 0.4))
  }

  @Test("takes both sides, in their order or equal")
  func bothSides() throws {
    let pattern = try Self.pattern(
      "metric: selection_rate, min: 0, watch_min: 2e-1, watch_max: 0.2, max: 1")
    #expect(
      pattern.expectation()
        == Expectation(
          .selectionRate, minimum: 0, maximum: 1, watchBelow: 0.2, watchAbove: 0.2,
          origin: .configured))
  }

  @Test("asks for one column, or each feature, within a slice")
  func featureWithinSlice() throws {
    let text = "metric: missing_share, feature: age, slice: sex=female, max: 0.1"
    #expect(try Sample.read(Self.text(text)).notYetInUse.isEmpty)
    let one = try Sample.firstModel(Self.text(text)).slicedColumns(features: ["age", "income"])
    #expect(one == [SlicedColumn(slice: .where("sex", "female"), column: "age")])
    let each = try Sample.firstModel(
      Self.text("metric: psi, feature: '*', slice: sex=female, max: 0.1"))
    #expect(
      each.slicedColumns(features: ["age", "income"]).map(\.column) == ["age", "income"])
    let whole = try Sample.firstModel(
      Self.text("metric: missing_share, feature: age, max: 0.1"))
    #expect(whole.slicedColumns(features: ["age", "income"]).isEmpty)
  }

  @Test("refuses a column within a class")
  func featureWithinClass() throws {
    let problems = try Sample.problems(
      Self.text(
        "metric: psi, feature: age, slice: class=a, max: 0.1", task: "multiclass"))
    #expect(
      problems == [
        "broadsheet.yaml:12:48: models[0].expectations[0].slice: a column is not counted by class; "
          + "name a segment or a protected attribute"
      ])
  }

  @Test("covers each column by '*', and the model by none")
  func covers() throws {
    let each = try Self.pattern("metric: psi, feature: '*', max: 0.2")
    #expect(each.covers(feature: "age") && !each.covers(feature: nil))
    let one = try Self.pattern("metric: psi, feature: age, max: 0.2")
    #expect(one.covers(feature: "age") && !one.covers(feature: "income"))
    let model = try Self.pattern("metric: recall, min: 0.2")
    #expect(model.covers(feature: nil) && !model.covers(feature: "age"))
  }

  @Test("names the slice of an intersection as the export does")
  func intersection() throws {
    let pattern = try Self.pattern(
      "metric: demographic_parity_ratio, attribute: sex & race, min: 0.8")
    #expect(pattern.expectation().slice.description == "sex & race")
  }

  @Test("puts the parts of a slice into the order of the configuration")
  func sliceOrder() throws {
    let listed = try Self.pattern("metric: recall, slice: race=a & sex=f, min: 0.8")
    #expect(listed.slice.description == "sex=f & race=a")
    let segments = try Self.pattern("metric: recall, slice: 'sex=f & region = a=b&c', min: 0.8")
    #expect(segments.slice.description == "region=a=b&c & sex=f")
  }

  @Test(
    "reports limits without order or meaning",
    arguments: [
      ("min: 0.9, max: 0.5", "min: 'min' (0.9) is above 'max' (0.5)"),
      ("min: 0.5, watch: 0.4", "watch: 'min' (0.5) is above 'watch' (0.4)"),
      ("max: 0.5, watch: 0.6", "watch: 'watch' (0.6) is above 'max' (0.5)"),
      ("watch_min: 0.6, watch_max: 0.5", "watch_min: 'watch_min' (0.6) is above 'watch_max' (0.5)"),
      ("max: 0.5, watch_min: 0.7", "watch_min: 'watch_min' (0.7) is above 'max' (0.5)"),
      ("min: 0.1, max: 0.5, watch: 0.3", "watch: it is not clear on which side to watch"),
      ("watch: 0.3", "watch: it is not clear on which side to watch"),
      ("min: 0.1, watch: 0.3, watch_min: 0.3", "watch: stands beside 'watch_min' or 'watch_max'"),
      ("min: high", "min: expected a number, found 'high'"),
      ("", ": nothing is expected"),
      ("minimum: 1, max: 1", "minimum: unknown key"),
    ])
  func wrongLimits(limits: String, expected: String) throws {
    let problems = try Sample.problems(Self.text("metric: recall, \(limits)"))
    let key = expected.hasPrefix(":") ? "" : "."
    #expect(problems.count == 1)
    #expect(problems.first?.contains("models[0].expectations[0]\(key)\(expected); ") == true)
  }

  @Test(
    "reports a limit that the metric cannot reach, with its line and range",
    arguments: [
      (
        "metric: roc_auc, min: 65",
        "12:38: models[0].expectations[0].min: 65 can be no value of roc_auc; "
          + "it is from 0 to 1; for 65 % write 0.65"
      ),
      (
        "metric: log_loss, max: 0.5, watch: -1",
        "12:49: models[0].expectations[0].watch: -1 can be no value of log_loss; it is 0 or more"
      ),
      (
        "metric: matthews_correlation, min: -2.5",
        "12:51: models[0].expectations[0].min: -2.5 can be no value of matthews_correlation; "
          + "it is from -1 to 1; for -2.5 % write -0.025"
      ),
    ])
  func outOfRange(written: String, expected: String) throws {
    #expect(try Sample.problems(Self.text(written)) == ["broadsheet.yaml:" + expected])
  }

  @Test(
    "reports what a metric is not about",
    arguments: [
      (
        "metric: psi, max: 1",
        "feature: this key is required; psi is about a column: name it, or \"*\" for each"
      ),
      (
        "metric: recall, feature: age, min: 0",
        "feature: recall is not about one feature; remove 'feature', or take another metric"
      ),
      (
        "metric: psi, feature: agee, max: 1",
        "feature: 'agee' is not a feature of this model; did you mean 'age'?"
      ),
      (
        "metric: recall, attribute: sex, min: 0",
        "attribute: recall does not compare groups; remove 'attribute', or take another metric"
      ),
      (
        "metric: demographic_parity_ratio, min: 0",
        "attribute: this key is required; demographic_parity_ratio compares groups: name a protected attribute"
      ),
      (
        "metric: impact_ratio, attribute: gender, min: 0",
        "attribute: 'gender' is not a protected attribute; use one of sex, sex & race"
      ),
      (
        "metric: impact_ratio, attribute: sex, slice: region=a, min: 0",
        "slice: 'attribute' names every group already; remove 'slice', or take another metric"
      ),
      (
        "metric: mean_error, max: 0",
        "metric: mean_error does not exist for the task binary; it needs the task regression"
      ),
      (
        "metric: recall, slice: age=1, min: 0",
        "slice: 'age' is neither a segment nor a protected attribute; use one of region, sex, race"
      ),
      (
        "metric: recall, slice: regoin=1, min: 0",
        "slice: 'regoin' is neither a segment nor a protected attribute; did you mean 'region'?"
      ),
      (
        "metric: recall, slice: sex, min: 0",
        "slice: 'sex' is not a condition; write column=value, joined by ' & '; groups of an attribute go under 'attribute'"
      ),
      ("metric: recall, slice: sex=, min: 0", "slice: 'sex' has no value; write column=value"),
      (
        "metric: recall, slice: sex=f & sex=m, min: 0",
        "slice: 'sex' has two values; no row has both; keep one"
      ),
      (
        "metric: rainfall, min: 0",
        "metric: unknown metric 'rainfall'; the methodology page lists every metric"
      ),
    ])
  func wrongSubject(written: String, expected: String) throws {
    let problems = try Sample.problems(Self.text(written))
    #expect(problems.count == 1)
    #expect(problems.first?.hasSuffix("models[0].expectations[0].\(expected)") == true)
  }

  @Test("accepts a class slice of a multiclass model")
  func classSlice() throws {
    let text = Self.text("metric: precision, slice: class=red, min: 0.5", task: "multiclass")
    let model = try Sample.firstModel(text)
    #expect(model.expectations.first?.slice == .where("class", "red"))
  }

  @Test("reports the second expectation on the same number")
  func repeated() throws {
    let text = Self.text("metric: recall, min: 0.5}, {metric: recall, max: 0.9")
    #expect(
      try Sample.problems(text) == [
        "broadsheet.yaml:12:48: models[0].expectations[1]: the same is expected on line 12; "
          + "put all limits of one metric into one expectation"
      ])
  }

  @Test("asks about a column exactly for the metrics of features that the manual lists")
  func featureMetrics() {
    let listed = """
      missing_share out_of_range_share new_category_share type_mismatch_share mean \
      standard_deviation minimum maximum quantile_05 quantile_50 quantile_95 distinct_count \
      ks_statistic ks_p_value chi_squared_statistic chi_squared_p_value psi \
      jensen_shannon_distance kl_divergence hellinger_distance total_variation_distance \
      wasserstein_distance normalised_wasserstein_distance
      """
    let about = Metric.allCases.filter { $0.subject == .feature }.map(\.rawValue)
    #expect(about == listed.split(separator: " ").map(String.init))
  }
}
