import Assessment
import History
import Profiling
import Testing

@Suite("First published values")
struct PublishedValueTests {
  private func figure(
    _ value: Double, day: Int = 20_000, model: String = "one", version: String = "v1",
    slice: Slice = .all, feature: String? = nil
  ) -> PublishedFigure {
    PublishedFigure(
      model: model, arm: Arm(version: version, stage: .production), period: "2026-W10",
      key: MetricKey(.accuracy, slice: slice, feature: feature),
      first: FirstPublished(value: value, day: Day(number: day)))
  }

  @Test("are never overwritten")
  func keepsTheFirst() throws {
    try withTemporaryHistory { path in
      let store = try HistoryStore(path: path)
      try store.write { try $0.add([figure(0.5)]) }
      try store.write { try $0.add([figure(0.75, day: 20_001)]) }
      #expect(try store.read { try $0.publishedFigures() } == [figure(0.5)])
    }
  }

  @Test("come back as they were, to the last bit, whatever stands in a slice")
  func roundTrip() throws {
    let slices: [Slice] = [
      .all, .where("a", "b & c=d"), .where("a & c", "b=d"),
      Slice(parts: [.init(attribute: "a", value: "b"), .init(attribute: "c", value: "d")]),
      .where("é\"\\", "(missing)"), .where("x", ""),
    ]
    let figures = slices.map { figure(0.1 + 0.2, slice: $0) } + [figure(0.25, feature: "plan")]
    try withTemporaryHistory { path in
      let store = try HistoryStore(path: path)
      try store.write { try $0.add(figures) }
      let found = try store.read { try $0.publishedFigures(of: "one") }
      #expect(Set(found) == Set(figures))
      #expect(found.count == figures.count)
    }
  }

  @Test("are kept apart by model and by version")
  func apart() throws {
    let figures = [figure(1), figure(2, version: "v2"), figure(3, model: "two")]
    try withTemporaryHistory { path in
      let store = try HistoryStore(path: path)
      try store.write { try $0.add(figures.reversed()) }
      #expect(try store.read { try $0.publishedFigures() } == figures)
      #expect(try store.read { try $0.publishedFigures(of: "two") } == [figures[2]])
      #expect(try store.read { try $0.publishedFigures(of: "three") }.isEmpty)
    }
  }

  @Test("leave a history without rows or labels without a latest day")
  func latestDays() throws {
    try withTemporaryHistory { path in
      try HistoryStore(path: path).write { history in
        let model = try SampleModel.key(in: history)
        #expect(try history.latestDay(of: model) == nil)
        #expect(try history.latestLabelTime(of: model) == nil)
        let arm = try SampleModel.arm(in: history)
        for day in [19_000, 19_700, 19_500] {
          try history.save(
            InputProfile(), malformedRowCount: 0, of: arm, day: Day(number: day))
        }
        #expect(try history.latestDay(of: model) == Day(number: 19_700))
        var intake = try LedgerIntake(history: history, model: model, schema: SampleModel.schema)
        try intake.add(StoredLabel(answer: .category("1"), time: 5), id: "a", ordinal: 0)
        try intake.enter { _ in }
        #expect(try history.latestLabelTime(of: model) == 5)
        try intake.add(SampleModel.row(id: "b"), id: "b", arm: arm, ordinal: 1)
        try intake.add(StoredLabel(answer: .category("1"), time: 9), id: "b", ordinal: 2)
        try intake.enter { _ in }
        #expect(try history.latestLabelTime(of: model) == 9)
      }
    }
  }
}
