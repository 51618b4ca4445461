import Testing

@testable import Ingestion

@Suite("Blocks of a file")
struct BlockCutterTests {
  /// Sizes of the blocks of a file, which together hold its bytes and lines.
  private func sizes(ofLines length: Int, count: Int, blockBytes: Int) throws -> [Int] {
    let line = [UInt8](repeating: UInt8(ascii: "x"), count: length - 1) + [UInt8(ascii: "\n")]
    let text = (0..<count).flatMap { _ in line }
    var sizes: [Int] = []
    let file = try TemporaryFile(text)
    var cutter = try BlockCutter(path: file.path, options: CSVOptions(blockBytes: blockBytes))
    var whole: [UInt8] = []
    var nextLine = 1
    while let block = try cutter.next() {
      #expect(block.firstLine == nextLine)
      let bytes = Array(block.bytes.take()[block.start..<block.end])
      nextLine += bytes.count { $0 == UInt8(ascii: "\n") }
      whole += bytes
      sizes.append(bytes.count)
    }
    #expect(whole == text)
    #expect(nextLine == count + 1)
    return sizes
  }

  @Test("grow where lines are long, four times at most")
  func long() throws {
    let sizes = try sizes(ofLines: 500, count: 1_000, blockBytes: 1 << 13)
    #expect(sizes.first.map { $0 <= 1 << 13 } == true)
    #expect(sizes.max().map { $0 > 3 << 13 && $0 < 4 << 13 + 500 } == true)
  }

  @Test("stay as they are where lines are short")
  func short() throws {
    let sizes = try sizes(ofLines: 4, count: 20_000, blockBytes: 1 << 13)
    #expect(sizes.max().map { $0 < 1 << 13 + 4 } == true)
  }
}
