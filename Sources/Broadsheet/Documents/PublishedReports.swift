import Foundation
package import Publishing

/// The reports of an edition as they lie in its folder.
package struct PublishedReports: Sendable {
  private let edition: Configuration.Edition

  package init(_ edition: Configuration.Edition) {
    self.edition = edition
  }

  /// A report, or those of all models for a period, as one file that needs no other.
  ///
  /// - Parameters:
  ///   - model: Id of the model; `nil` for all that have a report of the period, in order of id.
  ///   - paper: The paper that it is for.
  /// - Throws: ``DocumentError`` for a report that was not published, with those that were.
  package func document(
    role: Role, model: String?, period: String, paper: SingleFileDocument.Paper? = nil
  ) throws -> String {
    guard edition.roles.contains(role) else {
      throw DocumentError(
        .missingPage,
        "the edition '\(edition.id)' has no reports for '\(role.rawValue)'; "
          + "it has \(edition.roles.map(\.rawValue).joined(separator: ", "))")
    }
    let styles = try text("assets/broadsheet.css")
    guard let styles else {
      throw DocumentError(
        .missingPage, "\(edition.output) holds no site yet; 'broadsheet run' publishes one")
    }
    let models = try names(in: role.rawValue).filter { model == nil || $0 == model }
    var pages: [SingleFileDocument.Page] = []
    for id in models {
      let path = "\(role.rawValue)/\(id)/\(period)/index.html"
      // A period is a name, so that no path leads out of the site.
      guard Self.isName(period), let html = try text(path) else { continue }
      pages.append(SingleFileDocument.Page(path: path, html: html))
    }
    guard !pages.isEmpty else { throw try missing(role, model, period, models) }
    return try SingleFileDocument(
      pages: pages, styleSheet: styles, address: edition.address, paper: paper
    ).html(source: ContentDigest.policySource)
  }

  private func missing(
    _ role: Role, _ model: String?, _ period: String, _ models: [String]
  ) throws -> DocumentError {
    let known = try names(in: role.rawValue)
    if let model, models.isEmpty {
      return DocumentError(
        .missingPage,
        "there is no report of a model '\(model)' for '\(role.rawValue)'; there are reports of "
          + (known.isEmpty ? "none" : known.joined(separator: ", ")))
    }
    let periods = try Set(models.flatMap { try names(in: "\(role.rawValue)/\($0)") }).sorted()
    let newest = periods.suffix(5).joined(separator: ", ")
    return DocumentError(
      .missingPage,
      "no report of a period '\(period)' was published for '\(role.rawValue)'"
        + (newest.isEmpty ? "" : "; the newest are \(newest)"))
  }

  private static func isName(_ text: String) -> Bool {
    !text.isEmpty
      && text.utf8.allSatisfy { byte in
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
          || (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) || byte == UInt8(ascii: "-")
      }
  }

  private func text(_ path: String) throws -> String? {
    try SiteFolder.bytes(at: path, in: edition.output).map { String(decoding: $0, as: UTF8.self) }
  }

  /// The folders that hold a page, by name.
  private func names(in folder: String) throws -> [String] {
    let path = edition.output + "/" + folder
    guard FileManager.default.fileExists(atPath: path) else { return [] }
    return try FileManager.default.contentsOfDirectory(atPath: path).filter {
      FileManager.default.fileExists(atPath: "\(path)/\($0)/index.html")
    }.sorted()
  }
}
