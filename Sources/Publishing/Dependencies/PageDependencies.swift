/// Everything that a page is made from, as text that is compared and never shown: pages with equal
/// dependencies have equal bytes.
package struct PageDependencies: Hashable, Sendable {
  /// Each part with its name and length, so that no two lists of parts look alike.
  package private(set) var text = ""

  /// - Parameter kind: The kind of page.
  init(_ kind: String) {
    add("kind", kind)
  }

  mutating func add(_ name: String, _ part: String) {
    text += "\(name) \(part.utf8.count) \(part)\n"
  }

  mutating func add(_ other: PageDependencies) { text += other.text }
}
