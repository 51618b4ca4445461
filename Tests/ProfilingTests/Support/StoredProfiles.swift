@testable import Profiling

/// Profiles that another program stored, by the names that it gave them.
struct StoredProfiles {
  private let stored: [String: String]

  init() throws {
    stored = try Fixture.load([String: String].self, "stored_profiles.json")
  }

  /// The bytes of one part of a profile.
  ///
  /// - Throws: ``Missing`` where there is none of that name.
  func bytes(_ name: String) throws -> [UInt8] {
    guard let hexadecimal = stored[name] else { throw Missing(name: name) }
    var bytes: [UInt8] = []
    var rest = hexadecimal[...]
    while let byte = UInt8(rest.prefix(2), radix: 16) {
      bytes.append(byte)
      rest = rest.dropFirst(2)
    }
    return bytes
  }

  /// The profile whose parts have names with one ending.
  func profile(_ ending: String) throws -> Profile {
    Profile(
      input: try InputProfile(encoded: bytes("input" + ending)),
      outcome: try OutcomeProfile(encoded: bytes("outcome" + ending)))
  }

  struct Missing: Error {
    let name: String
  }
}
