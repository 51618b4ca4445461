/// A site that cannot be planned or written: what is wrong, where, and what to do about it.
package struct SiteError: Error, Equatable, CustomStringConvertible {
  package enum Problem: Equatable, Sendable {
    /// A path that is not relative, portable and inside the site; the text says which rule it breaks.
    case invalidPath(rule: String)
    /// Two parts of the program want to write the same file, or one wants a folder of that name.
    case taken(first: String, second: String, otherPath: String)
    /// The folder holds something that we have not written.
    case foreignFolder
    /// A file that was to be taken over is not there any more, or has another size.
    case lostFile
    /// The operating system refused.
    case inputOutput(operation: String, reason: String)
  }

  package let problem: Problem
  /// Where: a path inside the site for planning, in the file system for writing.
  package let path: String

  package init(_ problem: Problem, path: String) {
    self.problem = problem
    self.path = path
  }

  /// What to change, in one sentence.
  package var advice: String {
    switch problem {
    case .invalidPath:
      "Use letters, digits, '.', '_', '-' and '/' only."
    case .taken:
      "Give one of them another name."
    case .foreignFolder:
      "Choose an empty or new folder as output, or empty this one by hand."
    case .lostFile:
      "Publish with '--full', which makes every page again."
    case .inputOutput:
      "Check the permissions and free space there; the output folder must not be a mount point "
        + "itself, but may lie inside one."
    }
  }

  package var description: String {
    switch problem {
    case .invalidPath(let rule):
      "\(path): not a path for a site: \(rule). \(advice)"
    case .taken(let first, let second, let otherPath):
      "\(path): wanted by \(second), but \(otherPath) is already written by \(first). \(advice)"
    case .foreignFolder:
      "\(path): not replaced, because it is not empty and Broadsheet did not write it. \(advice)"
    case .lostFile:
      "\(path): changed or removed since it was published. \(advice)"
    case .inputOutput(let operation, let reason):
      "\(path): \(operation) failed: \(reason). \(advice)"
    }
  }
}
