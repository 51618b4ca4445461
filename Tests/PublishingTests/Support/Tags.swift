import Testing

extension Tag {
  /// Simulations, which take seconds rather than milliseconds.
  @Tag static var slow: Self
}
