package import Foundation
import Mustache

/// All templates and static files of a site: the built-in ones, with files of a folder in their
/// place where it has any of the same name.
///
/// Strict where Mustache is lenient: an unknown key, a missing partial and a syntax error stop the
/// run with the name of the template and the line; plain Mustache would print a blank.
package struct TemplateCatalog: Sendable {
  /// One template or static file.
  package struct Entry: Hashable, Sendable {
    /// Path inside the folder of overrides, such as `reports/business.md.mustache` or
    /// `site/broadsheet.css`.
    package let name: String
    /// True when a file of that folder has taken the place of the built-in one, or is new.
    package let isOverridden: Bool
  }

  /// The texts of the templates, by name.
  private let texts: [String: String]
  /// Compliance packs as YAML, by path, such as `packs/four-fifths.yaml`.
  package let packs: [String: String]
  /// Files that every site carries, by name; published under `assets/`.
  let staticFiles: [String: [UInt8]]
  private let overridden: Set<String>
  /// The files that took the place of built-in ones, or are new, by name and in the order of names.
  package let overrides: [(name: String, bytes: [UInt8])]
  private let tags: [String: [TemplateTag]]
  private let libraries: [TemplateTarget: MustacheLibrary]
  private let checked = CheckedTemplates()

  /// The built-in files alone.
  package init() throws(PublishingError) {
    try self.init(files: [:])
  }

  /// The built-in files under those of a folder, laid out as ``eject(to:)`` lays it out.
  ///
  /// A template whose name no built-in one has is refused, except for new partials and packs: a
  /// misspelt name would otherwise leave the built-in text in place without a word. New static
  /// files, such as a logo, are welcome.
  ///
  /// - Parameters:
  ///   - folder: Templates, and static files in its folder `site`; `nil` for none.
  ///   - assets: A folder of static files alone, which win over those of `folder`; `nil` for none.
  package init(overriddenBy folder: URL?, assets: URL? = nil) throws(PublishingError) {
    var files =
      try folder.map { folder throws(PublishingError) in
        try TemplateFolder(folder).files()
      } ?? [:]
    if let assets {
      for (name, bytes) in try TemplateFolder(assets).staticFiles() {
        files["site/\(name)"] = bytes
      }
    }
    try self.init(files: files)
  }

  /// - Parameter overrides: Texts of templates by name.
  init(overrides: [String: String]) throws(PublishingError) {
    try self.init(files: overrides.mapValues { Array($0.utf8) })
  }

  private init(files overrides: [String: [UInt8]]) throws(PublishingError) {
    var texts = BuiltInFiles.templates
    var packs = BuiltInFiles.packs
    var staticFiles = BuiltInFiles.site
    for (name, bytes) in overrides.sorted(by: { $0.key < $1.key }) {
      if name.hasPrefix("site/") {
        staticFiles[String(name.dropFirst("site/".count))] = bytes
      } else if name.hasPrefix("packs/"), name.hasSuffix(".yaml") {
        packs[name] = try Self.decoded(name, bytes)
      } else {
        texts[name] = try Self.text(name, bytes)
      }
    }
    var tags: [String: [TemplateTag]] = [:]
    var libraries: [TemplateTarget: MustacheLibrary] = [:]
    for (name, text) in texts.sorted(by: { $0.key < $1.key }) {
      tags[name] = try TemplateScanner(place: name).tags(in: text)
      guard let target = TemplateTarget.of(name) else { continue }
      libraries[target, default: MustacheLibrary()].register(
        try Self.compiled(name, text), named: Self.libraryName(name, target))
    }
    self.texts = texts
    self.packs = packs
    self.staticFiles = staticFiles
    overridden = Set(overrides.keys)
    self.overrides = overrides.sorted { $0.key < $1.key }.map { (name: $0.key, bytes: $0.value) }
    self.tags = tags
    self.libraries = libraries
  }

  /// The text of a template.
  func text(of name: String) -> String? { texts[name] }

  /// The names of the templates of compliance packs.
  var packTemplates: [String] { texts.keys.filter { $0.hasPrefix("packs/") }.sorted() }

  /// The bytes of every template and static file, by name and in the order of names.
  package var contents: [(name: String, bytes: [UInt8])] {
    (texts.map { ($0.key, Array($0.value.utf8)) }
      + staticFiles.map { ("site/\($0.key)", $0.value) }).sorted { $0.0 < $1.0 }
  }

  /// Every template and static file, by name.
  package func list() -> [Entry] {
    (Array(texts.keys) + packs.keys + staticFiles.keys.map { "site/\($0)" }).sorted().map {
      Entry(name: $0, isOverridden: overridden.contains($0))
    }
  }

  /// Writes built-in files into a folder, to be edited there; files that exist are left.
  ///
  /// - Parameter prefixes: Only files whose name begins with one of these; all for none.
  /// - Returns: The names that were written.
  package static func eject(
    to folder: URL, only prefixes: [String] = []
  ) throws(PublishingError) -> [String] {
    var files = BuiltInFiles.templates.merging(BuiltInFiles.packs) { template, _ in template }
      .mapValues { Array($0.utf8) }
    for (name, bytes) in BuiltInFiles.site { files["site/\(name)"] = bytes }
    let wanted = files.filter { name, _ in
      prefixes.isEmpty || prefixes.contains { name.hasPrefix($0) }
    }
    return try TemplateFolder(folder).write(wanted)
  }

  /// Checks a template against the keys of a view type, without rendering it.
  func check(_ name: String, for type: any View.Type) throws(PublishingError) {
    try checked.check(name, for: type) { () throws(PublishingError) in
      let target = TemplateTarget.of(name)
      let checker = TemplateChecker { wanted in
        let path = wanted == name ? name : "partials/\(wanted)\(target?.suffix ?? "")"
        return tags[path].map { (path, $0) }
      }
      try checker.check(name, against: ViewShape.of(type))
    }
  }

  /// The text of a template filled with a view.
  func render(_ name: String, _ view: some View) throws(PublishingError) -> String {
    try check(name, for: type(of: view))
    guard let target = TemplateTarget.of(name),
      let text = libraries[target]?.render(
        ViewContent(target: target).content(of: view),
        withTemplate: Self.libraryName(name, target))
    else {
      throw PublishingError(
        .missingTemplate(name), place: name, advice: "List the templates to see their names.")
    }
    return text
  }

  /// Partials by their bare name, as tags call them; other templates by their whole name.
  private static func libraryName(_ name: String, _ target: TemplateTarget) -> String {
    guard name.hasPrefix("partials/") else { return name }
    return String(name.dropFirst("partials/".count).dropLast(target.suffix.count))
  }

  /// The engine would escape texts for HTML, in every partial anew; as views arrive escaped, each
  /// template is told on a line of its own that it is plain text.
  private static func compiled(
    _ name: String, _ text: String
  ) throws(PublishingError) -> MustacheTemplate {
    do {
      return try MustacheTemplate(string: "{{% CONTENT_TYPE:TEXT}}\n" + text)
    } catch let error as MustacheTemplate.ParserError {
      throw PublishingError(
        .syntax("\(error.error)"), place: name, line: error.context.lineNumber - 1,
        advice: "The line reads: \(error.context.line)")
    } catch {
      throw PublishingError(
        .syntax("\(error)"), place: name, advice: "Compare it with the built-in template.")
    }
  }

  /// The text of an overriding template, if it may be one.
  private static func text(_ name: String, _ bytes: [UInt8]) throws(PublishingError) -> String {
    let isNew =
      ["partials/", "packs/"].contains(where: name.hasPrefix) && TemplateTarget.of(name) != nil
    guard BuiltInFiles.templates[name] != nil || isNew else {
      throw PublishingError(
        .missingTemplate(name), place: name,
        advice: "Known names: \(BuiltInFiles.templates.keys.sorted().joined(separator: ", ")).")
    }
    return try decoded(name, bytes)
  }

  private static func decoded(
    _ name: String, _ bytes: [UInt8]
  ) throws(PublishingError) -> String {
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw PublishingError(
        .file("it is not UTF-8 text"), place: name, advice: "Save it with that encoding.")
    }
    return text
  }
}
