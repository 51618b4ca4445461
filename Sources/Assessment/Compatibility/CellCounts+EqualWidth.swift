import Profiling

extension CellCounts {
  /// Counts over the bins [e₀, e₁), [e₁, e₂), …, [eₖ₋₁, eₖ], and what lies outside all of them.
  ///
  /// Exact for values at anchors and for the extreme ones. Values between two anchors are taken as
  /// evenly spread there, so bins whose edge cuts such a gap are approximate.
  ///
  /// - Parameter edges: At least two, ascending.
  /// - Complexity: O(cells · log k) for k edges.
  func counts(over edges: [Double]) -> (inside: [Double], outside: Double) {
    var inside = [Double](repeating: 0, count: edges.count - 1)
    var outside = 0.0
    for part in parts {
      if part.lower == part.upper {
        if let bin = Self.bin(of: part.lower, edges) {
          inside[bin] += part.weight
        } else {
          outside += part.weight
        }
        continue
      }
      var placed = 0.0
      let width = part.upper - part.lower
      for bin in inside.indices where edges[bin] < part.upper && edges[bin + 1] > part.lower {
        let overlap = min(part.upper, edges[bin + 1]) - max(part.lower, edges[bin])
        inside[bin] += part.weight * overlap / width
        placed += part.weight * overlap / width
      }
      outside += max(0, part.weight - placed)
    }
    return (inside, outside)
  }

  /// The distinct values, ascending, with how often they occur; of a gap between anchors its middle.
  var points: [WeightedPoint] {
    parts.map { WeightedPoint(value: $0.lower + ($0.upper - $0.lower) / 2, weight: $0.weight) }
  }

  /// Values at one point, or evenly spread between two.
  private struct Part {
    let lower: Double
    let upper: Double
    let weight: Double
  }

  private var parts: [Part] {
    guard let minimum = summary.minimum, let maximum = summary.maximum else { return [] }
    var parts: [Part] = []
    for (cell, count) in summary.cells.enumerated() where count > 0 {
      guard cell % 2 == 0 else {
        let value = anchors.values[cell / 2]
        parts.append(Part(lower: value, upper: value, weight: Double(count)))
        continue
      }
      let below = cell > 0 ? anchors.values[cell / 2 - 1] : -.infinity
      let above = cell / 2 < anchors.values.count ? anchors.values[cell / 2] : .infinity
      // Of the values in the gap the extreme ones are known.
      let hasMinimum = minimum > below && minimum < above
      let hasMaximum = maximum > below && maximum < above && count > (hasMinimum ? 1 : 0)
      let left = count - (hasMinimum ? 1 : 0) - (hasMaximum ? 1 : 0)
      if hasMinimum { parts.append(Part(lower: minimum, upper: minimum, weight: 1)) }
      if left > 0 {
        parts.append(
          Part(lower: max(below, minimum), upper: min(above, maximum), weight: Double(left)))
      }
      if hasMaximum { parts.append(Part(lower: maximum, upper: maximum, weight: 1)) }
    }
    return parts
  }

  private static func bin(of value: Double, _ edges: [Double]) -> Int? {
    guard value >= edges[0], value <= edges[edges.count - 1] else { return nil }
    var lower = 0
    var upper = edges.count - 1
    // The last edge that is not above the value.
    while upper - lower > 1 {
      let middle = (lower + upper) / 2
      if edges[middle] <= value { lower = middle } else { upper = middle }
    }
    return lower
  }
}
