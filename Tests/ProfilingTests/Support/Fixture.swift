import Foundation

/// Files of the folder `Oracles`.
enum Fixture {
  static func load<Value: Decodable>(
    _ type: Value.Type, _ name: String, from file: String = #filePath
  ) throws -> Value {
    let folder = URL(filePath: file).deletingLastPathComponent().deletingLastPathComponent()
    let data = try Data(contentsOf: folder.appending(path: "Oracles/\(name)"))
    return try JSONDecoder().decode(type, from: data)
  }
}
