/// What sources need that are there only once, or not always the same.
struct SourceRules {
  let columns: NodeReader?

  /// The reference is compared with at every run, so it has to stay.
  func check(reference sources: [Configuration.Source], at reader: NodeReader?) {
    guard let reader, sources.contains(where: { !$0.isLasting }) else { return }
    reader.report(
      "the reference must be a file that stays as it is",
      advice: "write it to a file once, for example with DuckDB's COPY … TO 'reference.parquet'")
  }

  /// What a query gives twice is recognised by the ids of its rows alone.
  func check(predictions sources: [Configuration.Source], at reader: NodeReader?) {
    let asks = sources.contains { source in
      guard case .duckDB(let duckDB) = source.origin else { return false }
      if case .query = duckDB.content { return true }
      return false
    }
    guard let reader, asks, let columns, columns.isMap, !columns.has("id") else { return }
    reader.report(
      "predictions from a query need 'columns.id'",
      advice: "name the column by which rows that come again are recognised")
  }
}
