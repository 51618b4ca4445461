import Profiling

extension RoleGuesser {
  // MARK: - Label

  mutating func chooseLabel(_ guess: inout RoleGuess) {
    if let labels {
      let columns = labels.columns.filter { $0.name != guess.id?.name && !$0.isEmpty }
      let time =
        columns.first { $0.isDate && $0.words.has(RoleWords.labelTime.union(RoleWords.time)) }
        ?? columns.first(where: \.isDate)
      guess.labelTimestamp = time.map {
        RoleGuess.Choice(name: $0.name, reason: "its values are dates or times")
      }
      let rest = columns.filter { $0.name != time?.name && $0.name != guess.version?.name }
      if let label = rest.first(where: { $0.words.has(RoleWords.label) }) ?? rest.first {
        guess.label = RoleGuess.Choice(
          name: label.name,
          reason: rest.count == 1
            ? "the only other column of the label file" : "the likeliest column of the label file")
      }
      return
    }
    guess.label = first(RoleWords.label, "its name says so") {
      !$0.isDate && !$0.words.has(RoleWords.prediction) && !$0.words.has(RoleWords.id)
    }
    if guess.label != nil {
      guess.labelTimestamp = first(RoleWords.labelTime, "its name says so") { $0.isDate }
    }
  }

  /// The column of labels, wherever it is.
  private func labelSurvey(_ guess: RoleGuess) -> ColumnSurvey? {
    guard let name = guess.label?.name else { return nil }
    return labels?.column(name) ?? predictions.column(name)
  }

  // MARK: - Prediction, score and task

  mutating func chooseAnswers(_ guess: inout RoleGuess) {
    let label = labelSurvey(guess)
    guess.prediction = first(RoleWords.prediction, "its name says so") {
      !$0.isDate && !$0.words.has(RoleWords.score) && !$0.words.has(RoleWords.id) && !$0.isEmpty
    }
    if guess.prediction == nil, let label, label.distinctCount <= 20 {
      let classes = Set(label.values.keys.map(ClassName.canonical))
      let alike = open.last {
        $0.distinctCount > 1 && classes.isSuperset(of: $0.values.keys.map(ClassName.canonical))
      }
      guess.prediction = alike.map { take($0, "it has the same values as the label") }
    }
    chooseTask(&guess, label: label)
    switch guess.task {
    case .binary:
      chooseScore(&guess)
      guess.positive = positive(guess, label: label)
    case .multiclass: chooseClassScores(&guess)
    case .regression: choosePredictedNumber(&guess)
    }
    if guess.prediction == nil, guess.score == nil {
      guess.remarks.append(
        "no column looks like the answer of the model; name it under 'columns' as 'prediction'")
    }
  }

  private func chooseTask(_ guess: inout RoleGuess, label: ColumnSurvey?) {
    let answer = guess.prediction.flatMap { predictions.column($0.name) }
    guard let shown = label ?? answer else {
      guess.taskReason =
        open.contains { $0.words.has(RoleWords.score) }
        ? "there is a score, and no answer with more than two values"
        : "a mere guess: nothing shows what the model predicts; binary, multiclass or regression"
      return
    }
    let classes = Set(shown.values.keys.map(ClassName.canonical))
    if shown.isNumeric, !shown.isWhole || classes.count > 20 {
      guess.task = .regression
      guess.taskReason = "'\(shown.name)' holds many different numbers"
    } else if classes.count > 2 {
      guess.task = .multiclass
      guess.taskReason = "'\(shown.name)' has \(classes.count) values"
    } else {
      guess.taskReason =
        "'\(shown.name)' has \(classes.count == 2 ? "two values" : "one value so far")"
    }
  }

  private mutating func chooseScore(_ guess: inout RoleGuess) {
    if let prediction = guess.prediction.flatMap({ predictions.column($0.name) }),
      prediction.isNumeric, !prediction.isWhole
    {
      // A prediction between the classes is a score under another name.
      guess.score = guess.prediction
      guess.prediction = nil
    } else {
      guess.score = first(RoleWords.score, "its name says so, and its values are numbers") {
        $0.isNumeric && $0.distinctCount > 2
      }
    }
    guard let survey = guess.score.flatMap({ predictions.column($0.name) }),
      let range = survey.range
    else { return }
    guess.scoreIsProbability = survey.looksLikeProbability
    guess.scoreReason =
      "'\(survey.name)' lies between \(range.lowerBound) and \(range.upperBound)"
  }

  /// One number for each class, such as `probability_cat` or `scores.cat`.
  private mutating func chooseClassScores(_ guess: inout RoleGuess) {
    guard let prediction = guess.prediction.flatMap({ predictions.column($0.name) }) else { return }
    var found: [RoleGuess.ClassScore] = []
    for name in prediction.values.keys.sorted() {
      let wanted = ColumnName(name).words
      let column = open.first { column in
        let words = ColumnName(column.name.replacing(".", with: "_")).words
        return column.isNumeric && words.contains(where: RoleWords.score.contains)
          && words.filter { !RoleWords.score.contains($0) } == wanted
      }
      if let column { found.append(RoleGuess.ClassScore(class: name, column: column.name)) }
    }
    guard found.count == prediction.values.count, found.count >= 2 else { return }
    let columns = found.compactMap { predictions.column($0.column) }
    for column in columns { _ = take(column, "") }
    guess.classScores = found
    guess.scoreIsProbability = columns.allSatisfy {
      ($0.range?.lowerBound ?? -1) >= 0 && ($0.range?.upperBound ?? 2) <= 1
    }
    guess.scoreReason = "there is a column of scores for every value of the prediction"
  }

  private mutating func choosePredictedNumber(_ guess: inout RoleGuess) {
    guard guess.prediction == nil else { return }
    guess.prediction = first(RoleWords.score, "a number, and nothing else looks predicted") {
      $0.isNumeric
    }
  }

  private func positive(_ guess: RoleGuess, label: ColumnSurvey?) -> RoleGuess.Choice? {
    guard let survey = label ?? guess.prediction.flatMap({ predictions.column($0.name) }) else {
      return nil
    }
    let values = survey.valuesByCount.map(ClassName.canonical)
    if let usual = RoleWords.positiveValues.first(where: { known in
      values.contains { $0.lowercased() == known }
    }), let written = values.first(where: { $0.lowercased() == usual }) {
      return RoleGuess.Choice(name: written, reason: "the usual name of the outcome looked for")
    }
    if values == ["0"] { return RoleGuess.Choice(name: "1", reason: "the other value is 0") }
    guard values.count == 2, let rarer = values.last else { return nil }
    return RoleGuess.Choice(name: rarer, reason: "the rarer of the two values; correct it if wrong")
  }
}
