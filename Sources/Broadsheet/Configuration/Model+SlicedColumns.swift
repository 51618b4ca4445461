package import Profiling

extension Configuration.Model {
  /// The columns that expectations ask for within a slice, each once.
  ///
  /// - Parameter features: The features of the model, for expectations on each of them.
  package func slicedColumns(features: [String]) -> [SlicedColumn] {
    let asked = expectations.filter { !$0.slice.isAll }.flatMap { pattern -> [SlicedColumn] in
      let names = pattern.feature == "*" ? features : [pattern.feature].compactMap { $0 }
      return names.map { SlicedColumn(slice: pattern.slice, column: $0) }
    }
    return Set(asked).sorted()
  }
}
