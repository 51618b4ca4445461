import Foundation
import GRDB

/// Words as a value of the database: eight bytes each, least significant first.
struct WordBlob: DatabaseValueConvertible {
  let words: [UInt64]

  var databaseValue: DatabaseValue {
    // Written out: a key path costs a hundred times as much as the step itself.
    let ordered = words.map { $0.littleEndian }
    // The bytes of an array of integers, copied at once; the loop over bytes took a third of the
    // time of writing a page.
    return unsafe ordered.withUnsafeBytes { unsafe Data($0) }.databaseValue
  }

  static func fromDatabaseValue(_ value: DatabaseValue) -> WordBlob? {
    guard case .blob(let data) = value.storage, data.count % 8 == 0 else { return nil }
    let words = unsafe [UInt64](unsafeUninitializedCapacity: data.count / 8) { buffer, count in
      // As many bytes as the buffer has room for, all of which are written.
      count = unsafe data.copyBytes(to: buffer) / 8
    }
    return WordBlob(words: words.map { UInt64(littleEndian: $0) })
  }
}
