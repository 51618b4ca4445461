import Assessment
import Profiling

/// All models as they stood at the end of a period.
struct Portfolio {
  let models: [ModelRecord]
  let end: Day

  private struct Line {
    let model: ModelRecord
    let record: PeriodRecord
  }

  /// The latest period of each model that was over by then.
  private var lines: [Line] {
    models.compactMap { model in
      model.periods.last { $0.period.end <= end }.map { Line(model: model, record: $0) }
    }
  }

  /// Everything that a report may say of it.
  var fingerprint: String {
    lines.map { line in
      String(
        reflecting: [
          line.model.identity.id, line.model.identity.title, line.model.identity.owner ?? "",
          line.record.period.description, line.record.status.rawValue,
        ])
    }.joined(separator: "\n")
  }

  var sentence: String {
    let counts = Status.allCases.sorted { $0.severity > $1.severity }.compactMap { status in
      let count = lines.count { $0.record.status == status }
      return count > 0 ? status.counted(count) : nil
    }
    return "Of \(Plural.count(lines.count, "model")): \(Plural.list(counts))."
  }

  var table: TableView? {
    TableView(
      [.text("Model"), .text("Owner"), .text("Latest period"), .text("Standing")],
      lines.sorted {
        (-$0.record.status.severity, $0.model.identity.id)
          < (-$1.record.status.severity, $1.model.identity.id)
      }.map { line in
        [
          line.model.identity.title, line.model.identity.owner ?? "not stated",
          line.record.period.title, line.record.status.words,
        ]
      })
  }
}
