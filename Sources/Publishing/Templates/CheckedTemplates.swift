import Synchronization

/// Which templates were found right for which views, so that each pair is checked once and not with
/// every page.
final class CheckedTemplates: Sendable {
  private struct Pair: Hashable {
    let template: String
    let view: ObjectIdentifier
  }

  private let known = Mutex<Set<Pair>>([])

  /// Runs a check unless the pair has passed it. A template that fails is checked again, so that
  /// everybody who asks is told.
  func check(
    _ template: String, for view: any View.Type,
    _ check: () throws(PublishingError) -> Void
  ) throws(PublishingError) {
    let pair = Pair(template: template, view: ObjectIdentifier(view))
    if known.withLock({ $0.contains(pair) }) { return }
    try check()
    known.withLock { _ = $0.insert(pair) }
  }
}
