import Statistics

/// What the entries of a run are.
enum LedgerKind: Int, CaseIterable {
  /// Predictions without a label.
  case waiting = 0
  /// Predictions with their label.
  case settled = 1
  /// Labels without a prediction.
  case label = 2

  /// What is settled stays; the others are moved once more.
  var density: PackedColumn.Density { self == .settled ? .dense : .light }
}

/// A sorted list of entries, cut into pages that are stored one by one.
///
/// All entries with one key are in one page.
struct LedgerRun {
  /// What is known of a page without reading it.
  struct Page {
    let key: Int64
    /// No key of the page is below; the first key of the next page is above all of them.
    let firstHigh: UInt64
    var count: Int
  }

  let key: Int64
  let kind: LedgerKind
  /// In the order of their keys.
  var pages: [Page]

  var count: Int { pages.reduce(0) { $0 + $1.count } }

  /// The position of the page that has a key if any has it; 0 for a key below all.
  func page(of high: UInt64) -> Int {
    max(0, pages.span.partitionPoint { $0.firstHigh <= high } - 1)
  }

  /// Whether so much was taken out that the run should be written anew.
  func isSparse(under limits: LedgerLimits) -> Bool {
    pages.count > 1 && count < pages.count * limits.page / 2
  }
}
