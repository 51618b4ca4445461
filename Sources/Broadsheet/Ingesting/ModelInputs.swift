import Foundation
import Ingestion

/// What a model's configuration names as sources, in the order in which it is read.
package struct ModelInputs: Sendable {
  package let reference: [InputPlace]
  package let predictions: [InputPlace]
  package let labels: [InputPlace]

  /// Expands the patterns of a model; opens nothing.
  ///
  /// - Throws: ``IngestError`` of kind `missingInput` naming every pattern of reference and
  ///   predictions that no file matches. Labels may come years later, so their absence is no error.
  package init(of model: Configuration.Model, in configuration: Configuration) throws {
    var missing: [String] = []
    func expand(
      _ sources: [Configuration.Source], key: String, required: Bool
    ) -> [InputPlace] {
      var found: [InputPlace] = []
      for source in sources {
        let places = InputPlace.places(of: source)
        if places.isEmpty && required {
          missing.append(
            configuration.problem(
              forKey: key,
              message: "no file matches '\(configuration.shown(source.pattern ?? ""))'",
              advice: "check the path and that the files have arrived"
            ).description)
        }
        for place in places where !found.contains(where: { $0.isSame(as: place) }) {
          found.append(place)
        }
      }
      return found
    }
    let index = configuration.models.firstIndex { $0.id == model.id } ?? 0
    reference = expand(model.reference, key: "models[\(index)].reference", required: true)
    predictions = expand(model.predictions, key: "models[\(index)].predictions", required: true)
    labels = expand(model.labels, key: "models[\(index)].labels", required: false)
    for place in reference where place.isStream {
      missing.append(
        configuration.problem(
          forKey: "models[\(index)].reference",
          message: "'\(configuration.shown(place.path))' is a pipe",
          advice: "the reference must be a file that stays as it is"
        ).description)
    }
    guard missing.isEmpty else { throw IngestError(.missingInput, missing) }
  }

  /// Everything, whatever it is to the model.
  package var all: [InputPlace] { reference + predictions + labels }
}

extension InputPlace {
  /// The inputs that a source stands for; none when no file matches.
  fileprivate static func places(of source: Configuration.Source) -> [InputPlace] {
    switch source.origin {
    case .files(let pattern):
      PathPattern.files(matching: pattern).map {
        InputPlace(kind: PathPattern.isPipe($0) ? .pipe : .file, path: $0, format: source.format)
      }
    case .standardInput: [InputPlace(kind: .pipe, path: "", format: source.format)]
    case .duckDB(let duckDB):
      switch duckDB.content {
      case .files(let pattern):
        PathPattern.files(matching: pattern).map {
          InputPlace(kind: .duckDBFile(duckDB), path: $0, format: .csv)
        }
      case .query(let query): [InputPlace(kind: .query(query, duckDB), path: "", format: .csv)]
      }
    }
  }

  /// Whether both are the same file, or the same stream.
  fileprivate func isSame(as other: InputPlace) -> Bool {
    path.isEmpty ? self == other : path == other.path
  }
}

extension Configuration {
  /// A path as the record and the pages show it: relative to the configuration where it lies below.
  package func shown(_ path: String) -> String {
    let prefix = directory.hasSuffix("/") ? directory : directory + "/"
    return path.hasPrefix(prefix) ? String(path.dropFirst(prefix.count)) : path
  }

  /// A path as readers of the site see it: nothing of it tells where on this machine the files lie.
  ///
  /// What lies beside the folder of the configuration is named from there, `../data/march.csv`; of
  /// anything further away only the file name is left.
  package func published(_ path: String) -> String {
    let path = shown(path)
    guard path.hasPrefix("/") else { return path }
    let sibling = shown(path, from: parentFolder(of: directory))
    return sibling.map { "../" + $0 }
      ?? String(path[(path.lastIndex(of: "/") ?? path.startIndex)...].dropFirst())
  }

  private func shown(_ path: String, from folder: String) -> String? {
    guard folder != "/", isPath(path, inside: folder) else { return nil }
    return String(path.dropFirst(folder.count + 1))
  }
}
