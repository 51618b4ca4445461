import Assessment
import Foundation
import Testing

@Suite("metrics")
struct MetricsCommandTests {
  @Test("lists every metric once, without a configuration")
  func list() throws {
    try Program.with { program in
      let outcome = try program.run("metrics")
      #expect(outcome.status == 0)
      #expect(outcome.errors.isEmpty)
      let names = outcome.output.split(separator: "\n").filter { $0.hasPrefix("  ") }
        .compactMap { $0.split(separator: " ").first.map(String.init) }
      #expect(names.sorted() == Metric.allCases.map(\.rawValue).sorted())
    }
  }

  @Test("lists one family")
  func family() throws {
    try Program.with { program in
      let outcome = try program.run("metrics", "--family", "operations")
      let names = MetricCatalogue.of(family: .operations).map(\.metric.rawValue)
      #expect(outcome.output.hasPrefix("Operations (operations)\n"))
      #expect(outcome.output.split(separator: "\n").count == names.count + 1)
    }
  }

  @Test("explains one metric in lines that fit a terminal")
  func explanation() throws {
    try Program.with { program in
      let outcome = try program.run("metrics", "psi")
      #expect(outcome.output.hasPrefix("Population stability index\n\n"))
      for part in [
        "natural logarithm", "Good direction: lower is better", "Range: 0 or more",
        "Source: N. Siddiqi",
      ] {
        #expect(outcome.output.contains(part))
      }
      #expect(outcome.output.split(separator: "\n").allSatisfy { $0.count <= 80 })
      let distance = try program.run("metrics", "jensen_shannon_distance")
      #expect(distance.output.contains("Expected by default: at most 0.1"))
    }
  }

  @Test("writes the catalogue as JSON with the same keys for every metric")
  func json() throws {
    try Program.with { program in
      let text = try program.run("metrics", "--format", "json").output
      let parsed = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [[String: Any]]
      let objects = try #require(parsed)
      #expect(objects.compactMap { $0["name"] as? String } == Metric.allCases.map(\.rawValue))
      #expect(Set(objects.map { $0.keys.sorted() }).count == 1)
      let one = try program.run("metrics", "roc_auc", "--format", "json").output
      #expect(one.contains("\"direction\" : \"higherIsBetter\""))
      #expect(one.contains("\"unit\" : \"plain\""))
    }
  }

  @Test(
    "refuses a name that no metric has, and a family that is not the metric's",
    arguments: [
      (["metrics", "ros_auc"], "did you mean 'roc_auc'?"),
      (["metrics", "psi", "--family", "quality"], "'psi' is not of the family 'quality'"),
      (["metrics", "--family", "qality"], "qality"),
    ])
  func refusal(_ arguments: [String], _ words: String) throws {
    try Program.with { program in
      let outcome = try program.run(arguments)
      #expect(outcome.status == 64)
      #expect(outcome.output.isEmpty)
      #expect(outcome.errors.contains(words))
    }
  }
}
