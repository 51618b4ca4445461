/// Root of an increasing concave function, by Newton's method.
///
/// A tangent of a concave function lies above it, so every iterate after the first is at or below
/// the root and the sequence climbs to it: no bracket is needed. The logarithm of a distribution
/// function is concave in the logarithm (gamma) or log-odds (beta) of its argument, because those
/// densities are log-concave there.
///
/// - Parameters:
///   - start: Where to begin; any finite number.
///   - function: Value and slope at a point.
/// - Returns: The root, to a few rounding errors of `function`.
/// - Complexity: O(log log 1/ε) evaluations near the root, O(log distance) before.
func concaveRoot(from start: Double, _ function: (Double) -> (value: Double, slope: Double))
  -> Double
{
  var point = start
  var previousStep = Double.infinity
  for _ in 0..<200 {
    let (value, slope) = function(point)
    if value == 0 { return point }
    guard slope > 0, value.isFinite else {
      // The slope underflows far above the root, the value far below it: come closer by fixed
      // steps.
      point += value < 0 ? 50 : -50
      continue
    }
    // Far above the root the slope is so small that the tangent would leave the number range.
    let step = max(-value / slope, -400)
    // Rounding has taken over once steps of the size of rounding errors stop shrinking.
    if abs(step) < 1e-11 * (1 + abs(point)), abs(step) >= abs(previousStep) { return point }
    point += step
    if abs(step) <= 2e-16 * (1 + abs(point)) { return point }
    previousStep = step
  }
  return point
}
