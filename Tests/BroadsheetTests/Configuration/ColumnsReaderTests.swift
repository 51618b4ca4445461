import Testing

@testable import Broadsheet

@Suite("Columns of a model")
struct ColumnsReaderTests {
  @Test("keeps the scores of classes in their order")
  func scores() throws {
    let text = Sample.model(task: "multiclass", columns: "score: {red: p_red, blue: p_blue, 3: c}")
    #expect(
      try Sample.firstModel(text).columns.score
        == .perClass([
          .init(class: "red", column: "p_red"), .init(class: "blue", column: "p_blue"),
          .init(class: "3", column: "c"),
        ]))
  }

  @Test(
    "reports a score that does not fit the task",
    arguments: [
      (
        "binary", "{a: b, c: d}",
        "only a multiclass model has a score for each class; name one column"
      ),
      (
        "multiclass", "p",
        "a multiclass model has one score for each class; write {class: column, …}"
      ),
      ("multiclass", "{a: p}", "a score for fewer than two classes; write {class: column, …}"),
      (
        "regression", "p", "a regression has no score; name the predicted number under 'prediction'"
      ),
    ])
  func wrongScore(task: String, score: String, expected: String) throws {
    #expect(
      try Sample.problems(Sample.model(task: task, columns: "score: \(score)")) == [
        "broadsheet.yaml:9:51: models[0].columns.score: \(expected)"
      ])
  }

  @Test("reports one column for two classes")
  func sharedScore() throws {
    let text = Sample.model(task: "multiclass", columns: "score: {a: p, b: p}")
    #expect(
      try Sample.problems(text) == [
        "broadsheet.yaml:9:65: models[0].columns.score.b: the column 'p' is listed twice, "
          + "first on line 9; keep one of them"
      ])
  }

  @Test("asks for the timestamp")
  func missingTimestamp() throws {
    let text = Sample.binary().replacing("timestamp: at, ", with: "")
    #expect(
      try Sample.problems(text) == [
        "broadsheet.yaml:9:5: models[0].columns.timestamp: this key is required; "
          + "name the column with the time of the prediction"
      ])
  }

  @Test("says one thing of a misspelt key, though it is required")
  func misspeltTimestamp() throws {
    let text = Sample.binary().replacing("timestamp: at", with: "timestmp: at")
    #expect(
      try Sample.problems(text) == [
        "broadsheet.yaml:9:15: models[0].columns.timestmp: unknown key; did you mean 'timestamp'?"
      ])
  }
}
