/// Some rows of a prediction log, column by column, as the join with their labels needs them.
///
/// Every column has one entry for each row. Arms, segments and classes are numbers into lists that
/// the block brings along; numbers of two blocks must not be compared.
package struct PredictionBlock: Sendable {
  /// What a row is known by within its file: the line on which it starts, from 1 and ascending.
  package var ordinals: [Int] = []

  /// `nil` when the log has no identifiers.
  package var ids: TextBlock?

  /// Milliseconds since 1970-01-01 UTC.
  package var times: [Int64] = []

  /// Local days since 1970-01-01.
  package var days: [Int32] = []

  /// Index into `arms`.
  package var armCodes: [Int32] = []
  package var arms: [Arm] = []

  /// What the model answered.
  package var predictions = AnswerBlock.none

  /// The scores row by row, ``scoreWidth`` for each; all NaN where a row has none.
  package var scores: [Double] = []

  /// Scores of one row: 0 without scores, 1 for a single one, else one for each class.
  package var scoreWidth = 0

  /// True when scores belong to classes, even if there is only one.
  package var scoresArePerClass = false

  /// Index into `segments`.
  package var segmentCodes: [Int32] = []

  /// Combinations of segment values, in the order of ``ModelSchema/segmentColumns``.
  package var segments: [[String]] = []

  /// The labels that stand in the rows themselves, or that were joined to them.
  package var labels = AnswerBlock.none

  /// When each label was observed, in milliseconds since 1970-01-01 UTC, or ``noTime``; `nil` when
  /// labels carry no times.
  package var labelTimes: [Int64]?

  /// Stands for a time that is not known.
  package static let noTime = Int64.min

  package init() {}

  package var rowCount: Int { times.count }
}

/// Texts of consecutive rows, one after the other.
package struct TextBlock: Sendable, Equatable {
  /// The UTF-8 of all texts.
  package var bytes: [UInt8]
  /// Where the text of each row ends in `bytes`.
  package var ends: [Int]

  package init(bytes: [UInt8] = [], ends: [Int] = []) {
    self.bytes = bytes
    self.ends = ends
  }

  package var count: Int { ends.count }

  /// Where the text of one row lies in `bytes`.
  package func range(of row: Int) -> Range<Int> {
    (row == 0 ? 0 : ends[row - 1])..<ends[row]
  }

  package subscript(row: Int) -> String {
    String(decoding: bytes[range(of: row)], as: UTF8.self)
  }
}

/// Predictions or labels of consecutive rows.
package enum AnswerBlock: Sendable {
  /// No row has one.
  case none
  /// Classes in canonical spelling: an index into `names` for each row, or −1.
  case classes(codes: [Int32], names: [String])
  /// A number for each row, or NaN.
  case numbers([Double])

  /// The answer of one row.
  package subscript(row: Int) -> Answer? {
    switch self {
    case .none: nil
    case .classes(let codes, let names):
      codes[row] < 0 ? nil : .category(names[Int(codes[row])])
    case .numbers(let numbers): numbers[row].isNaN ? nil : .number(numbers[row])
    }
  }
}

extension PredictionBlock {
  /// The score of one row.
  package func score(of row: Int) -> Score? {
    guard scoreWidth > 0, !scores[row * scoreWidth].isNaN else { return nil }
    guard scoresArePerClass else { return .single(scores[row]) }
    return .perClass(Array(scores[row * scoreWidth..<(row + 1) * scoreWidth]))
  }

  /// When the label of one row was observed.
  package func labelTime(of row: Int) -> Int64? {
    guard let time = labelTimes?[row], time != Self.noTime else { return nil }
    return time
  }
}
