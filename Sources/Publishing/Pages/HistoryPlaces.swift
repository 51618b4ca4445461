import Profiling

/// Where the marks of a year stand: weeks in lines of a quarter, months in one line, so that the same
/// part of every year stands below that of the year before.
struct HistoryPlaces {
  /// Places of a line; `nil` where marks follow one another, as days of a month do.
  let grid: Int?
  /// For each period its column, from 1, where it does not follow the mark before it.
  let columns: [Int?]

  /// - Parameter periods: Of one kind, ascending; all of one year but for days.
  init(_ periods: [Period]) {
    let grid: Int? =
      switch periods.first?.kind {
      case .week: 13
      case .month: 12
      default: nil
      }
    self.grid = grid
    guard let grid else {
      columns = periods.map { _ in nil }
      return
    }
    // A week belongs to the year in which it ends: no two of them end in the same seven days.
    let places = periods.map { period -> Int in
      let (year, month, _) = period.end.civil
      if period.kind == .month { return month - 1 }
      return (period.end.number - Day(year: year, month: 1, day: 1).number) / 7
    }
    columns = places.indices.map { index in
      let follows = index > 0 ? places[index - 1] + 1 : 0
      return places[index] == follows ? nil : places[index] % grid + 1
    }
  }
}
