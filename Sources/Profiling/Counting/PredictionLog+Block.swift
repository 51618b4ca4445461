import Ingestion

/// What one thread keeps from batch to batch while it counts.
package struct CountingMemory {
  var spare = SpareMemory()
  var day = LocalDaySpan.none
  /// Numbers of places by arm and day, as the directory gives them.
  var places: [Int64: Int32] = [:]

  package init() {}
}

extension PredictionLog {
  /// The rows of a batch for the join with labels.
  func block(
    of batch: Batch, directory: PlaceDirectory, memory: inout CountingMemory
  ) -> PredictionBlock {
    var block = PredictionBlock()
    block.ordinals = batch.lines
    block.times =
      batch.times(at: positions.time)
      ?? [Int64](repeating: 0, count: batch.rowCount)
    for row in block.times.indices where block.times[row] == TimestampColumn.missing {
      block.times[row] = 0
    }
    block.days = days(of: block.times, span: &memory.day)
    block.armCodes = armCodes(of: batch, directory: directory)
    block.arms = directory.arms
    block.segmentCodes = combinationCodes(of: batch, directory: directory)
    block.segments = directory.combinations
    block.predictions = answers(at: positions.prediction, of: batch)
    block.labels = answers(at: positions.label, of: batch)
    block.labelTimes = batch.times(at: positions.labelTime)
    if let position = positions.id, case .text(let column) = batch.columns[position] {
      block.ids = TextBlock(bytes: column.bytes, ends: column.ends)
    }
    addScores(of: batch, to: &block)
    return block
  }

  private func days(of times: [Int64], span: inout LocalDaySpan) -> [Int32] {
    var days: [Int32] = []
    days.reserveCapacity(times.count)
    for time in times {
      if !span.contains(time) { span = zone.daySpan(atUTCMilliseconds: time) }
      days.append(span.day)
    }
    return days
  }

  private func armCodes(of batch: Batch, directory: PlaceDirectory) -> [Int32] {
    let versions = batch.categories(at: positions.version)
    let stages = batch.categories(at: positions.stage)
    let stageOfCode = stages?.values.map { Stage(rawValue: $0) ?? .production } ?? []
    let width = stageOfCode.count + 1
    // By version and stage of the batch, each one up so that a missing one has a place.
    var numbers = [Int32](repeating: -1, count: ((versions?.values.count ?? 0) + 1) * width)
    return (0..<batch.rowCount).map { row in
      let version = Int(versions?.codes[row] ?? CategoryColumn.missing)
      let stage = Int(stages?.codes[row] ?? CategoryColumn.missing)
      let index = (version + 1) * width + stage + 1
      if numbers[index] < 0 {
        numbers[index] = directory.number(
          of: Arm(
            version: version < 0 ? "" : versions?.values[version] ?? "",
            stage: stage < 0 ? .production : stageOfCode[stage]))
      }
      return numbers[index]
    }
  }

  private func combinationCodes(of batch: Batch, directory: PlaceDirectory) -> [Int32] {
    var codes = [Int32](repeating: 0, count: batch.rowCount)
    // The combination of the columns so far behind each code.
    var combinations: [[String]] = [[]]
    for position in positions.segments {
      let column = batch.categories(at: position)
      var pairs = NumberedPairs(width: (column?.values.count ?? 0) + 1)
      let missing = [Int32](
        repeating: CategoryColumn.missing, count: column == nil ? codes.count : 0)
      let values = column?.codes ?? missing
      for row in codes.indices {
        codes[row] = pairs.number(of: Int(codes[row]), Int(values[row]) + 1)
      }
      combinations = pairs.list.map { first, second in
        combinations[first]
          + [second == 0 ? SegmentTable.missingValue : column?.values[second - 1] ?? ""]
      }
    }
    let numbers = combinations.map { directory.number(ofCombination: $0) }
    return codes.map { numbers[Int($0)] }
  }

  private func answers(at position: Int?, of batch: Batch) -> AnswerBlock {
    if layout.task == .regression {
      return batch.numbers(at: position).map { .numbers($0.values) } ?? .none
    }
    return batch.categories(at: position).map { column in
      .classes(codes: column.codes, names: column.values.map(ClassName.canonical))
    } ?? .none
  }

  private func addScores(of batch: Batch, to block: inout PredictionBlock) {
    let columns = positions.scores.compactMap { batch.numbers(at: $0)?.values }
    guard !columns.isEmpty, columns.count == positions.scores.count else { return }
    guard !layout.scoreClasses.isEmpty else {
      block.scores = columns[0]
      block.scoreWidth = 1
      return
    }
    block.scoreWidth = columns.count
    block.scoresArePerClass = true
    block.scores.reserveCapacity(columns.count * batch.rowCount)
    for row in 0..<batch.rowCount {
      // One that is missing makes the others useless.
      let isComplete = columns.allSatisfy { !$0[row].isNaN }
      for column in columns { block.scores.append(isComplete ? column[row] : .nan) }
    }
  }

  /// The place of each row, by its arm and day.
  func places(
    of block: PredictionBlock, directory: PlaceDirectory, memory: inout CountingMemory
  ) -> [Int32] {
    var places: [Int32] = []
    places.reserveCapacity(block.rowCount)
    var (lastKey, lastPlace): (Int64, Int32) = (.min, -1)
    for row in 0..<block.rowCount {
      let key = Int64(block.armCodes[row]) << 32 | Int64(UInt32(bitPattern: block.days[row]))
      if key != lastKey {
        lastKey = key
        if let known = memory.places[key] {
          lastPlace = known
        } else {
          lastPlace = directory.number(ofPlace: block.armCodes[row], day: block.days[row])
          memory.places[key] = lastPlace
        }
      }
      places.append(lastPlace)
    }
    return places
  }
}

/// Numbers pairs of small numbers in order of first appearance.
private struct NumberedPairs {
  private static let tableLimit = 1 << 16

  /// How many different second numbers there are.
  private let width: Int
  private(set) var list: [(first: Int, second: Int)] = []
  private var table: [Int32] = []
  private var rest: [Int: Int32] = [:]

  init(width: Int) {
    self.width = width
  }

  mutating func number(of first: Int, _ second: Int) -> Int32 {
    let index = first * width + second
    if index < table.count {
      if table[index] >= 0 { return table[index] }
    } else if index < Self.tableLimit {
      table.append(contentsOf: repeatElement(-1, count: index + 1 - table.count))
    } else if let known = rest[index] {
      return known
    }
    let number = Int32(list.count)
    list.append((first, second))
    if index < Self.tableLimit { table[index] = number } else { rest[index] = number }
    return number
  }
}

extension Batch {
  func numbers(at position: Int?) -> NumberColumn? {
    guard let position, case .number(let column) = columns[position] else { return nil }
    return column
  }

  func categories(at position: Int?) -> CategoryColumn? {
    guard let position, case .category(let column) = columns[position] else { return nil }
    return column
  }

  func times(at position: Int?) -> [Int64]? {
    guard let position, case .timestamp(let column) = columns[position] else { return nil }
    return column.values
  }
}
