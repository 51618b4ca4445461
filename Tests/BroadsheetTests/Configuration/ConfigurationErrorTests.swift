import Testing

@testable import Broadsheet

@Suite("Problems of a configuration")
struct ConfigurationErrorTests {
  @Test("names all ten mistakes of a file, each at its line, in order")
  func tenMistakes() throws {
    let text = """
      site:
        titel: Reports
      calendar: {period: weekly, timezone: Europe/Lundon}
      roles: [compliance, busines]
      models:
        - id: Churn Model
          title: Churn
          task: binry
          predictions: p.csv
          score_is_probability: yes
          columns:
            timestamp: at
            label_timestamp: seen
          segments: []
          expectations:
            - {metric: roc_acu, min: 0.8}
      """
    #expect(
      try Sample.problems(text) == [
        "broadsheet.yaml:2:3: site.titel: unknown key; did you mean 'title'?",
        "broadsheet.yaml:3:12: calendar.period: unknown period 'weekly'; did you mean 'week'?",
        "broadsheet.yaml:3:28: calendar.timezone: unknown time zone 'Europe/Lundon'; "
          + "did you mean 'Europe/London'?",
        "broadsheet.yaml:4:21: roles[1]: unknown role 'busines'; did you mean 'business'?",
        "broadsheet.yaml:6:5: models[0].id: 'Churn Model' cannot stand in an address; "
          + "use only the letters a to z, digits and hyphens",
        "broadsheet.yaml:8:5: models[0].task: unknown task 'binry'; did you mean 'binary'?",
        "broadsheet.yaml:10:5: models[0].score_is_probability: "
          + "expected true or false, found 'yes'; write true",
        "broadsheet.yaml:13:7: models[0].columns.label_timestamp: there is no label; "
          + "name the column 'label' too",
        "broadsheet.yaml:14:5: models[0].segments: the list is empty; "
          + "fill it, or leave the key out",
        "broadsheet.yaml:16:10: models[0].expectations[0].metric: unknown metric 'roc_acu'; "
          + "did you mean 'roc_auc'?",
      ])
  }

  @Test("is one line for each problem, whatever a value holds")
  func oneLine() throws {
    let text = Sample.binary("minimum_rows: \"3\\n0\\u2028x\"")
    let problems = try Sample.problems(text)
    #expect(
      problems == [
        "broadsheet.yaml:10:5: models[0].minimum_rows: "
          + "expected a whole number, found the text '3 0 x'; write digits, such as 30"
      ])
  }

  @Test("joins the problems with line breaks")
  func description() {
    let problem = ConfigurationProblem(
      path: "b.yaml", line: nil, column: nil, key: "", message: "no such file", advice: nil)
    let error = ConfigurationError(.missing, [problem, problem])
    #expect(error.description == "b.yaml: no such file\nb.yaml: no such file")
  }
}
