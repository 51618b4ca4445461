import Assessment
import Charting
import Profiling

/// How long labels took to come: the period against the ones before it.
struct ArrivalFigure {
  let model: ModelRecord
  /// Position of the period in the model's.
  let index: Int

  private static let roles: [SeriesRole] = [.primary, .secondary, .tertiary, .quaternary]
  private static let share = NumberStyle(unit: .share)

  func chart(id: String, heading: ChartHeading) -> CurveChart? {
    let shown = self.shown
    guard let first = shown.first else { return nil }
    let longest = shown.flatMap(\.places).map(\.x).max() ?? 0
    // Labels that come within hours would all lie on the axis if they were counted in days.
    let isHours = longest <= 2
    let scale = isHours ? 24.0 : 1
    let unit = isHours ? "hour" : "day"
    return CurveChart(
      id: ChartID(id), title: "Labels by time since the prediction",
      description: description(first, unit: unit, scale: scale),
      series: zip(shown, Self.roles).map { period, role in
        series(period, role, unit: unit, scale: scale)
      }, shape: .wide,
      xAxis: ValueAxis(zero: .included, bounds: 0...max(longest * scale * 1.05, 1)),
      xTitle: "\(unit)s since the prediction", yAxis: .share, yTitle: "share of rows with a label",
      notes: ["The line of a period ends with the latest label that has come."],
      sentence: Set(shown.flatMap { $0.places.map(\.x) }).count == 1
        ? description(first, unit: unit, scale: scale) : nil, heading: heading)
  }

  private struct Arrivals {
    let period: Period
    let places: [Diagnostics.Place]
  }

  /// This period and the three before it that have labels with a time.
  private var shown: [Arrivals] {
    guard model.periods[index].leading?.diagnostics.arrival.isEmpty == false else { return [] }
    let arrivals = model.periods[...index].reversed().lazy.compactMap { record -> Arrivals? in
      guard let places = record.leading?.diagnostics.arrival, !places.isEmpty else { return nil }
      return Arrivals(period: record.period, places: places)
    }
    let latest = Array(arrivals.prefix(Self.roles.count))
    // Where all labels come after one and the same time, the lines would only cover one another.
    let times = Set(latest.flatMap { $0.places.map(\.x) })
    return times.count == 1 ? Array(latest.prefix(1)) : latest
  }

  private func description(_ arrivals: Arrivals, unit: String, scale: Double) -> String {
    guard let last = arrivals.places.last else { return "" }
    let half = arrivals.places.first { $0.y >= last.y / 2 } ?? last
    let share = "\(Self.share.text(last.y)) of the rows of \(arrivals.period.name) have a label."
    let (usual, latest) = (words(half.x * scale, unit), words(last.x * scale, unit))
    if arrivals.places.count == 1 {
      return "\(share) All of these came \(latest) after the prediction."
    }
    return "\(share) Half of these came within \(usual), the last after \(latest)."
  }

  private func words(_ time: Double, _ unit: String) -> String {
    let number = NumberText.exactDecimals(time) == 0 ? 0 : 1
    let text = NumberText.fixed(time, decimals: number)
    return "\(text) \(text == "1" ? unit : unit + "s")"
  }

  private func series(
    _ arrivals: Arrivals, _ role: SeriesRole, unit: String, scale: Double
  ) -> CurveSeries {
    let step = max(1, arrivals.places.count / 12)
    let start = CurvePoint(x: 0, y: 0)
    return CurveSeries(
      name: arrivals.period.description, role: role, path: .stepsAfter,
      points: [start]
        + arrivals.places.enumerated().map { index, place in
          let isListed = index.isMultiple(of: step) || index == arrivals.places.count - 1
          return CurvePoint(
            x: place.x * scale, y: place.y,
            text: isListed
              ? "\(Self.share.text(place.y)) after \(words(place.x * scale, unit))" : nil)
        })
  }
}
