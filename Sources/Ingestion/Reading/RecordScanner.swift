/// Finds the records of a file, in one format.
protocol RecordScanner: ~Copyable {
  /// Records scanned before they are decoded column by column: few enough to stay in cache.
  static var tileRecords: Int { get }

  /// Bytes of records after which a batch ends early, so that long texts cannot fill memory.
  static var batchBytes: Int { get }

  /// The bytes that the cells of the last table point into.
  var buffer: [UInt8] { get }

  /// Fills the table with the next records and the faults of lines that are none; with neither only
  /// at the end of the file.
  ///
  /// - Parameters:
  ///   - table: Emptied first; reused from call to call, it needs no new memory.
  ///   - maximumRecords: At least 1.
  ///   - byteBudget: Reduced by the length of each record; none is begun once it is used up.
  mutating func scan(
    into table: inout RecordTable, maximumRecords: Int, byteBudget: inout Int
  ) throws(IngestionError)
}
