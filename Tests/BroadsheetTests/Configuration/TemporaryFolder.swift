import Foundation

/// Runs `body` with the path of an empty folder of its own, and removes the folder.
func withTemporaryFolder(_ body: (String) throws -> Void) throws {
  let folder = FileManager.default.temporaryDirectory.path + "/" + UUID().uuidString
  try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  let outcome = Result { try body(folder) }
  try FileManager.default.removeItem(atPath: folder)
  try outcome.get()
}
