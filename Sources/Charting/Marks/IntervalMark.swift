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

  /// One shape per unbroken run; a run of one is an upright line, as a band needs two places.
  var elements: [SVGElement] {
    runs.map { run in
      if run.count == 1, let only = run.first {
        return SVGElement(.line, class: "chart-whisker")
          .with(.x1, only.x).with(.y1, only.lower).with(.x2, only.x).with(.y2, only.upper)
          .with(.strokeWidth, 1.5)
          .painted(.stroke, colour)
      }
      let corners =
        run.map { (x: $0.x, y: $0.upper) } + run.reversed().map { (x: $0.x, y: $0.lower) }
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
