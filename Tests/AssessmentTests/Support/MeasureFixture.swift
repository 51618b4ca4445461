import Foundation

/// What `Oracles/measures.py` computed.
struct MeasureFixture: Decodable {
  struct Value: Decodable {
    let value: Double
    /// Lower and upper bound.
    let interval: [Double]?
  }

  struct Binary: Decodable {
    let labels: [Int]
    let predictions: [Int]
    let scores: [Double]
    let values: [String: Value]
  }

  struct Regression: Decodable {
    let labels: [Double]
    let predictions: [Double]
    let values: [String: Value]
  }

  struct NumericDrift: Decodable {
    let name: String
    let reference: [Double]
    let current: [Double]
    let deciles: [Double]
    let ks: Double
    let psi: Double
    /// Current values outside the range of the reference.
    let below: Int
  }

  struct CategoricalDrift: Decodable {
    let reference: [String: Int]
    let current: [String: Int]
    let psi: Double
    let newShare: Double
  }

  struct Quantiles: Decodable {
    let values: [Double]
    let shares: [Double]
    let results: [Double]
  }

  struct Wilson: Decodable {
    let part: Int
    let whole: Int
    let confidence: Double
    let bounds: [Double]
  }

  struct Mean: Decodable {
    let values: [Double]
    let mean: Double
    let bounds: [Double]
  }

  struct Intervals: Decodable {
    let wilson: [Wilson]
    let means: [Mean]
  }

  let binary: Binary
  let regression: Regression
  let numericDrift: [NumericDrift]
  let categoricalDrift: [CategoricalDrift]
  let quantiles: [Quantiles]
  let intervals: Intervals

  static func load(from file: String = #filePath) throws -> MeasureFixture {
    let folder = URL(filePath: file).deletingLastPathComponent().deletingLastPathComponent()
    let data = try Data(contentsOf: folder.appending(path: "Oracles/measures.json"))
    return try JSONDecoder().decode(MeasureFixture.self, from: data)
  }
}
