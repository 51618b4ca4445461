import Assessment

/// Two versions side by side are written with the same decimals: of those that the interval of each
/// carries the fewer, unless the two would then read the same.
extension ArmComparison.Row {
  /// `nil` for a value that has none to share.
  var decimals: Int? {
    guard let one = other.estimate.value, let two = production.estimate.value else { return nil }
    let style = NumberStyle(key.metric)
    let usual = style.usualDecimals(max(one.magnitude, two.magnitude))
    let carried = [other, production].map { value in
      style.decimals(of: value.estimate.value ?? 0, within: value.estimate.interval) ?? usual
    }
    guard let fewest = carried.min(), fewest < usual else { return carried.min() }
    return (fewest..<usual).first {
      style.text(one, decimals: $0) != style.text(two, decimals: $0)
    } ?? usual
  }

  /// The number of the other version, then that of the one in production; `nil` without both.
  var texts: (other: String, production: String)? {
    guard let one = other.estimate.value, let two = production.estimate.value else { return nil }
    let style = NumberStyle(key.metric)
    return (style.text(one, decimals: decimals), style.text(two, decimals: decimals))
  }
}
