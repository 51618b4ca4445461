import Foundation

/// What `SummaryOracles/summaries.py` computed.
struct SummaryFixture: Decodable {
  struct Sum: Decodable {
    let name: String
    let terms: [ExactNumber]
    let value: ExactNumber
  }

  struct Squares: Decodable {
    let terms: [ExactNumber]
    let value: ExactNumber
  }

  struct Pair: Decodable {
    /// High and low part of the one, then of the other.
    let numbers: [ExactNumber]
    let difference: [ExactNumber]
    let product: [ExactNumber]
    let quotient: [ExactNumber]
  }

  struct MomentsCase: Decodable {
    let name: String
    let values: [Double]
    let mean: Double
    let variance: Double
  }

  struct Quantiles: Decodable {
    let values: [Double]
    let shares: [Double]
    let results: [ExactNumber]
  }

  struct Ranking: Decodable {
    let name: String
    let positives: [Double]
    let negatives: [Double]
    let area: Double
    let precision: Double
    let error: Double
  }

  let sums: [Sum]
  let squares: [Squares]
  let pairs: [Pair]
  let moments: [MomentsCase]
  let quantiles: [Quantiles]
  let rankings: [Ranking]

  static func load(from file: String = #filePath) throws -> SummaryFixture {
    let folder = URL(filePath: file).deletingLastPathComponent().deletingLastPathComponent()
    let data = try Data(contentsOf: folder.appending(path: "SummaryOracles/summaries.json"))
    return try JSONDecoder().decode(SummaryFixture.self, from: data)
  }
}

/// A number stored as its bit pattern, so that no reader can round it.
struct ExactNumber: Decodable {
  let value: Double

  init(from decoder: any Decoder) throws {
    let text = try decoder.singleValueContainer().decode(String.self)
    guard let bits = UInt64(text, radix: 16) else {
      throw DecodingError.dataCorrupted(
        .init(codingPath: decoder.codingPath, debugDescription: "not hexadecimal"))
    }
    value = Double(bitPattern: bits)
  }
}
