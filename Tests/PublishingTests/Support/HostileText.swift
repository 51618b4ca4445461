/// Random text made of what is dangerous in Markdown and HTML; equal seeds give equal texts.
struct HostileText {
  private static let pieces: [String] = [
    "a", "B", "z9", "7", "days_in_jail", " ", "  ", "    ", "\t", "\n", "\r\n", "\\", "`", "``",
    "*",
    "**", "_", "__", "[", "]", "(", ")", "](", "![", "[a]: /x", "<", ">", "<b>", "</b>", "<!--",
    "-->",
    "<script>", "&", "&amp;", "&#60;", "&lt", ";", "#", "##", " #", "-", "- ", "---", "+", "+ ",
    "=",
    "===", "|", "\\|", "|---|", ":-:", ":", "~", "~~~", "1.", "1) ", "12. ", "0.5", ".", "!", "\"",
    "'",
    "http://x.org", "www.x.org", "a@b.org", "{", "}", "$", "%20", "é", "ß", "中", "😀", "\u{301}",
    "\u{A0}", "\u{0}", "\u{1B}", "\u{7F}", "\u{85}", "\u{2028}", "\u{202E}", "\u{2066}", "\u{FEFF}",
    "\u{FFFE}", "<10", "<?", "<![CDATA[", "javascript:x", "^", "[^1]", "[ ]", "[x] ",
  ]

  private var state: UInt64

  init(seed: UInt64) {
    state = seed
  }

  /// Up to `pieceCount` pieces in a row.
  mutating func next(pieceCount: Int = 8) -> String {
    (0..<(1 + draw(pieceCount))).map { _ in Self.pieces[draw(Self.pieces.count)] }.joined()
  }

  /// A linear congruential generator (Knuth, MMIX); its upper bits are good enough to pick pieces.
  private mutating func draw(_ bound: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int((state >> 33) % UInt64(bound))
  }
}
