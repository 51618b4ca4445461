import Assessment
import Foundation
import Profiling
package import Publishing

/// The folder in which people put their words on record: `comments/<model>/<period>.md`.
package struct RemarkFolder {
  private let configuration: Configuration
  private let sections: [Role: Set<String>]

  /// - Parameter sections: The anchors of the headings in each reader's report.
  package init(_ configuration: Configuration, sections: [Role: Set<String>]) {
    self.configuration = configuration
    self.sections = sections
  }

  /// Every entry of every file, by model, period and place.
  ///
  /// - Throws: ``ConfigurationError`` with all problems of all files at once.
  package func comments() throws -> [Remark] {
    guard let folder = configuration.commentFolder else { return [] }
    var comments: [Remark] = []
    var problems: [ConfigurationProblem] = []
    for name in try names(in: folder) {
      let path = "\(folder)/\(name)"
      guard isFolder(path) else {
        if name.hasSuffix(".md"), name != "README.md" {
          problems.append(
            problem(path, "the file belongs to no model", "move it to the folder of a model"))
        }
        continue
      }
      guard let model = configuration.models.first(where: { $0.id == name }) else {
        let ids = configuration.models.map(\.id)
        problems.append(
          problem(path, "there is no model \(quoted(name))", advice(forUnknown: name, in: ids)))
        continue
      }
      for file in try names(in: path) {
        let found = read("\(path)/\(file)", name: file, model)
        comments += found.comments
        problems += found.problems
      }
    }
    guard problems.isEmpty else { throw ConfigurationError(.invalid, problems) }
    return comments
  }

  private func read(
    _ path: String, name: String, _ model: Configuration.Model
  ) -> (comments: [Remark], problems: [ConfigurationProblem]) {
    let kind = model.calendar.period
    guard name.hasSuffix(".md"), let period = Period(kind, named: String(name.dropLast(3))) else {
      let example = Period(kind, containing: Day(year: 2026, month: 4, day: 3))
      let advice = "name it after a \(kind.rawValue), such as \(example).md"
      return ([], [problem(path, "the name of the file is no period of \(model.id)", advice)])
    }
    let text: String
    do {
      text = try TextFile.read(path)
    } catch {
      return ([], [problem(path, error.message, error.advice)])
    }
    let file: RemarkFile
    do {
      file = try RemarkFile(text)
    } catch {
      return ([], [problem(path, error.message, error.advice, line: error.line)])
    }
    let place = RemarkEntryReader.Place(
      model: model, period: period, file: shown(path), sections: sections)
    var comments: [Remark] = []
    var problems: [ConfigurationProblem] = []
    for entry in file.entries {
      let log: ReadingLog
      do {
        let document = try ConfigurationDocument(text: entry.frontMatter, path: place.file)
        log = ReadingLog(
          path: place.file, text: entry.frontMatter, directory: configuration.directory,
          computed: [],
          masks: Set(document.repeatedKeys.map(\.mask)))
        guard DocumentInspection.isReadable(document, log: log), let root = document.root else {
          let fault = problem(
            path, "the front matter is empty", "write author, role, kind and date",
            line: entry.line)
          problems += log.problems.isEmpty ? [fault] : log.problems
          continue
        }
        let reader = NodeReader(
          root, key: "", position: TextPosition(line: entry.line, column: 1), log: log)
        let comment = RemarkEntryReader(place: place).read(entry, root: reader)
        problems += log.problems
        if let comment, log.problems.isEmpty { comments.append(comment) }
      } catch {
        problems += error.problems
      }
    }
    return (comments, problems)
  }

  // MARK: - Files

  private func names(in folder: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder).filter { !$0.hasPrefix(".") }
      .sorted()
  }

  /// The path as messages name it: from the configuration file on, where it lies below it.
  private func shown(_ path: String) -> String {
    guard isPath(path, inside: configuration.directory) else { return path }
    return String(path.dropFirst(configuration.directory.count + 1))
  }

  private func problem(
    _ path: String, _ message: String, _ advice: String?, line: Int? = nil
  ) -> ConfigurationProblem {
    ConfigurationProblem(
      path: shown(path), line: line, column: line.map { _ in 1 }, key: "", message: message,
      advice: advice)
  }
}
