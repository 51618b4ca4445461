import Foundation
import GRDB
import History
import Profiling
import Statistics
import Testing

@Suite("The ledger of predictions and labels")
struct LedgerIntakeTests {
  /// Small enough that a few hundred rows make many chunks, slices, pages and merges.
  private static let small = LedgerLimits(
    chunk: 17, chunks: 4, rowsOfAnID: 4, slice: 5, page: 7, fanIn: 3)

  private struct Row {
    let id: String
    let arm: Arm?
    let row: PredictionRow
  }

  private static let schemas: [ModelSchema] = [.binary, .regression, .multiclass]
    .map { (task: Profiling.Task) in
      ModelSchema(
        task: task, positive: task == .binary ? "1" : nil, scoreIsProbability: true,
        scoreClasses: task == .multiclass ? ["a", "b"] : [], columns: [], sliceAttributes: [])
    }

  /// Rows of a few ids, so that every id comes as repetition, in several versions, and with labels
  /// in the row, before, after and again.
  private func file(
    _ random: inout SplitMix64, _ schema: ModelSchema, ids: Int, rows: Int, labels: Bool
  ) -> [Row] {
    func pick(_ count: Int) -> Int { Int(random.next() % UInt64(count)) }
    func answer() -> Answer {
      schema.task == .regression
        ? .number(Double(pick(9)) / 4) : .category(["0", "1", "b"][pick(3)])
    }
    return (0..<rows).map { _ in
      let id = "id-\(pick(ids))"
      let hasLabel = labels || pick(4) == 0
      let time = Int64(1_700_000_000_000) + Int64(pick(300_000_000))
      let score: Score? =
        pick(10) == 0
        ? nil
        : schema.task == .multiclass
          ? .perClass([random.uniform(), -0.0]) : .single(pick(2) == 0 ? 0.25 : random.uniform())
      let arm = Arm(
        version: "v\(pick(3))", stage: pick(2) == 0 ? .production : .shadow)
      let row = PredictionRow(
        id: id, arm: arm, time: time, day: Day(number: Int(time / 86_400_000) + pick(2)),
        prediction: pick(8) == 0 ? nil : answer(), score: score, segmentKey: pick(4),
        label: hasLabel ? answer() : nil,
        labelTime: pick(3) == 0 ? nil : time + Int64(pick(5)) * 86_400_000)
      return Row(id: id, arm: labels ? nil : arm, row: row)
    }
  }

  /// What a program has counted that goes by the ledger's word: lines by place.
  private struct Account {
    var model = LedgerModel()
    var lines: [LedgerVerdict.Place: [String]] = [:]
  }

  /// Reads a file into the ledger and the model, and compares what both say.
  private func read(
    _ rows: [Row], schema: ModelSchema, limits: LedgerLimits, into store: HistoryStore,
    _ account: inout Account
  ) throws {
    account.model.beginFile()
    try store.write { history in
      let key =
        try history.model(named: "one")?.key
        ?? history.addModel(named: "one", schema: schema, referenceDigest: nil)
      var intake = try LedgerIntake(
        history: history, model: key, schema: schema, limits: limits)
      var joined: [SettledPrediction] = []
      func count(_ block: SettledBlock) throws {
        for index in 0..<block.count { joined.append(try block.prediction(at: index)) }
      }
      for (ordinal, entry) in rows.enumerated() {
        if let arm = entry.arm {
          let armKey = try history.key(of: arm, model: key)
          try intake.add(entry.row, id: entry.id, arm: armKey, ordinal: ordinal)
          account.model.add(entry.row, id: entry.id, arm: armKey, ordinal: ordinal)
        } else if let answer = entry.row.label {
          let label = StoredLabel(answer: answer, time: entry.row.labelTime)
          try intake.add(label, id: entry.id, ordinal: ordinal)
          account.model.add(label, id: entry.id)
        }
        try intake.makeRoom(count)
      }
      try intake.enter(count)
      #expect(try history.waitingLabelCount(of: key) == account.model.waiting.count)
      try compare(intake, with: account.model, rowCount: rows.count)
      for settled in joined {
        account.lines[settled.place, default: []].append(LedgerModel.line(settled))
      }
      for (ordinal, entry) in rows.enumerated() {
        guard let arm = entry.arm, let label = entry.row.label,
          !intake.verdict.repeats.contains(ordinal), !intake.verdict.overruled.contains(ordinal)
        else { continue }
        let place = LedgerVerdict.Place(
          arm: try history.key(of: arm, model: key), day: entry.row.day)
        account.lines[place, default: []].append(
          LedgerModel.line(
            arm: place.arm, day: place.day, time: entry.row.time,
            prediction: entry.row.prediction, score: entry.row.score,
            segmentKey: entry.row.segmentKey,
            label: StoredLabel(answer: label, time: entry.row.labelTime)))
      }
      for place in intake.verdict.corrected {
        account.lines[place] = try lines(of: intake, at: [place])
      }
    }
    #expect(account.lines.values.joined().sorted() == account.model.settled)
  }

  private func compare(_ intake: LedgerIntake, with model: LedgerModel, rowCount: Int) throws {
    let verdict = intake.verdict
    #expect(verdict.joinedCount == model.joinedCount)
    #expect(verdict.correctedCount == model.correctedCount)
    #expect(verdict.repeatCounts == model.repeats)
    #expect(verdict.repeats.count == model.repeatOrdinals.count)
    #expect(Set((0..<rowCount).filter(verdict.repeats.contains)) == model.repeatOrdinals)
    let places = Set(
      model.predictions.values.joined().map { LedgerVerdict.Place(arm: $0.arm, day: $0.day) })
    #expect(try lines(of: intake, at: places).sorted() == model.settled)
  }

  private func lines(
    of intake: LedgerIntake, at places: Set<LedgerVerdict.Place>
  ) throws -> [String] {
    var lines: [String] = []
    try intake.forEachSettled(at: places) { block in
      for index in 0..<block.count {
        lines.append(LedgerModel.line(try block.prediction(at: index)))
      }
    }
    return lines
  }

  @Test(
    "says what a row-by-row account says, whatever comes twice, late, early or corrected",
    arguments: schemas, [small, LedgerLimits.standard])
  func agreesWithTheModel(_ schema: ModelSchema, _ limits: LedgerLimits) throws {
    try withTemporaryHistory { path in
      let store = try HistoryStore(path: path)
      var random = SplitMix64(seed: 17)
      var account = Account()
      for number in 0..<14 {
        let rows = file(
          &random, schema, ids: 400, rows: number % 3 == 0 ? 150 : 40, labels: number % 2 == 1)
        try read(rows, schema: schema, limits: limits, into: store, &account)
      }
    }
  }

  @Test("says the same of ids that come again and again", arguments: schemas)
  func frequentIDs(_ schema: ModelSchema) throws {
    try withTemporaryHistory { path in
      let store = try HistoryStore(path: path)
      var random = SplitMix64(seed: 18)
      var account = Account()
      for number in 0..<4 {
        let rows = file(&random, schema, ids: 3, rows: 200, labels: number % 2 == 1)
        try read(rows, schema: schema, limits: Self.small, into: store, &account)
      }
    }
  }

  @Test(
    "hands out each prediction once, when its label comes from elsewhere",
    arguments: [small, LedgerLimits.standard])
  func handsOutOnce(_ limits: LedgerLimits) throws {
    try withTemporaryHistory { path in
      let store = try HistoryStore(path: path)
      let counted = try store.write { history -> [Int] in
        let model = try SampleModel.key(in: history)
        let arm = try SampleModel.arm(in: history)
        var intake = try LedgerIntake(
          history: history, model: model, schema: SampleModel.schema, limits: limits)
        var counts: [Int] = []
        for round in 0..<3 {
          var count = 0
          for number in 0..<100 {
            if round == 0 {
              try intake.add(
                SampleModel.row(id: "\(number)"), id: "\(number)", arm: arm, ordinal: number)
            } else {
              try intake.add(
                StoredLabel(answer: .category("1"), time: 5), id: "\(number)", ordinal: number)
            }
            try intake.makeRoom { count += $0.count }
          }
          try intake.enter { count += $0.count }
          counts.append(count)
        }
        let place = LedgerVerdict.Place(arm: arm, day: SampleModel.row(id: nil).day)
        #expect(try lines(of: intake, at: [place]).count == 100)
        return counts
      }
      #expect(counted == [0, 100, 0])
    }
  }

  @Test("keeps nothing of a transaction that fails")
  func failure() throws {
    struct Interruption: Error {}
    try withTemporaryHistory { path in
      let store = try HistoryStore(path: path)
      _ = try? store.write { history in
        let model = try SampleModel.key(in: history)
        var intake = try LedgerIntake(
          history: history, model: model, schema: SampleModel.schema)
        try intake.add(StoredLabel(answer: .category("1"), time: 5), id: "a", ordinal: 0)
        try intake.enter { _ in }
        throw Interruption()
      }
      let pages = try DatabaseQueue(path: path).read {
        try Int.fetchOne($0, sql: "SELECT COUNT(*) FROM ledgerPage")
      }
      #expect(pages == 0)
    }
  }

  @Test("says corrupt of a page that cannot be read", arguments: ["keyCodes", "otherCodes"])
  func damage(_ column: String) throws {
    try withTemporaryHistory { path in
      let store = try HistoryStore(path: path)
      func label(_ id: String) throws {
        try store.write { history in
          let model = try SampleModel.key(in: history)
          var intake = try LedgerIntake(
            history: history, model: model, schema: SampleModel.schema)
          try intake.add(StoredLabel(answer: .category(id), time: 5), id: "a", ordinal: 0)
          try intake.enter { _ in }
        }
      }
      try label("0")
      try DatabaseQueue(path: path).write {
        try $0.execute(sql: "UPDATE ledgerPage SET \(column) = x'0100000000000000'")
      }
      let error = try #require(throws: HistoryError.self) { try label("1") }
      #expect(error.kind == .corrupt)
    }
  }

  @Test("does not keep ids as they are")
  func ids() throws {
    try withTemporaryHistory { path in
      let store = try HistoryStore(path: path)
      try store.write { history in
        let model = try SampleModel.key(in: history)
        var intake = try LedgerIntake(
          history: history, model: model, schema: SampleModel.schema)
        try intake.add(
          StoredLabel(answer: .category("1"), time: 5), id: "person-4711", ordinal: 0)
        try intake.enter { _ in }
      }
      try store.settle()
      let bytes = try Data(contentsOf: URL(fileURLWithPath: path))
      #expect(bytes.range(of: Data("person-4711".utf8)) == nil)
    }
  }
}
