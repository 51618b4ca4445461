/// `text` in single quotes for a message of one line: control characters become spaces, and what
/// goes beyond 60 characters is cut.
func quoted(_ text: String) -> String {
  "'\(oneLine(text))'"
}

/// `text` without line breaks and control characters, at most 60 characters long.
func oneLine(_ text: String) -> String {
  let longest = 60
  let head = String(text.prefix(longest + 1))
  var line = ""
  for scalar in head.unicodeScalars {
    switch scalar.properties.generalCategory {
    case .control, .lineSeparator, .paragraphSeparator, .format: line += " "
    default: line.unicodeScalars.append(scalar)
    }
  }
  return head.count > longest ? "\(line.prefix(longest))…" : line
}
