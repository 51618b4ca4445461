/// The band between the lower and upper ends of intervals, broken where there is none.
struct IntervalMark: Sendable {
  struct Place: Sendable {
    let x: Double
    let lower: Double
    let upper: Double
    /// Whether the band may join it to its neighbours. An interval that the plot cuts off stands
    /// alone: slopes from it to the others would show ends that nobody measured.
    let joins: Bool
  }

  /// One entry per step along the band; `nil` is a gap.
  let intervals: [Place?]
  let colour: ChartColour
  /// Half the width of a band that covers a single place.
  var loneReach = 5.0

  /// One band per unbroken run; that of a single place has a width of its own, so that all intervals
  /// of a chart look alike and none like the line of an event.
  var elements: [SVGElement] {
    runs.map { run in
      let places =
        run.count == 1
        ? [-loneReach, loneReach].flatMap { reach in
          run.map { Place(x: $0.x + reach, lower: $0.lower, upper: $0.upper, joins: false) }
        } : run
      let corners =
        places.map { (x: $0.x, y: $0.upper) } + places.reversed().map { (x: $0.x, y: $0.lower) }
      return SVGElement(.path, class: "chart-interval")
        .with(.d, PathData.polygon(corners).text)
        .with(.fillOpacity, 0.16)
        .painted(.fill, colour)
    }
  }

  private var runs: [[Place]] {
    var runs: [[Place]] = []
    var isOpen = false
    for place in intervals {
      guard let place else {
        isOpen = false
        continue
      }
      if isOpen, place.joins {
        runs[runs.count - 1].append(place)
      } else {
        runs.append([place])
      }
      isOpen = place.joins
    }
    return runs
  }
}
