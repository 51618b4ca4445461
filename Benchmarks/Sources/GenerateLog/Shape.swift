import Foundation

/// What the log looks like; every part of it can be set by an option of the same name.
struct Shape {
  enum Labels: String { case row, late, none }
  enum Format: String { case csv, jsonl }

  var rows = 100_000
  var referenceRows = 20_000
  var floats = 20
  /// How many values each categorical column has.
  var categories = [4, 12, 50, 500, 5_000]
  /// Digits after the point; 17 means the shortest form that reads back as the same number.
  var digits = 6
  var scoreDigits = 6
  /// Times with milliseconds.
  var milliseconds = false
  var missing = 0.01
  /// Share of rows of the widest categorical column whose text needs quotes.
  var quoted = 0.05
  var weeks = 12
  /// The log is cut into this many files of equal length.
  var files = 1
  var labels = Labels.row
  /// How many predictions have a late label, spread evenly over the log; nil for all.
  var labelled: Int?
  /// Mean days from a prediction to its label.
  var delayDays = 10.0
  /// From the middle of the log on, `float_01` is shifted by so many standard deviations.
  var drift = 0.0
  var shuffled = false
  var format = Format.csv
  var seed: UInt64 = 1
  var output = "log"

  /// 2026-01-05, a Monday, in seconds since 1970.
  static let start = 1_767_571_200

  init(arguments: [String]) throws(UsageError) {
    var rest = arguments[...]
    while let name = rest.popFirst() {
      if name == "--shuffled" {
        shuffled = true
        continue
      }
      if name == "--milliseconds" {
        milliseconds = true
        continue
      }
      guard let value = rest.popFirst() else { throw UsageError("\(name) needs a value") }
      try set(name, to: value)
    }
  }

  private mutating func set(_ name: String, to value: String) throws(UsageError) {
    switch name {
    case "--rows": rows = try Self.number(value, name)
    case "--reference-rows": referenceRows = try Self.number(value, name)
    case "--floats": floats = try Self.number(value, name)
    case "--categories" where value.isEmpty: categories = []
    case "--categories":
      var counts: [Int] = []
      for part in value.split(separator: ",") { counts.append(try Self.number(String(part), name)) }
      categories = counts
    case "--digits": digits = try Self.number(value, name)
    case "--score-digits": scoreDigits = try Self.number(value, name)
    case "--labelled": labelled = try Self.number(value, name)
    case "--missing": missing = try Self.number(value, name)
    case "--quoted": quoted = try Self.number(value, name)
    case "--weeks": weeks = try Self.number(value, name)
    case "--files": files = try Self.number(value, name)
    case "--labels": labels = try Self.choice(value, name)
    case "--delay-days": delayDays = try Self.number(value, name)
    case "--drift": drift = try Self.number(value, name)
    case "--format": format = try Self.choice(value, name)
    case "--seed": seed = try Self.number(value, name)
    case "--output": output = value
    default: throw UsageError("there is no option \(name)")
    }
  }

  private static func number<Value: LosslessStringConvertible>(
    _ text: String, _ name: String
  ) throws(UsageError) -> Value {
    guard let value = Value(text) else { throw UsageError("\(name): '\(text)' is no number") }
    return value
  }

  private static func choice<Value: RawRepresentable>(
    _ text: String, _ name: String
  ) throws(UsageError) -> Value where Value.RawValue == String {
    guard let value = Value(rawValue: text) else {
      throw UsageError("\(name): '\(text)' is not one of the choices")
    }
    return value
  }
}

struct UsageError: Error, CustomStringConvertible {
  let description: String
  init(_ description: String) { self.description = description }
}
