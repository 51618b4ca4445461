/// Equal bands side by side, for bars.
struct BandScale: Sendable, Equatable {
  let count: Int
  let start: Double
  let end: Double

  var width: Double { (end - start) / Double(max(count, 1)) }

  /// Where band `index` begins; `edge(count)` is the end of the last.
  func edge(_ index: Int) -> Double { start + Double(index) * width }

  func centre(_ index: Int) -> Double { edge(index) + width / 2 }
}
