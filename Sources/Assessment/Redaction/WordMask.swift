/// Takes given words out of free text.
struct WordMask {
  /// What stands in the place of a word.
  static let substitute = "(left out)"

  /// Words in small letters as characters, long ones first, so that `race and sex` goes before
  /// `race`.
  private let words: [[Character]]

  /// - Parameter words: Names as data has them; `priors_count` also covers `priors count` and
  ///   `priors-count`, in whichever case.
  init(words: [String]) {
    let spellings = words.flatMap { word -> [String] in
      let lower = word.lowercased()
      let parts = lower.split { $0 == "_" || $0 == " " || $0 == "-" }.map(String.init)
      return [lower] + ["_", " ", "-"].map { parts.joined(separator: $0) }
    }
    self.words = Set(spellings.filter { !$0.isEmpty }.map(Array.init))
      .sorted { ($1.count, String($0)) < ($0.count, String($1)) }
  }

  /// Whether one of the words stands in the text, alone or as part of a name such as
  /// `2013-race.csv`.
  func finds(in text: String) -> Bool { masked(text) != text }

  /// The text without the words; parts of longer words stay (`average` keeps its `age`).
  func masked(_ text: String) -> String {
    guard !words.isEmpty else { return text }
    let characters = Array(text)
    let lower = characters.map { character -> Character in
      let small = character.lowercased()
      return small.count == 1 ? small.first ?? character : character
    }
    var result = ""
    var index = 0
    while index < characters.count {
      if let length = wordLength(at: index, in: lower) {
        result += Self.substitute
        index += length
      } else {
        result.append(characters[index])
        index += 1
      }
    }
    return result
  }

  private func wordLength(at index: Int, in text: [Character]) -> Int? {
    guard index == 0 || !Self.belongsToWord(text[index - 1]) else { return nil }
    return words.first { word in
      let end = index + word.count
      guard end <= text.count, text[index..<end].elementsEqual(word) else { return false }
      return end == text.count || !Self.belongsToWord(text[end])
    }?.count
  }

  private static func belongsToWord(_ character: Character) -> Bool {
    character.isLetter || character.isNumber
  }
}
