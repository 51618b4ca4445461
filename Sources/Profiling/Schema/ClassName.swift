/// One spelling for a class, however a log writes it.
///
/// Logs write one class as `1`, `1.0`, or `True`; comparing the bare texts would make two classes of
/// it. Whole numbers lose their fraction and sign of zero, truth values their capital letters.
package enum ClassName {
  package static func canonical(_ text: String) -> String {
    let bytes = text.utf8
    guard let first = bytes.first else { return text }
    let isNumberLike =
      (first >= UInt8(ascii: "0") && first <= UInt8(ascii: "9")) || first == UInt8(ascii: "-")
      || first == UInt8(ascii: "+") || first == UInt8(ascii: ".")
    if isNumberLike {
      // `Double` also reads hexadecimal numbers, which no log means by such a text.
      guard !text.utf8.contains(UInt8(ascii: "x")), !text.utf8.contains(UInt8(ascii: "X")),
        let number = Double(text), number.magnitude < 0x1p53, number == number.rounded()
      else { return text }
      return String(Int(number))
    }
    let lowered = text.lowercased()
    return lowered == "true" || lowered == "false" ? lowered : text
  }
}
