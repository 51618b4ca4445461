package import Assessment
package import Profiling
package import Publishing

/// What `broadsheet.yaml` says, with every default filled in and every path absolute.
package struct Configuration: Sendable {
  /// The published site.
  package struct Site: Hashable, Sendable {
    package let title: String
    package let organisation: String?
    /// Folder that the site is written to; where editions are configured, that of the first.
    package let output: String
    /// Folder whose templates replace the built-in ones of the same name.
    package let templates: String?
    /// Folder whose files replace the built-in site files of the same name.
    package let assets: String?
    /// File with the private key that signs publications.
    package let signingKey: String?

    package init(
      title: String, organisation: String?, output: String, templates: String?, assets: String?,
      signingKey: String? = nil
    ) {
      self.title = title
      self.organisation = organisation
      self.output = output
      self.templates = templates
      self.assets = assets
      self.signingKey = signingKey
    }
  }

  /// How days are cut and put together.
  package struct Calendar: Hashable, Sendable {
    package let period: PeriodKind
    /// Name in the IANA database, such as `Europe/London`.
    package let timezone: String

    package init(period: PeriodKind, timezone: String) {
      self.period = period
      self.timezone = timezone
    }

    /// Weeks are the rhythm of the reviews that reports are read in. UTC has no day of 23 or 25
    /// hours, so that counts per day compare.
    package static let standard = Calendar(period: .week, timezone: "UTC")
  }

  /// Path of the file as it was given.
  package let path: String
  /// Absolute folder of the file; relative paths in it are seen from here.
  package let directory: String
  package let site: Site
  /// Absolute path of the record.
  package let history: String
  /// The calendar of the models that have none of their own.
  package let calendar: Calendar
  /// When performance figures are final, for the models that have no rule of their own.
  package let maturity: MaturityRule
  /// Readers in the order of the file; all six unless it says otherwise.
  package let roles: [Role]
  /// Absolute folder with the words of people; `nil` when there is none.
  package let commentFolder: String?
  package let models: [Model]
  /// The publications of the history, at least one; without configured ones `main`, with all roles
  /// and models.
  package let editions: [Edition]
  /// The text of the file.
  let text: String
  /// Keys that were accepted, and whose feature is not there yet; in order of line.
  package let notYetInUse: [KeyUse]
  /// Where each key stands, for problems that only show later.
  let positions: [String: TextPosition]

  /// Reads and checks the file at `path`.
  ///
  /// - Parameter computed: The metrics for which values exist. An expectation on another metric is
  ///   checked like any other, and listed in ``notYetInUse``.
  /// - Throws: All problems of the file at once.
  package static func load(
    path: String, computed: Set<Metric> = Set(Metric.allCases)
  ) throws(ConfigurationError) -> Configuration {
    let text: String
    do {
      text = try TextFile.read(path)
    } catch {
      throw unreadable(path: path, because: error)
    }
    return try parse(
      text: text, path: path, directory: parentFolder(of: currentAbsolutePath(path)),
      computed: computed)
  }

  /// Checks the text of a configuration.
  ///
  /// - Parameters:
  ///   - path: Name of the text in messages.
  ///   - directory: Absolute folder against which paths are resolved; pages of Markdown that the
  ///     text names are read from there.
  ///   - computed: As for `load`.
  /// - Throws: All problems of the text at once.
  package static func parse(
    text: String, path: String, directory: String,
    computed: Set<Metric> = Set(Metric.allCases)
  ) throws(ConfigurationError) -> Configuration {
    guard text.utf8.count <= TextFile.largestSize else {
      throw unreadable(path: path, because: .tooLarge)
    }
    let document = try ConfigurationDocument(text: text, path: path)
    let log = ReadingLog(
      path: path, text: text, directory: absolutePath(directory, in: "/"), computed: computed,
      masks: Set(document.repeatedKeys.map(\.mask)))
    if DocumentInspection.isReadable(document, log: log),
      let configuration = ConfigurationReader(log: log).read(document), log.problems.isEmpty
    {
      return configuration
    }
    throw ConfigurationError(.invalid, log.problems)
  }

  /// A problem that shows only once data are seen, in the form of those found here.
  ///
  /// - Parameter keyPath: A path such as `models[0].columns.label`. For a key that the file leaves
  ///   out, the place is that of the nearest map around it.
  package func problem(
    forKey keyPath: String, message: String, advice: String? = nil
  ) -> ConfigurationProblem {
    var known = Substring(keyPath)
    while positions[String(known)] == nil, !known.isEmpty {
      known = known[..<(known.lastIndex { $0 == "." || $0 == "[" } ?? known.startIndex)]
    }
    let position = positions[String(known)] ?? .start
    return ConfigurationProblem(
      path: path, line: position.line, column: position.column, key: keyPath, message: message,
      advice: advice)
  }

  private static func unreadable(
    path: String, because failure: TextFile.Failure
  ) -> ConfigurationError {
    let kind: ConfigurationError.Kind =
      switch failure {
      case .missing: .missing
      case .unreadable, .notAFile: .unreadable
      case .tooLarge, .notUTF8: .invalid
      }
    let advice =
      failure == .missing
      ? "name another with '--config'" : failure.advice
    return ConfigurationError(
      kind,
      [
        ConfigurationProblem(
          path: path, line: nil, column: nil, key: "", message: failure.message, advice: advice)
      ])
  }
}
