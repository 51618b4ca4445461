import Assessment
import Foundation
import Profiling
import Publishing

/// Digests of the records that a publication is made from.
struct RecordStamps {
  /// Most periods share their terms; each is written out once.
  private var terms: [Terms: String] = [:]

  /// `nil` for a record that was not made from the history.
  mutating func stamp(of record: ModelRecord) throws -> PublicationStamps.Model? {
    guard let known = record.stamp, known.periods.count == record.periods.count else { return nil }
    var writer = RecordWriter()
    if let input = record.referenceInput { writer.write(input, days: record.referenceDays) }
    let settings = Self.digest([known.settings, Self.text(writer)])
    var own: [String] = []
    var chain: [String] = []
    for (period, measured) in zip(record.periods, known.periods) {
      var writer = RecordWriter()
      for file in period.inputs { writer.write(file, days: period.inputDays[file.digest]) }
      let digest = Self.digest([
        measured.digest, Self.text(writer), String(measured.firstCount),
        try text(of: period.terms), try text(of: period.firstTerms?.terms),
        period.firstTerms?.day.description ?? "",
      ])
      own.append(digest)
      chain.append(Self.digest([chain.last ?? "", digest]))
    }
    return PublicationStamps.Model(settings: settings, own: own, periods: chain)
  }

  private mutating func text(of terms: Terms?) throws -> String {
    guard let terms else { return "" }
    if let known = self.terms[terms] { return known }
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    let text = ContentDigest.hexadecimal(of: Array(try encoder.encode(terms)))
    self.terms[terms] = text
    return text
  }

  private static func text(_ writer: RecordWriter) -> String {
    ContentDigest.hexadecimal(of: writer.bytes)
  }

  /// Each part goes in with its length, so that no two lists look alike.
  static func digest(_ parts: [String]) -> String {
    ContentDigest.hexadecimal(
      of: Array(parts.map { "\($0.utf8.count) \($0)\n" }.joined().utf8))
  }
}
