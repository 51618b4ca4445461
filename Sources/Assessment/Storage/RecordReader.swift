import Profiling

/// Why stored bytes are no record.
package struct RecordCodecError: Error, Equatable, CustomStringConvertible {
  /// What could not be read.
  let what: String

  package var description: String { "a stored record has no valid \(what)" }
}

/// Reads what ``RecordWriter`` wrote; every fault in the bytes is an error, never a trap.
package struct RecordReader {
  private let bytes: [UInt8]
  private var position = 0
  private var texts: [String] = []
  private var slices: [Slice] = []
  /// By the number of the text; `nil` for one that is not the name of a metric.
  private var metrics: [Metric?] = []

  private static let metricsByName = Dictionary(
    uniqueKeysWithValues: Metric.allCases.map { ($0.rawValue, $0) })

  package init(_ bytes: [UInt8]) throws(RecordCodecError) {
    self.bytes = bytes
    guard try int() == RecordWriter.version else { throw RecordCodecError(what: "version") }
    let textCount = try count()
    texts.reserveCapacity(textCount)
    for _ in 0..<textCount { texts.append(try plainText()) }
    metrics = texts.map { Self.metricsByName[$0] }
    slices = try list { reader throws(RecordCodecError) in
      Slice(
        parts: try reader.list { reader throws(RecordCodecError) in
          Slice.Part(attribute: try reader.text(), value: try reader.optionalText())
        })
    }
  }

  package var isAtEnd: Bool { position == bytes.count }

  private mutating func byte() throws(RecordCodecError) -> UInt8 {
    guard position < bytes.count else { throw RecordCodecError(what: "end") }
    defer { position += 1 }
    return bytes[position]
  }

  package mutating func int() throws(RecordCodecError) -> Int {
    var result: UInt64 = 0
    var shift: UInt64 = 0
    while true {
      let next = try byte()
      guard shift < 64, shift < 63 || next <= 1 else { throw RecordCodecError(what: "number") }
      result |= UInt64(next & 0x7F) << shift
      if next < 0x80 { break }
      shift += 7
    }
    return Int(Int64(bitPattern: result >> 1) ^ -Int64(bitPattern: result & 1))
  }

  /// A number of things that follow, each of at least one byte.
  mutating func count() throws(RecordCodecError) -> Int {
    let count = try int()
    guard count >= 0, count <= bytes.count - position else { throw RecordCodecError(what: "count") }
    return count
  }

  mutating func number() throws(RecordCodecError) -> Double {
    guard bytes.count - position >= 8 else { throw RecordCodecError(what: "end") }
    var bits: UInt64 = 0
    for index in 0..<8 { bits |= UInt64(bytes[position + index]) << UInt64(index * 8) }
    position += 8
    return Double(bitPattern: bits)
  }

  mutating func flag() throws(RecordCodecError) -> Bool {
    switch try byte() {
    case 0: return false
    case 1: return true
    default: throw RecordCodecError(what: "flag")
    }
  }

  package mutating func text() throws(RecordCodecError) -> String {
    let number = try int()
    guard texts.indices.contains(number) else { throw RecordCodecError(what: "text") }
    return texts[number]
  }

  mutating func metric() throws(RecordCodecError) -> Metric {
    let number = try int()
    guard metrics.indices.contains(number), let metric = metrics[number] else {
      throw RecordCodecError(what: "metric")
    }
    return metric
  }

  mutating func slice() throws(RecordCodecError) -> Slice {
    let number = try int()
    guard slices.indices.contains(number) else { throw RecordCodecError(what: "slice") }
    return slices[number]
  }

  mutating func day() throws(RecordCodecError) -> Day { Day(number: try int()) }

  package mutating func optional<Value>(
    _ body: (inout RecordReader) throws(RecordCodecError) -> Value
  ) throws(RecordCodecError) -> Value? {
    try flag() ? try body(&self) : nil
  }

  mutating func optionalNumber() throws(RecordCodecError) -> Double? {
    try flag() ? try number() : nil
  }

  mutating func optionalText() throws(RecordCodecError) -> String? {
    try flag() ? try text() : nil
  }

  package mutating func list<Element>(
    _ body: (inout RecordReader) throws(RecordCodecError) -> Element
  ) throws(RecordCodecError) -> [Element] {
    let length = try count()
    var result: [Element] = []
    result.reserveCapacity(length)
    for _ in 0..<length { result.append(try body(&self)) }
    return result
  }

  /// A name of one of the cases of an enumeration.
  mutating func name<Value: RawRepresentable<String>>(
    _ type: Value.Type
  ) throws(RecordCodecError) -> Value {
    guard let value = Value(rawValue: try text()) else {
      throw RecordCodecError(what: "\(type)")
    }
    return value
  }

  private mutating func plainText() throws(RecordCodecError) -> String {
    let length = try count()
    defer { position += length }
    guard let text = String(validating: bytes[position..<(position + length)], as: UTF8.self)
    else { throw RecordCodecError(what: "text") }
    return text
  }
}
