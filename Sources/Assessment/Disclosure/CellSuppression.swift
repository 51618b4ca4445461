/// Which cells of tables with known totals have to be hidden so that no small one can be computed.
///
/// A cell is a group of people, a line a set of cells that add up to a total: the values of an
/// attribute to all rows, or the cells of an intersection to one value of an attribute. A cell with
/// fewer people than the threshold is hidden. Whoever knows the total and the other cells of its
/// line would still compute it, so further cells are hidden, the smallest first, until
///
/// - the hidden cells of every line with a known total have together no one or at least as many
///   people as the threshold,
/// - the total leaves every small cell three possible sizes or more,
/// - and no small cell follows from all lines together (exact elimination).
///
/// Source: L. Willenborg, T. de Waal, *Elements of Statistical Disclosure Control*, Springer 2001,
/// chapter 6 (secondary cell suppression in linked tables).
struct CellSuppression {
  /// A group of people.
  struct Cell {
    /// People by kind of population, such as rows and rows with a prediction; the first decides
    /// which of two cells is the smaller. All cells have the same kinds.
    let sizes: [Int]
  }

  /// Cells that add up to another cell, or to a total that is published whatever happens.
  struct Line {
    /// Positions of cells.
    let parts: [Int]
    /// Position of the total; `nil` for a total that is no cell.
    let total: Int?
  }

  let cells: [Cell]
  let lines: [Line]
  /// Fewer people than this are not to be computed.
  let threshold: Int

  /// Possible sizes that a total must leave a small cell.
  private static let fewestSizes = 3

  /// Larger systems are not eliminated; the first two conditions still hold for them.
  private static let largestSystem = 400

  /// True for a cell that is itself too small in one of its populations.
  func isSmall(_ cell: Int) -> Bool {
    cells[cell].sizes.contains { $0 > 0 && $0 < threshold }
  }

  /// Positions of the cells to hide.
  ///
  /// - Parameter given: Cells that are hidden for another reason.
  /// - Complexity: O(hidden cells · lines · cells a line), and cubic elimination of hidden cells.
  func hidden(beside given: Set<Int> = []) -> Set<Int> {
    var hidden = given.union(cells.indices.filter(isSmall))
    guard !hidden.isEmpty else { return [] }
    var isStable = false
    while !isStable {
      isStable = true
      for line in lines {
        while !isSafe(line, hidden), let next = nextToHide(line, hidden) {
          hidden.insert(next)
          isStable = false
        }
      }
      if isStable, let exposed = exposedCell(hidden), let next = neighbour(of: exposed, hidden) {
        hidden.insert(next)
        isStable = false
      }
    }
    return hidden
  }

  /// The smallest part that is still shown, or the total when all parts are hidden.
  private func nextToHide(_ line: Line, _ hidden: Set<Int>) -> Int? {
    let shown = line.parts.filter { !hidden.contains($0) && (cells[$0].sizes.first ?? 0) > 0 }
    if let smallest = shown.min(by: isSmaller) { return smallest }
    return line.total.flatMap { hidden.contains($0) ? nil : $0 }
  }

  private func isSmaller(_ one: Int, _ other: Int) -> Bool {
    (cells[one].sizes.first ?? 0, one) < (cells[other].sizes.first ?? 0, other)
  }

  private func isSafe(_ line: Line, _ hidden: Set<Int>) -> Bool {
    let parts = line.parts.filter(hidden.contains)
    if let total = line.total, hidden.contains(total) {
      // With every part shown the hidden total would be their sum.
      return !parts.isEmpty
    }
    guard let kinds = parts.first.map({ cells[$0].sizes.indices }) else { return true }
    for kind in kinds {
      let sum = parts.reduce(0) { $0 + cells[$1].sizes[kind] }
      if sum > 0, sum < threshold { return false }
    }
    return areVague(parts.map { cells[$0].sizes.first ?? 0 })
  }

  /// Whether the sum of hidden parts leaves each small one enough possible sizes.
  ///
  /// What the others may have is the same for every small part: all of them together without one.
  private func areVague(_ sizes: [Int]) -> Bool {
    guard sizes.contains(where: { $0 > 0 && $0 < threshold }) else { return true }
    let sum = sizes.reduce(0, +)
    // A reader is told which cells are small and which are hidden for their sake.
    let low = sizes.reduce(-1) { $0 + ($1 >= threshold ? threshold : min($1, 1)) }
    let high = sizes.reduce(1 - threshold) { $0 + ($1 >= threshold ? sum : threshold - 1) }
    let most = min(threshold - 1, sum - low)
    let least = max(1, sum - high)
    return most - least + 1 >= Self.fewestSizes
  }

  /// The smallest shown cell that shares a line with an exposed one.
  private func neighbour(of cell: Int, _ hidden: Set<Int>) -> Int? {
    lines.filter { $0.parts.contains(cell) || $0.total == cell }
      .flatMap { $0.parts + [$0.total].compactMap { $0 } }
      .filter { !hidden.contains($0) && (cells[$0].sizes.first ?? 0) > 0 }
      .min(by: isSmaller)
  }

  /// A small hidden cell whose size follows from what is shown.
  private func exposedCell(_ hidden: Set<Int>) -> Int? {
    guard hidden.count <= Self.largestSystem else { return nil }
    let known = LinearKnowledge(
      unknowns: hidden.sorted(),
      equations: lines.map { line in
        var terms = line.parts.filter(hidden.contains).map { ($0, 1) }
        if let total = line.total, hidden.contains(total) { terms.append((total, -1)) }
        return terms
      })
    return known.determined.first(where: isSmall)
  }
}
