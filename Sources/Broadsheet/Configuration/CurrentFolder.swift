import Foundation

/// `path` seen from the folder that the program was started in.
func currentAbsolutePath(_ path: String) -> String {
  absolutePath(path, in: FileManager.default.currentDirectoryPath)
}
