/// Something that decompresses a file block by block.
protocol Decoder: AnyObject {
  /// Decompresses up to `count` bytes to `buffer[offset...]`; 0 only at the end of the data.
  func read(
    into buffer: inout [UInt8], at offset: Int, upTo count: Int
  ) throws(IngestionError) -> Int
}
