/// The words that the name of a column is made of.
///
/// `request.features.ageGroup` has the words `age` and `group`: of a path only the last key counts,
/// and a new word begins after anything that is no letter or digit, and at a capital letter after a
/// small one.
struct ColumnName {
  let words: [String]

  init(_ name: String) {
    var words: [String] = []
    var word = ""
    var previous: Character = "."
    for character in Self.lastKey(of: name) {
      let isPart = character.isLetter || character.isNumber
      if !word.isEmpty, !isPart || (character.isUppercase && previous.isLowercase) {
        words.append(word.lowercased())
        word = ""
      }
      if isPart { word.append(character) }
      previous = character
    }
    if !word.isEmpty { words.append(word.lowercased()) }
    self.words = words
  }

  /// Whether one of the words is among `others`.
  func has(_ others: Set<String>) -> Bool { words.contains(where: others.contains) }

  private static func lastKey(of name: String) -> Substring {
    var start = name.startIndex
    var isEscaped = false
    for index in name.indices {
      if name[index] == ".", !isEscaped { start = name.index(after: index) }
      isEscaped = name[index] == "\\" && !isEscaped
    }
    return start == name.endIndex ? name[...] : name[start...]
  }
}
