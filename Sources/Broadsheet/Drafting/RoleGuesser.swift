import Ingestion
import Profiling

/// Guesses the parts of columns, one part after the other; a column has one part at most.
struct RoleGuesser {
  let predictions: FileSurvey
  let labels: FileSurvey?
  let reference: FileSurvey?
  /// What messages call the predictions.
  let shown: String

  private(set) var taken: Set<String> = []

  init(
    predictions: FileSurvey, labels: FileSurvey?, reference: FileSurvey?, shown: String
  ) {
    self.predictions = predictions
    self.labels = labels
    self.reference = reference
    self.shown = shown
  }

  /// - Throws: ``IngestError`` when no column holds times, or labels and predictions share no id.
  mutating func guess() throws -> RoleGuess {
    var guess = RoleGuess(timestamp: try timestamp())
    guess.version = first(RoleWords.version, "its name says so") { $0.isCategory(atMost: 200) }
    guess.stage = stage()
    guess.id = try id()
    guess.latency = first(RoleWords.latency, "its name says so, and no number is below 0") {
      $0.isNumeric && ($0.range?.lowerBound ?? -1) >= 0 && !$0.words.has(RoleWords.otherUnits)
    }
    guess.error = first(RoleWords.error, "its name says so, and most rows have none") {
      $0.missingShare >= 0.5
    }
    chooseLabel(&guess)
    chooseAnswers(&guess)
    chooseColumns(&guess)
    return guess
  }

  // MARK: - Choosing

  /// Columns of the predictions that have no part yet.
  var open: [ColumnSurvey] { predictions.columns.filter { !taken.contains($0.name) } }

  mutating func take(_ column: ColumnSurvey, _ reason: String) -> RoleGuess.Choice {
    taken.insert(column.name)
    return RoleGuess.Choice(name: column.name, reason: reason)
  }

  mutating func first(
    _ words: Set<String>, _ reason: String, where fits: (ColumnSurvey) -> Bool
  ) -> RoleGuess.Choice? {
    open.first { $0.words.has(words) && fits($0) }.map { take($0, reason) }
  }

  // MARK: - Parts

  private mutating func timestamp() throws -> RoleGuess.Choice {
    let dates = open.filter { $0.isDate && !$0.words.has(RoleWords.labelTime) }
    let numbers = open.filter { $0.mayBeUnixTime && $0.words.has(RoleWords.time) }
    let named = dates.filter { $0.words.has(RoleWords.time) }
    if let column = named.first ?? dates.first {
      let others = dates.filter { $0.name != column.name }.map(\.name)
      let doubt = others.isEmpty ? "" : "; so could \(others.prefix(3).joined(separator: ", "))"
      return take(column, "its values are dates or times" + doubt)
    }
    if let column = numbers.first {
      return take(column, "its name says so, and its numbers are Unix times since 1990")
    }
    throw IngestError(
      .badData,
      [
        "\(shown): no column holds the time of the prediction, without which rows belong to no "
          + "period; add one, as ISO 8601 or Unix time"
      ])
  }

  private mutating func stage() -> RoleGuess.Choice? {
    let stages = Set(Stage.allCases.map(\.rawValue))
    return open.first { !$0.values.isEmpty && stages.isSuperset(of: $0.values.keys) }
      .map { take($0, "its values are names of stages") }
  }

  private mutating func id() throws -> RoleGuess.Choice? {
    guard let labels else {
      let named = open.filter { $0.words.has(RoleWords.id) && isNearlyUnique($0) }
      let column =
        named.first { $0.words.has(RoleWords.prediction.union(["request", "row", "record"])) }
        ?? named.first { $0.isUnique } ?? named.first
        ?? open.first { $0.isUnique && !$0.isNumeric && !$0.isDate && !$0.holdsNestedValues }
      return column.map { take($0, reason(forID: $0)) }
    }
    let shared = open.filter { labels.column($0.name) != nil && isNearlyUnique($0) }
    guard let column = shared.first(where: { $0.words.has(RoleWords.id) }) ?? shared.first else {
      throw IngestError(
        .badData,
        [
          "\(shown): no column with an id of its own for each row is in the label file too; labels "
            + "are joined with predictions by a column that both have under one name"
        ])
    }
    return take(column, "the labels have it too, and \(reason(forID: column))")
  }

  /// Several versions may have answered one request.
  private func isNearlyUnique(_ column: ColumnSurvey) -> Bool {
    column.missingShare < 0.01 && !column.isDate && !column.holdsNestedValues
      && (column.isWhole || !column.isNumeric) && column.distinctCount * 5 >= column.rowCount
  }

  private func reason(forID column: ColumnSurvey) -> String {
    column.isUnique
      ? "every row looked at has a value of its own"
      : "\(column.distinctCount) different values in \(column.rowCount) rows"
  }
}
