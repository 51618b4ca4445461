import Assessment
import Profiling

extension Status {
  /// The status as every reader meets it.
  var words: String {
    switch self {
    case .ok: "as expected"
    case .watch: "worth a look"
    case .breach: "outside its limit"
    case .insufficient: "too few rows"
    case .missing: "no data"
    }
  }

  /// The same of several.
  func words(of count: Int) -> String {
    self == .breach && count != 1 ? "outside their limits" : words
  }

  /// A part of a whole that has it, such as `2 outside their limits` or `1 without data`.
  func counted(_ count: Int) -> String {
    let words =
      switch self {
      case .insufficient: "with too few rows"
      case .missing: "without data"
      case .ok, .watch, .breach: words(of: count)
      }
    return "\(count) \(words)"
  }
}

extension Stage {
  /// Inside a sentence, such as `in shadow`.
  var inWords: String {
    switch self {
    case .production: "in production"
    case .candidate: "as a candidate"
    case .shadow: "in shadow"
    case .validation: "in validation"
    }
  }
}

extension Arm {
  /// The version, or what stands for it in a log without versions.
  var name: String { version.isEmpty ? "the unnamed version" : version }

  /// Version and stage, such as `gbm-2 (shadow)`.
  var label: String { "\(name) (\(stage.rawValue))" }
}

extension Metric {
  /// The title inside a sentence: a small first letter, unless it is a name or an abbreviation.
  var inline: String {
    let title = definition.title
    guard let first = title.first, let word = title.split(separator: " ").first else {
      return title
    }
    let rest = word.dropFirst()
    let isOrdinary = !rest.isEmpty && rest.allSatisfy { $0.isLowercase || $0 == "-" }
    return isOrdinary && !Metric.properNames.contains(String(word))
      ? first.lowercased() + title.dropFirst() : title
  }

  private static let properNames: Set<String> = ["Brier", "Matthews", "Hellinger", "Wasserstein"]
}

extension Slice {
  /// The rows of the slice in words, such as `sex = Female and race = Other`.
  var words: String {
    parts.map { part in part.value.map { "\(part.attribute) = \($0)" } ?? part.attribute }
      .joined(separator: " and ")
  }
}

extension MetricKey {
  /// What the number is about, to begin a sentence or a table row with.
  var subject: String { suffixed(metric.definition.title) }

  /// The same inside a sentence.
  var inlineSubject: String { suffixed(metric.inline) }

  /// The column alone, and the rows where not all are meant; `nil` for a metric about no column.
  var columnSubject: String? { columnSubject([:]) }

  /// The same, with other words for some columns, by their names.
  func columnSubject(_ names: [String: String]) -> String? {
    feature.map { withinSlice(names[$0] ?? $0) }
  }

  private func suffixed(_ name: String) -> String {
    withinSlice(feature.map { "\(name) of \($0)" } ?? name)
  }

  private func withinSlice(_ name: String) -> String {
    var text = name
    if slice.isGroup {
      text += " for \(slice.words)"
    } else if !slice.isAll {
      text += " by \(slice.words)"
    }
    return text
  }
}

extension Role {
  /// Those who read the reports, inside a sentence.
  var readers: String {
    switch self {
    case .dataScientist: "data scientists"
    case .dataScienceManager: "data-science managers"
    case .productManager: "product managers"
    case .dataEngineer: "data engineers"
    case .compliance: "compliance"
    case .business: "business"
    }
  }
}
