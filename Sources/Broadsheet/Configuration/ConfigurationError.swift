/// Why a configuration cannot be used: every problem that it has, in order of line.
package struct ConfigurationError: Error, Hashable, Sendable {
  /// What went wrong as a whole; decides the exit code.
  package enum Kind: Hashable, Sendable {
    /// There is no such file.
    case missing
    /// The file exists, but could not be read.
    case unreadable
    /// The file was read, and its content is wrong.
    case invalid
  }

  package let kind: Kind
  /// At least one problem.
  package let problems: [ConfigurationProblem]

  package init(_ kind: Kind, _ problems: [ConfigurationProblem]) {
    self.kind = kind
    self.problems = problems
  }
}

extension ConfigurationError: CustomStringConvertible {
  /// One line for each problem.
  package var description: String {
    problems.map(\.description).joined(separator: "\n")
  }
}

/// One thing that is wrong with a configuration, where it stands, and what to do about it.
package struct ConfigurationProblem: Hashable, Sendable {
  /// Path of the file as it was given.
  package let path: String
  /// Line, counted from 1; `nil` when the problem is the file itself.
  package let line: Int?
  /// Column, counted from 1 in Unicode scalars; `nil` together with the line.
  package let column: Int?
  /// Path of the key, such as `models[0].columns.timestamp`; empty for the whole document.
  package let key: String
  /// What is wrong, in one clause.
  package let message: String
  /// What to do, in one clause.
  package let advice: String?

  package init(
    path: String, line: Int?, column: Int?, key: String, message: String, advice: String?
  ) {
    self.path = path
    self.line = line
    self.column = column
    self.key = key
    self.message = message
    self.advice = advice
  }
}

extension ConfigurationProblem: CustomStringConvertible {
  /// `broadsheet.yaml:12:5: models[0].task: unknown task 'binry'; did you mean 'binary'?`
  package var description: String {
    var words = path
    if let line, let column { words += ":\(line):\(column)" }
    if !key.isEmpty { words += ": \(key)" }
    words += ": \(message)"
    if let advice { words += "; \(advice)" }
    return words
  }
}
