import Foundation
import History

/// Runs `body` with the path of a history in a folder of its own, and removes the folder.
func withTemporaryHistory(_ body: (String) throws -> Void) throws {
  let folder = FileManager.default.temporaryDirectory.path + "/history-" + UUID().uuidString
  try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  let outcome = Result { try body(folder + "/history.sqlite") }
  try FileManager.default.removeItem(atPath: folder)
  try outcome.get()
}
