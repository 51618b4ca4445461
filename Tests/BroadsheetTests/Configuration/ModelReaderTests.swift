import Foundation
import Testing

@testable import Broadsheet

@Suite("Keys of a model")
struct ModelReaderTests {
  @Test("takes one pattern or a list of them")
  func patterns() throws {
    let model = try Sample.firstModel(
      Sample.binary("reference: [a/*.csv, /data/b.csv, ./c/../d.csv]\nlabels: l.csv"))
    #expect(
      model.reference.map(\.pattern) == ["/reports/a/*.csv", "/data/b.csv", "/reports/d.csv"])
    #expect(model.labels.map(\.pattern) == ["/reports/l.csv"])
  }

  @Test(
    "keeps the text form of a class", arguments: [("true", "true"), ("1.0", "1.0"), ("'y'", "y")])
  func positive(written: String, text: String) throws {
    #expect(try Sample.firstModel(Sample.binary("positive: \(written)")).positive == text)
  }

  @Test("reads kinds of columns, missing values and shares")
  func otherKeys() throws {
    let model = try Sample.firstModel(
      Sample.binary(
        """
        categorical: [zip]
        numeric: [age, fare]
        missing_values: [NA, -999, ""]
        malformed_share: 0.25
        """))
    #expect(model.categorical == ["zip"])
    #expect(model.numeric == ["age", "fare"])
    #expect(model.missingTokens == ["NA", "-999", ""])
    #expect(model.malformedShare == 0.25)
  }

  @Test(
    "reports one wrong key of a model with place and advice",
    arguments: [
      ("labell: x", "labell: unknown key; did you mean 'labels'?"),
      ("owner:", "owner: expected text, found no value; write a value, or leave the key out"),
      ("owner: [a]", "owner: expected text, found a list; write one value"),
      ("owner: ' '", "owner: the text is empty; write a value, or leave the key out"),
      (
        "features: age",
        "features: expected a list, found 'age'; write [one, two], or one '- ' per line"
      ),
      (
        "reference: {}",
        "reference.from: this key is required; write the path of the files"
      ),
      ("reference: []", "reference: the list is empty; fill it, or leave the key out"),
      ("minimum_rows: 0", "minimum_rows: 0 is too small; write 1 or more"),
      (
        "minimum_rows: 2.5",
        "minimum_rows: expected a whole number, found '2.5'; write digits, such as 30"
      ),
      ("suppress_below: -1", "suppress_below: -1 is too small; write 0 or more"),
      ("malformed_share: 2", "malformed_share: '2' is not a share; write a number from 0 to 1"),
      (
        "malformed_share: 0x1",
        "malformed_share: expected a number, found '0x1'; write digits, such as 0.65, without quotes"
      ),
      (
        "malformed_share: .nan",
        "malformed_share: expected a number, found '.nan'; write digits, such as 0.65, without quotes"
      ),
      (
        "malformed_share: '0.1'",
        "malformed_share: expected a number, found the text '0.1'; write digits, such as 0.65, without quotes"
      ),
      (
        "score_is_probability: off",
        "score_is_probability: expected true or false, found 'off'; write false"
      ),
      (
        "score_is_probability: 'true'",
        "score_is_probability: expected true or false, found the text 'true'; write true"
      ),
      ("calendar: week", "calendar: expected a map, found 'week'; write 'key: value' pairs"),
      ("about: no/such.md", "about: 'no/such.md': no such file; check the path"),
      (
        "<<: {owner: a}",
        "<<: merge keys are not supported; use an alias for the whole map, or write it out"
      ),
    ])
  func wrongKey(line: String, expected: String) throws {
    #expect(
      try Sample.problems(Sample.binary(line)) == ["broadsheet.yaml:10:5: models[0].\(expected)"])
  }

  @Test(
    "refuses an id at whose address the site has pages of its own",
    arguments: [("review", "the review meetings"), ("search", "the search")])
  func takenID(id: String, owner: String) throws {
    let text = Sample.binary().replacing("id: churn", with: "id: \(id)")
    #expect(
      try Sample.problems(text) == [
        "broadsheet.yaml:4:5: models[0].id: '\(id)' is the address of \(owner); "
          + "use another id, such as \(id)-model"
      ])
    #expect(
      try Sample.firstModel(
        Sample.binary().replacing("id: churn", with: "id: \(id)-model")
      ).id == "\(id)-model")
  }

  @Test("takes the unit of the label for a regression alone", arguments: ["binary", "multiclass"])
  func labelUnit(task: String) throws {
    #expect(
      try Sample.firstModel(Sample.model(task: "regression", "label_unit: minutes")).labelUnit
        == "minutes")
    #expect(
      try Sample.problems(Sample.model(task: task, "label_unit: minutes")) == [
        "broadsheet.yaml:10:5: models[0].label_unit: only the label of a regression has a unit; "
          + "remove the key, or correct 'task'"
      ])
  }

  @Test("asks for every required key at the place of the model")
  func requiredKeys() throws {
    let problems = try Sample.problems("site: {title: T}\nmodels:\n  - owner: me\n")
    #expect(
      problems.map { $0.prefix { $0 != ";" } } == [
        "broadsheet.yaml:3:5: models[0].id: this key is required",
        "broadsheet.yaml:3:5: models[0].title: this key is required",
        "broadsheet.yaml:3:5: models[0].task: this key is required",
        "broadsheet.yaml:3:5: models[0].predictions: this key is required",
        "broadsheet.yaml:3:5: models[0].columns: this key is required",
      ])
  }

  @Test("reports a segment listed twice")
  func duplicateSegment() throws {
    let text = Sample.binary().replacing("[region]", with: "[region, tier, region]")
    #expect(
      try Sample.problems(text) == [
        "broadsheet.yaml:8:30: models[0].segments[2]: the segment 'region' is listed twice, "
          + "first on line 8; keep one of them"
      ])
  }

  @Test("reports a column of two kinds")
  func twoKinds() throws {
    #expect(
      try Sample.problems(Sample.binary("categorical: [zip]\nnumeric: [zip]")) == [
        "broadsheet.yaml:11:5: models[0].numeric: the column 'zip' is listed under "
          + "'categorical' too; keep it in one of the two lists"
      ])
  }

  @Test("asks for the columns that label files need")
  func labelFiles() throws {
    let text = Sample.binary("labels: l.csv").replacing(", id: id, label: left", with: "")
    #expect(
      try Sample.problems(text) == [
        "broadsheet.yaml:10:5: models[0].labels: label files need 'columns.label'; "
          + "name the column that holds the label",
        "broadsheet.yaml:10:5: models[0].labels: label files need 'columns.id'; "
          + "name the column that predictions and labels share",
      ])
  }

  @Test("refuses a positive class where there is none")
  func positiveOfRegression() throws {
    #expect(
      try Sample.problems(Sample.model(task: "regression", "positive: 1")) == [
        "broadsheet.yaml:10:5: models[0].positive: only a binary model has a positive class; "
          + "remove the key, or correct 'task'"
      ])
  }

  @Test("has no positive class unless the task is binary")
  func noPositive() throws {
    #expect(try Sample.firstModel(Sample.model(task: "multiclass")).positive == nil)
  }

  @Test(
    "checks protected attributes",
    arguments: [
      (
        "[{privileged: a}]",
        "17: models[0].protected[0].attribute: this key is required; write {attribute: COLUMN}"
      ),
      (
        "[{attribute: a, attributes: [b, c]}]",
        "32: models[0].protected[0].attributes: stands beside 'attribute'; write one of them for each element of the list"
      ),
      (
        "[{attribute: a}, {attribute: a}]",
        "33: models[0].protected[1]: this protected attribute is listed twice, first on line 10; keep one of them"
      ),
      (
        "[{attributes: [a, a]}]",
        "34: models[0].protected[0].attributes[1]: the attribute 'a' is listed twice, first on line 10; keep one of them"
      ),
      (
        "[{attributes: [a, b], privileged: x}]",
        "38: models[0].protected[0].privileged: 'x' does not name one value for each of 2 attributes; write the values in the order of 'attributes', joined by ' & '"
      ),
      (
        "[sex]", "17: models[0].protected[0]: expected a map, found 'sex'; write 'key: value' pairs"
      ),
    ])
  func protected(written: String, expected: String) throws {
    #expect(
      try Sample.problems(Sample.binary("protected: \(written)")) == [
        "broadsheet.yaml:10:\(expected)"
      ])
  }

  @Test("reads a page of Markdown that the key names")
  func aboutFile() throws {
    try withTemporaryFolder { folder in
      let page = folder + "/churn.md"
      try Data("\u{FEFF}# Churn\n".utf8).write(to: URL(fileURLWithPath: page))
      let model = try #require(
        try Configuration.parse(
          text: Sample.binary("about: churn.md"), path: "b.yaml", directory: folder
        ).models.first)
      #expect(model.about == "# Churn\n")
      #expect(model.aboutFile == page)
    }
  }

  @Test("keeps Markdown of several lines as it stands")
  func inlineMarkdown() throws {
    let text = Sample.binary("about: |\n  # Purpose\n  See notes.md")
    #expect(try Sample.firstModel(text).about == "# Purpose\nSee notes.md\n")
  }
}
