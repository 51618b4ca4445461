import History
import Profiling
import Testing

@Suite("Predictions and labels in the history")
struct PredictionTests {
  private func withHistory(_ body: (HistoryTransaction) throws -> Void) throws {
    try withTemporaryHistory { path in try HistoryStore(path: path).write(body) }
  }

  @Test(
    "come back as they were entered",
    arguments: [Answer.category("1"), .category("été; \"x\""), .number(0.1), .number(-3), nil]
      as [Answer?], [.single(0.1 + 0.2), .perClass([0.25, 0.75]), nil] as [Score?])
  func roundTrip(_ answer: Answer?, _ score: Score?) throws {
    try withHistory { history in
      let model = try SampleModel.key(in: history)
      let arm = try SampleModel.arm(in: history)
      let row = SampleModel.row(id: "a", prediction: answer, score: score)
      let label = answer.map { StoredLabel(answer: $0, time: 42) }
      try history.add(row, id: "a", label: label, arm: arm, model: model)
      let found = try history.predictions(withID: "a", model: model)
      let stored = try #require(found.first)
      #expect(found.count == 1)
      #expect(stored.arm == arm)
      #expect(stored.time == row.time)
      #expect(stored.day == row.day)
      #expect(stored.prediction == answer)
      #expect(stored.score == score)
      #expect(stored.segmentKey == row.segmentKey)
      #expect(stored.label == label)
    }
  }

  @Test("are known by model, id and version, so a second one of the same version is refused")
  func identity() throws {
    try withTemporaryHistory { path in
      let store = try HistoryStore(path: path)
      try store.write { history in
        let model = try SampleModel.key(in: history)
        let row = SampleModel.row(id: "a")
        for version in ["v1", "v2"] {
          try history.add(
            row, id: "a", label: nil, arm: try SampleModel.arm(in: history, version: version),
            model: model)
        }
        #expect(try history.predictions(withID: "a", model: model).count == 2)
      }
      #expect(throws: HistoryError.self) {
        try store.write { history in
          try history.add(
            SampleModel.row(id: "a"), id: "a", label: nil,
            arm: try SampleModel.arm(in: history, stage: .shadow),
            model: try SampleModel.key(in: history))
        }
      }
    }
  }

  @Test("a label set on one version leaves the others alone")
  func setLabel() throws {
    try withHistory { history in
      let model = try SampleModel.key(in: history)
      let arms = try ["v1", "v2"].map { try SampleModel.arm(in: history, version: $0) }
      for arm in arms {
        try history.add(SampleModel.row(id: "a"), id: "a", label: nil, arm: arm, model: model)
      }
      let label = StoredLabel(answer: .category("0"), time: nil)
      try history.set(label, onID: "a", arm: arms[1], model: model)
      let found = try history.predictions(withID: "a", model: model)
      #expect(found.first { $0.arm == arms[0] }?.label == nil)
      #expect(found.first { $0.arm == arms[1] }?.label == label)
    }
  }

  @Test("are visited when labelled, of one arm and the asked days only")
  func labelledOnly() throws {
    try withHistory { history in
      let model = try SampleModel.key(in: history)
      let arm = try SampleModel.arm(in: history)
      let other = try SampleModel.arm(in: history, version: "v2")
      let label = StoredLabel(answer: .category("0"), time: 7)
      try history.add(SampleModel.row(id: "a"), id: "a", label: label, arm: arm, model: model)
      try history.add(SampleModel.row(id: "b"), id: "b", label: nil, arm: arm, model: model)
      try history.add(SampleModel.row(id: "c"), id: "c", label: label, arm: other, model: model)
      var visits = 0
      let day = SampleModel.row(id: "a").day
      try history.forEachLabelled(of: arm, model: model, days: [day]) { _, found in
        visits += 1
        #expect(found == label)
      }
      try history.forEachLabelled(of: arm, model: model, days: [day.advanced(by: 1)]) { _, _ in
        visits += 100
      }
      #expect(visits == 1)
    }
  }

  @Test("a waiting label is kept, replaced, counted and forgotten")
  func waiting() throws {
    try withHistory { history in
      let model = try SampleModel.key(in: history)
      let other = try SampleModel.key(in: history, named: "two")
      let later = StoredLabel(answer: .number(2.5), time: 9)
      try history.keepWaiting(
        StoredLabel(answer: .number(1), time: nil), forID: "a", model: model)
      try history.keepWaiting(later, forID: "a", model: model)
      #expect(try history.waitingLabel(forID: "a", model: model) == later)
      #expect(try history.waitingLabel(forID: "a", model: other) == nil)
      #expect(try history.waitingLabelCount(of: model) == 1)
      try history.removeWaitingLabel(forID: "a", model: model)
      #expect(try history.waitingLabelCount(of: model) == 0)
    }
  }
}
