/// A key that was read and checked, but that nothing uses yet.
///
/// Such a key is said aloud, so that nobody believes a check to run that does not.
package struct KeyUse: Hashable, Sendable {
  /// Path of the key, such as `models[0].favourable`.
  package let key: String
  package let line: Int
  /// Why it has no effect, as a short clause.
  package let reason: String

  package init(key: String, line: Int, reason: String) {
    self.key = key
    self.line = line
    self.reason = reason
  }
}
