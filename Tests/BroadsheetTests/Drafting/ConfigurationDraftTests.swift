import Foundation
import Profiling
import Testing

@testable import Broadsheet

@Suite("First configurations")
struct ConfigurationDraftTests {
  private static let demo = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("demo").path

  /// The model that a draft for the text of a file describes.
  private func draft(_ text: String, name: String = "log.csv") throws -> Configuration.Model {
    var model: Configuration.Model?
    try withTemporaryFolder { folder in
      try Data(text.utf8).write(to: URL(fileURLWithPath: "\(folder)/\(name)"))
      let draft = try ConfigurationDraft(
        predictions: "\(folder)/\(name)", labels: nil, reference: nil, modelID: "m",
        output: folder + "/broadsheet.yaml")
      let configuration = try Configuration.parse(
        text: draft.text, path: "broadsheet.yaml", directory: folder)
      _ = try InputInspection(configuration)
      model = configuration.models.first
    }
    return try #require(model)
  }

  @Test(
    "give columns the parts that a person gave them in the demonstration",
    arguments: ["recidivism", "flights"])
  func demonstration(id: String) throws {
    let folder = Self.demo + "/data/" + id
    let draft = try ConfigurationDraft(
      predictions: folder + "/predictions", labels: folder + "/labels",
      reference: folder + "/reference.csv", modelID: nil, output: Self.demo + "/none.yaml")
    let found = try #require(
      try Configuration.parse(text: draft.text, path: "none.yaml", directory: Self.demo)
        .models.first)
    let written = try #require(
      try Configuration.load(path: Self.demo + "/broadsheet.yaml").models.first { $0.id == id })
    #expect(found.id == id)
    #expect(found.task == written.task)
    #expect(found.columns == written.columns)
    #expect(found.predictions == written.predictions)
    #expect(found.labels == written.labels)
    #expect(found.positive == written.positive)
    #expect(found.scoreIsProbability == written.scoreIsProbability)
    #expect(Set(found.features ?? []) == Set(written.features ?? []))
    let attributes = Set(written.protected.flatMap(\.attributes))
    #expect(attributes.isSubset(of: found.protected.flatMap(\.attributes)))
  }

  @Test("find paths, labels in the row, probabilities, latency and errors in records")
  func records() throws {
    let rows = (0..<200).map { number in
      #"{"request":{"id":"r\#(number)","at":\#(1_767_607_200 + number * 60),"user.age":\#(20 + number % 50)},"#
        + #""risk":{"probability":0.\#(100 + number)},"churned":\#(number % 3 == 0),"#
        + #""label":\#(number % 4 == 0),"latencyMs":\#(number % 7).5,"#
        + (number % 20 == 0 ? #""error":"timeout","# : "") + #""embedding":[1,2,\#(number)]}"#
    }
    let model = try draft(rows.joined(separator: "\n"), name: "log")
    #expect(model.task == .binary)
    #expect(
      model.columns
        == Configuration.Columns(
          id: "request.id", timestamp: "request.at", version: nil, stage: nil,
          prediction: "churned", score: .one("risk.probability"), label: "label",
          labelTimestamp: nil, latency: "latencyMs", error: "error"))
    #expect(model.positive == "true")
    #expect(model.scoreIsProbability)
    #expect(model.features == ["request.user\\.age"])
  }

  @Test("find the score of each class of a multiclass model")
  func classes() throws {
    let rows = (0..<90).map { number in
      let scores = (0..<3).map { $0 == number % 3 ? "0.7" : "0.15" }.joined(separator: ",")
      return
        "2026-01-\(10 + number % 15),\(["cat", "dog", "red fox"][number % 3]),\(scores),\(number)"
    }
    let model = try draft(
      "day,prediction,proba_cat,proba_dog,proba_red_fox,size\n" + rows.joined(separator: "\n"))
    #expect(model.task == .multiclass)
    #expect(
      model.columns.score
        == .perClass([
          Configuration.Columns.ClassColumn(class: "cat", column: "proba_cat"),
          Configuration.Columns.ClassColumn(class: "dog", column: "proba_dog"),
          Configuration.Columns.ClassColumn(class: "red fox", column: "proba_red_fox"),
        ]))
    #expect(model.features == ["size"])
  }

  @Test("survive any name of a column, and any value")
  func hostileNames() throws {
    let names = [
      "a: b", "- x", "# no", "it's", "say \"\"x\"\"", "two\nlines", "null", "1e3", "*all", "&a",
      "{", "é ü",
      " spaced ", "sep\u{2028}x",
    ]
    let header = names.map { "\"\($0)\"" }.joined(separator: ",")
    let rows = (0..<40).map { number in
      names.indices.map { "\((number * 7 + $0) % 9)" }.joined(separator: ",")
    }
    let text =
      "at,label,\(header)\n"
      + rows.enumerated().map { number, row in
        "2026-01-01,\(number % 2 == 0 ? "\"x\nmodels: []\"" : "': #"),\(row)\n"
      }.joined()
    let model = try draft(text)
    #expect(model.features == names.map { $0.replacing("\"\"", with: "\"") })
    #expect(["x\nmodels: []", "': #"].contains(model.positive))
  }

  @Test("name the file as a file, whatever characters are in its name")
  func fileNames() throws {
    let model = try draft("at,y\n2026-01-01,1\n2026-01-02,0\n", name: "a [1]*?.csv")
    #expect(model.predictions.first?.pattern?.hasSuffix("/a \\[1]\\*\\?.csv") == true)
  }

  @Test(
    "make an id of the name of a file or its folder",
    arguments: [
      ("/data/churn/predictions/*.csv", "churn"), ("/x/Fraud Score v2.csv.gz", "fraud-score-v2"),
      ("/x/2026-W01.csv", "x"), ("/2026.csv", "model"),
    ])
  func ids(path: String, id: String) {
    #expect(ConfigurationDraft.usualID(for: path) == id)
  }
}

@Suite("Words of a column's name")
struct ColumnNameTests {
  @Test(
    "are cut at signs and capital letters, of the last key only",
    arguments: [
      ("request.features.ageGroup", ["age", "group"]), ("LATENCY_MS", ["latency", "ms"]),
      ("event\\.original", ["event", "original"]), ("é-Ü2", ["é", "ü2"]), ("...", []),
    ])
  func words(name: String, words: [String]) {
    #expect(ColumnName(name).words == words)
  }
}
