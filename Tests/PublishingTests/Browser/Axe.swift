import Foundation

/// The checker axe-core, which the script for the tests fetches.
enum Axe {
  static let path: String? = {
    let given = ProcessInfo.processInfo.environment["BROADSHEET_AXE"] ?? ""
    let root = URL(filePath: #filePath).appending(path: "../../../..").standardized.path
    return (given.isEmpty ? [] : [given]) + [root + "/.build/test-tools/axe.min.js"]
  }().first(where: FileManager.default.fileExists)
}
