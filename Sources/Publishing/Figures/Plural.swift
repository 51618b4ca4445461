/// Numbers of things in words.
enum Plural {
  /// Such as `1 month`, `3 months`, `1,274 rows`; irregular plurals are given.
  static func count(_ number: Int, _ noun: String, _ plural: String? = nil) -> String {
    "\(NumberText.grouped(number)) \(number == 1 ? noun : plural ?? noun + "s")"
  }

  /// Such as `first`, `third`, `14th`.
  static func ordinal(_ number: Int) -> String {
    let words = [
      "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth",
    ]
    if words.indices.contains(number - 1) { return words[number - 1] }
    let ending =
      switch (number % 100, number % 10) {
      case (11...13, _): "th"
      case (_, 1): "st"
      case (_, 2): "nd"
      case (_, 3): "rd"
      default: "th"
      }
    return "\(NumberText.grouped(number))\(ending)"
  }

  /// Such as `a`, `a and b`, `a, b and c`.
  static func list(_ items: [String], joining word: String = "and") -> String {
    guard let last = items.last, items.count > 1 else { return items.first ?? "" }
    return items.dropLast().joined(separator: ", ") + " \(word) " + last
  }

  /// The first few of a list, and how many more there are.
  static func shortList(_ items: [String], limit: Int = 3) -> String {
    guard items.count > limit + 1 else { return list(items) }
    let rest = items.count - limit
    return items.prefix(limit).joined(separator: ", ") + " and \(rest) more"
  }
}
