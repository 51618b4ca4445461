import Foundation
import History
import Profiling
import Statistics
import Testing

@Suite("The size of the ledger")
struct LedgerSizeTests {
  private func fileSize(_ path: String) throws -> Int {
    let size = try FileManager.default.attributesOfItem(atPath: path)[.size] as? Int
    return try #require(size)
  }

  private func fill(
    _ store: HistoryStore, _ body: (inout LedgerIntake, ArmKey) throws -> Void
  ) throws {
    try store.write { history in
      let model = try SampleModel.key(in: history)
      let arm = try SampleModel.arm(in: history)
      var intake = try LedgerIntake(history: history, model: model, schema: SampleModel.schema)
      try body(&intake, arm)
      try intake.enter { _ in }
    }
    try store.settle()
  }

  /// Twelve weeks in milliseconds, scores of full length: nothing that packs well.
  private func fillWithPredictions(_ store: HistoryStore, count: Int) throws {
    var random = SplitMix64(seed: 21)
    try fill(store) { intake, arm in
      for number in 0..<count {
        let time = 1_700_000_000_000 + Int64(random.next() % 7_257_600_000)
        let row = PredictionRow(
          id: nil, arm: Arm(version: "v1", stage: .production), time: time,
          day: Day(number: Int(time / 86_400_000)), prediction: .category("1"),
          score: .single(random.uniform()), segmentKey: number % 40, label: nil, labelTime: nil)
        try intake.add(row, id: "p\(number)", arm: arm, ordinal: number)
      }
    }
  }

  /// Labels for every prediction whose number is a multiple of `step`, within twelve weeks.
  private func fillWithLabels(_ store: HistoryStore, count: Int, step: Int) throws {
    var random = SplitMix64(seed: 22)
    try fill(store) { intake, _ in
      for number in stride(from: 0, to: count, by: step) {
        let label = StoredLabel(
          answer: .category("\(number % 2)"),
          time: 1_707_300_000_000 + Int64(random.next() % 7_257_600_000))
        try intake.add(label, id: "p\(number)", ordinal: number)
      }
    }
  }

  @Test("is at most 40 bytes for a waiting prediction, and at most 30 once its label has come")
  func shrinks() throws {
    try withTemporaryHistory { path in
      let (store, count) = (try HistoryStore(path: path), 20_000)
      try fill(store) { _, _ in }
      let empty = try fileSize(path)
      try fillWithPredictions(store, count: count)
      let waiting = try fileSize(path) - empty
      #expect(waiting <= 40 * count)
      try fillWithLabels(store, count: count, step: 1)
      let settled = try fileSize(path) - empty
      #expect(settled < waiting)
      #expect(settled <= 30 * count)
    }
  }

  @Test("gets smaller with a tenth of the labels, though scores have all their digits")
  func shrinksByATenth() throws {
    try withTemporaryHistory { path in
      let (store, count) = (try HistoryStore(path: path), 60_000)
      try fillWithPredictions(store, count: count)
      let waiting = try fileSize(path)
      try fillWithLabels(store, count: count, step: 10)
      #expect(try fileSize(path) < waiting)
    }
  }
}
