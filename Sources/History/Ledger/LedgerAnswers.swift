import GRDB
import Profiling

/// Answers and scores of one model as codes, in which 0 is what is absent.
///
/// Numbers are their own codes; classes are numbered as they are met, and their names are kept once.
struct LedgerAnswers {
  private let database: Database
  private let model: ModelKey
  let areNumbers: Bool
  let scoresArePerClass: Bool
  private(set) var names: [String] = []
  private var codes: [String: UInt64] = [:]

  init(database: Database, model: ModelKey, schema: ModelSchema) throws {
    self.database = database
    self.model = model
    areNumbers = schema.task == .regression
    scoresArePerClass = !schema.scoreClasses.isEmpty
    names = try String.fetchAll(
      database, sql: "SELECT name FROM ledgerAnswer WHERE modelKey = ? ORDER BY code",
      arguments: [model.raw])
    for (index, name) in names.enumerated() { codes[name] = UInt64(index) + 1 }
  }

  /// The code of an answer, entering its class when it is new.
  mutating func code(of answer: Answer?) throws -> UInt64 {
    switch answer {
    case nil: return 0
    case .number(let number)?: return LedgerAnswers.code(of: number)
    case .category(let name)?:
      if let code = codes[name] { return code }
      let code = UInt64(names.count) + 1
      try database.execute(
        sql: "INSERT INTO ledgerAnswer (modelKey, code, name) VALUES (?, ?, ?)",
        arguments: [model.raw, Int64(code), name])
      names.append(name)
      codes[name] = code
      return code
    }
  }

  func answer(of code: UInt64) throws(LedgerFault) -> Answer? {
    guard code != 0 else { return nil }
    if areNumbers { return .number(Self.number(of: code)) }
    guard code <= UInt64(names.count) else { throw .invalid }
    return .category(names[Int(code) - 1])
  }

  /// The score of an entry; `nil` when one of its numbers is absent.
  func score(of entries: LedgerEntries, at index: Int) -> Score? {
    let first = LedgerEntries.Column.allCases.count
    if !scoresArePerClass {
      let code = entries.columns[first][index]
      return code == 0 ? nil : .single(Self.number(of: code))
    }
    var scores: [Double] = []
    for column in entries.columns.indices.dropFirst(first) {
      let code = entries.columns[column][index]
      guard code != 0 else { return nil }
      scores.append(Self.number(of: code))
    }
    return .perClass(scores)
  }

  /// The code of a finite number.
  static func code(of number: Double) -> UInt64 { number.bitPattern &+ 1 }

  static func number(of code: UInt64) -> Double { Double(bitPattern: code &- 1) }
}
