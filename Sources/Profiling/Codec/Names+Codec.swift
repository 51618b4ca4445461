import Statistics

/// Names, and counts by name. Since version 7 what a name has in common with the one before it is left out,
/// and counts follow the names.
extension ProfileWriter {
  /// A list of names in the given order: of each the bytes that it begins with as the one before it does,
  /// by their number, and the others.
  mutating func write(names: [String]) {
    write(names.count)
    var previous: [UInt8] = []
    for name in names {
      let bytes = [UInt8](name.utf8)
      let length = min(previous.count, bytes.count)
      let shared = (0..<length).first { previous[$0] != bytes[$0] } ?? length
      write(shared)
      write(bytes.count - shared)
      append(bytes[shared...])
      previous = bytes
    }
  }

  mutating func write(_ counts: [String: Int]) {
    let counts = counts.sorted { $0.key < $1.key }
    write(names: counts.map(\.key))
    write(counts: counts.map { UInt64($0.value) })
  }
}

extension ProfileReader {
  mutating func names() throws(ProfileCodecError) -> [String] {
    let length = try count()
    guard length <= bytes.count - position else { throw .truncated }
    var names: [String] = []
    names.reserveCapacity(length)
    var letters: [UInt8] = []
    for _ in 0..<length {
      let shared = try count()
      guard shared <= letters.count else { throw .invalid("text") }
      let rest = try count()
      guard rest <= bytes.count - position else { throw .truncated }
      letters.removeLast(letters.count - shared)
      letters.append(contentsOf: bytes[position..<position + rest])
      try skip(to: position + rest)
      guard let name = String(validating: letters, as: UTF8.self) else { throw .invalid("text") }
      names.append(name)
    }
    return names
  }

  mutating func namedCounts() throws(ProfileCodecError) -> [String: Int] {
    var (names, counts): ([String], [Int]) = ([], [])
    if hasParts {
      names = try self.names()
      counts = try self.counts(names.count)
    } else {
      let entries = try list { reader throws(ProfileCodecError) -> (String, Int) in
        (try reader.text(), try reader.count())
      }
      (names, counts) = (entries.map(\.0), entries.map(\.1))
    }
    var named = [String: Int](minimumCapacity: names.count)
    for (name, count) in zip(names, counts) {
      // A name twice is damage, and adding the counts could overflow.
      guard named.updateValue(count, forKey: name) == nil else { throw .invalid("category") }
    }
    return named
  }
}
