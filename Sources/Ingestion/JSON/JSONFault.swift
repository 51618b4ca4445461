/// Why a line is not one JSON object, and where in the scanner's buffer that shows.
package struct JSONFault: Error {
  /// Index of the first byte that does not fit.
  package let position: Int
  package let reason: Reason
}

extension JSONFault {
  /// The kinds of fault, as RFC 8259 has them.
  package enum Reason: Sendable, Hashable, CaseIterable {
    case notAnObject, expectedKey, expectedColon, expectedValue, expectedCommaOrEnd
    case malformedNumber, malformedEscape, controlCharacter, unfinished, textAfterObject
    case tooDeep, invalidUTF8
  }
}

extension JSONFault.Reason: CustomStringConvertible {
  package var description: String {
    switch self {
    case .notAnObject: "is not a JSON object"
    case .expectedKey: "a key in quotes is expected here"
    case .expectedColon: "a colon is expected here"
    case .expectedValue: "a JSON value is expected here"
    case .expectedCommaOrEnd: "a comma or a closing bracket is expected here"
    case .malformedNumber: "is not a JSON number"
    case .malformedEscape: "is not a JSON escape"
    case .controlCharacter: "a control character within a string must be escaped"
    case .unfinished: "the object does not end on its line"
    case .textAfterObject: "has text after the object"
    case .tooDeep: "is nested more than \(JSONParser.maximumDepth) levels deep"
    case .invalidUTF8: "is not valid UTF-8"
    }
  }
}
