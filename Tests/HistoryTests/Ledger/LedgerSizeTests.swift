import Foundation
import History
import Profiling
import Statistics
import Testing

@Suite("The size of the ledger")
struct LedgerSizeTests {
  private static let count = 20_000

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

  @Test("is at most 40 bytes for a waiting prediction, and less once its label has come")
  func shrinks() throws {
    try withTemporaryHistory { path in
      let store = try HistoryStore(path: path)
      try fill(store) { _, _ in }
      let empty = try fileSize(path)
      var random = SplitMix64(seed: 21)
      try fill(store) { intake, arm in
        for number in 0..<Self.count {
          // Twelve weeks in milliseconds, scores of full length: nothing that packs well.
          let time = 1_700_000_000_000 + Int64(random.next() % 7_257_600_000)
          let row = PredictionRow(
            id: nil, arm: Arm(version: "v1", stage: .production), time: time,
            day: Day(number: Int(time / 86_400_000)), prediction: .category("1"),
            score: .single(random.uniform()), segmentKey: number % 40, label: nil, labelTime: nil)
          try intake.add(row, id: "p\(number)", arm: arm, ordinal: number)
        }
      }
      let waiting = try fileSize(path) - empty
      #expect(waiting <= 40 * Self.count)
      try fill(store) { intake, _ in
        for number in 0..<Self.count {
          let label = StoredLabel(
            answer: .category("\(number % 2)"),
            time: 1_707_300_000_000 + Int64(random.next() % 604_800_000))
          try intake.add(label, id: "p\(number)", ordinal: number)
        }
      }
      let settled = try fileSize(path) - empty
      #expect(settled < waiting)
      #expect(settled <= 30 * Self.count)
    }
  }
}
