import Foundation

/// The files that a model's configuration names, in the order in which they are read.
package struct ModelInputs: Sendable {
  package let reference: [String]
  package let predictions: [String]
  package let labels: [String]

  /// Expands the patterns of a model.
  ///
  /// - Throws: ``IngestError`` of kind `missingInput` naming every pattern of reference and
  ///   predictions that no file matches. Labels may come years later, so their absence is no error.
  package init(of model: Configuration.Model, in configuration: Configuration) throws {
    var missing: [String] = []
    func expand(_ patterns: [String], key: String, required: Bool) -> [String] {
      var found: [String] = []
      for pattern in patterns {
        let files = PathPattern.files(matching: pattern)
        if files.isEmpty && required {
          missing.append(
            configuration.problem(
              forKey: key, message: "no file matches '\(configuration.shown(pattern))'",
              advice: "check the path and that the files have arrived"
            ).description)
        }
        found += files.filter { !found.contains($0) }
      }
      return found
    }
    let index = configuration.models.firstIndex { $0.id == model.id } ?? 0
    reference = expand(model.reference, key: "models[\(index)].reference", required: true)
    predictions = expand(model.predictions, key: "models[\(index)].predictions", required: true)
    labels = expand(model.labels, key: "models[\(index)].labels", required: false)
    guard missing.isEmpty else { throw IngestError(.missingInput, missing) }
  }
}

extension Configuration {
  /// A path as the record and the pages show it: relative to the configuration where it lies below.
  package func shown(_ path: String) -> String {
    let prefix = directory.hasSuffix("/") ? directory : directory + "/"
    return path.hasPrefix(prefix) ? String(path.dropFirst(prefix.count)) : path
  }
}
