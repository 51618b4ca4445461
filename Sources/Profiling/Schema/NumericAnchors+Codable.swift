import Foundation

/// Anchors as a part of a stored schema.
///
/// There are thousands of values for every numeric column. They are stored as their eight bytes each,
/// least significant first, in Base64: exact, and to be read without a parser of numbers. Schemas of
/// earlier programs hold a list of numbers instead.
extension NumericAnchors: Codable {
  private enum Key: String, CodingKey {
    case values, packedValues, coversReference, deciles
  }

  package init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Key.self)
    let values: [Double]
    if let text = try container.decodeIfPresent(String.self, forKey: .packedValues) {
      guard let unpacked = Self.unpack(text) else {
        throw DecodingError.dataCorruptedError(
          forKey: .packedValues, in: container,
          debugDescription: "The anchors are not finite numbers in ascending order.")
      }
      values = unpacked
    } else {
      values = try container.decode([Double].self, forKey: .values)
    }
    self.init(
      values: values,
      coversReference: try container.decode(Bool.self, forKey: .coversReference),
      deciles: try container.decode([String: [Double]].self, forKey: .deciles))
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    try container.encode(Self.pack(values), forKey: .packedValues)
    try container.encode(coversReference, forKey: .coversReference)
    try container.encode(deciles, forKey: .deciles)
  }

  private static func pack(_ values: [Double]) -> String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(8 * values.count)
    for value in values {
      for shift in stride(from: UInt64(0), to: 64, by: 8) {
        bytes.append(UInt8(truncatingIfNeeded: value.bitPattern >> shift))
      }
    }
    return Data(bytes).base64EncodedString()
  }

  private static func unpack(_ text: String) -> [Double]? {
    guard let data = Data(base64Encoded: text), data.count % 8 == 0 else { return nil }
    let bytes = [UInt8](data)
    let values = stride(from: 0, to: bytes.count, by: 8).map { start in
      Double(
        bitPattern: (0..<8).reduce(UInt64(0)) { $0 | UInt64(bytes[start + $1]) << UInt64(8 * $1) })
    }
    let isAscending = zip(values, values.dropFirst()).allSatisfy { $0 < $1 }
    return values.allSatisfy(\.isFinite) && isAscending ? values : nil
  }
}
