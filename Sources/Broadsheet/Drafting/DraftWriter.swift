import Profiling

/// Puts a guess into the words of a configuration.
struct DraftWriter {
  let guess: RoleGuess
  let id: String
  let predictions: DraftInput
  let labels: DraftInput?
  let reference: DraftInput?
  let rowCount: Int
  let times: ClosedRange<Int64>?

  var text: String {
    (head + files + columns + answers + lists).joined(separator: "\n") + "\n"
  }

  // MARK: - Lines

  /// Comments stand in this column, so that keys can be read past them.
  private static let commentColumn = 44

  private func line(_ text: String, _ reason: String?) -> String {
    guard let reason, !reason.isEmpty else { return text }
    let gap = String(repeating: " ", count: max(2, Self.commentColumn - text.count))
    return text + gap + YAMLText.comment(oneComment(reason))
  }

  /// Names in reasons come from data.
  private func oneComment(_ text: String) -> String {
    String(
      text.unicodeScalars.map { scalar -> Character in
        switch scalar.properties.generalCategory {
        case .control, .lineSeparator, .paragraphSeparator, .format: " "
        default: Character(scalar)
        }
      })
  }

  private func choice(_ key: String, _ choice: RoleGuess.Choice?, indent: String) -> [String] {
    guard let choice else { return [] }
    return [line("\(indent)\(key): \(YAMLText.scalar(choice.name))", choice.reason)]
  }

  // MARK: - Parts

  private var head: [String] {
    [
      YAMLText.comment(
        oneComment(
          "Written by 'broadsheet init' after a look at \(rowCount) rows of \(predictions.shown).")),
      "# Each choice is a guess, with its reason beside it. Correct what is wrong, then run",
      "# 'broadsheet check'. The file docs/configuration.md explains every key.",
      "site:",
      "  title: Model reports",
      "  output: public",
      "history: history.sqlite",
      line("calendar: {period: \(period.kind), timezone: UTC}", period.reason),
      "",
      "models:",
    ]
  }

  private var period: (kind: PeriodKind, reason: String) {
    guard let times else { return (.week, "") }
    let days = (times.upperBound - times.lowerBound) / 86_400_000 + 1
    let kind: PeriodKind = days < 15 ? .day : days < 400 ? .week : .month
    return (kind, "the rows looked at span \(days) day\(days == 1 ? "" : "s")")
  }

  private var title: String {
    let words = id.replacing("-", with: " ")
    return words.prefix(1).uppercased() + words.dropFirst()
  }

  private var files: [String] {
    var lines = [
      "  - id: \(YAMLText.scalar(id))", "    title: \(YAMLText.scalar(title))",
      line("    task: \(guess.task.rawValue)", guess.taskReason),
      "    # owner: who answers for the model",
      "    # about: purpose, intended use and limits, in Markdown, or the path of an .md file",
    ]
    if let reference {
      lines.append("    reference: \(reference.value)")
    } else {
      lines.append(
        "    # reference: the data it was built or accepted on; drift is measured against it")
    }
    lines.append("    predictions: \(predictions.value)")
    if let labels {
      lines.append("    labels: \(labels.value)")
    } else if guess.label == nil {
      lines.append("    # labels: files of outcomes that come later; they need an id and a label")
    }
    return lines
  }

  private var columns: [String] {
    let indent = "      "
    var lines = ["    columns:"]
    lines += choice("id", guess.id, indent: indent)
    lines += choice("timestamp", guess.timestamp, indent: indent)
    lines += choice("version", guess.version, indent: indent)
    lines += choice("stage", guess.stage, indent: indent)
    lines += choice("prediction", guess.prediction, indent: indent)
    lines += choice("score", guess.score, indent: indent)
    if !guess.classScores.isEmpty {
      let pairs = guess.classScores.map {
        "\(YAMLText.scalar($0.class)): \(YAMLText.scalar($0.column))"
      }
      lines.append(line("\(indent)score: {\(pairs.joined(separator: ", "))}", guess.scoreReason))
    }
    lines += choice("label", guess.label, indent: indent)
    lines += choice("label_timestamp", guess.labelTimestamp, indent: indent)
    lines += choice("latency_ms", guess.latency, indent: indent)
    lines += choice("error", guess.error, indent: indent)
    return lines
  }

  private var answers: [String] {
    var lines: [String] = []
    if guess.task == .binary { lines += choice("positive", guess.positive, indent: "    ") }
    if let isProbability = guess.scoreIsProbability {
      lines.append(line("    score_is_probability: \(isProbability)", guess.scoreReason))
    }
    return lines
  }

  private var lists: [String] {
    var lines: [String] = []
    if !guess.features.isEmpty {
      lines.append("    features:")
      lines += guess.features.map { line("      - \(YAMLText.scalar($0.name))", $0.reason) }
    }
    for column in guess.leftOut {
      lines.append(
        "      " + YAMLText.comment(oneComment("left out: \(column.name): \(column.reason)")))
    }
    if !guess.segments.isEmpty {
      lines.append(line("    segments:", "slices that get figures of their own"))
      lines += guess.segments.map { line("      - \(YAMLText.scalar($0.name))", $0.reason) }
    }
    if !guess.protected.isEmpty {
      lines.append(line("    protected:", "fairness is watched between their groups"))
      lines += guess.protected.map {
        line("      - {attribute: \(YAMLText.scalar($0.name))}", $0.reason)
      }
    }
    return lines + guess.remarks.map { "    " + YAMLText.comment(oneComment("to do: \($0)")) }
  }
}
