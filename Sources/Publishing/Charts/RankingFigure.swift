import Assessment
import Charting
import Profiling

/// How well the scores of a binary model rank, against the reference where it has labels.
struct RankingFigure {
  let record: ArmRecord
  let reference: ArmRecord?
  let identity: ModelIdentity
  let period: Period

  /// Of all places of a line so many have words of their own.
  private static let listed = 20

  private var figure: FigureText { FigureText(record, of: identity) }

  func roc(id: String, heading: ChartHeading) -> CurveChart? {
    guard let ranking = record.diagnostics.ranking else { return nil }
    return CurveChart(
      id: ChartID(id), title: "ROC curve", description: rocDescription,
      series: [
        series(ranking.roc, area: .rocAuc, of: record, path: .straight) { place in
          "\(share(place.y)) of the positives found at \(share(place.x)) false alarms"
        }
      ] + comparison(\.roc, area: .rocAuc, path: .straight),
      shape: .square, xAxis: .share, xTitle: "false positive rate", yAxis: .share,
      yTitle: "true positive rate",
      lines: [CurveLine(from: (0, 0), to: (1, 1), label: "no better than chance")],
      marks: rocMark.map { [$0] } ?? [], heading: heading)
  }

  func precisionRecall(id: String, heading: ChartHeading) -> CurveChart? {
    guard let ranking = record.diagnostics.ranking else { return nil }
    let prevalence = value(.prevalence)
    return CurveChart(
      id: ChartID(id), title: "Precision–recall curve", description: precisionDescription,
      series: [
        series(
          ranking.precisionRecall, area: .averagePrecision, of: record, path: .stepsBefore
        ) { place in
          "precision \(share(place.y)) where \(share(place.x)) of the positives are found"
        }
      ] + comparison(\.precisionRecall, area: .averagePrecision, path: .stepsBefore),
      shape: .square, xAxis: .share, xTitle: "recall", yAxis: .share, yTitle: "precision",
      lines: prevalence.map {
        [
          CurveLine(
            from: (0, $0), to: (1, $0),
            label: "prevalence \(figure.short(MetricKey(.prevalence)))")
        ]
      } ?? [],
      marks: precisionMark.map { [$0] } ?? [], heading: heading)
  }

  // MARK: - Words

  private var rocDescription: String {
    let before = reference.flatMap { text(.rocAuc, of: $0) }.map {
      ", against \($0) in the reference"
    }
    let found =
      rocMark.map { " The answers as given \($0.text)." } ?? ""
    return "The area under the curve is \(figure.short(MetricKey(.rocAuc))) \(period.inWords)"
      + "\(before ?? "").\(found)"
  }

  private var precisionDescription: String {
    let chance =
      text(.prevalence, of: record).map {
        " Answers by chance would have a precision of \($0), the prevalence."
      } ?? ""
    return "The average precision is \(figure.short(MetricKey(.averagePrecision))) "
      + "\(period.inWords).\(chance)"
  }

  // MARK: - Parts

  private var rocMark: CurveMark? {
    guard let recall = value(.recall), let specificity = record[MetricKey(.specificity)],
      let kept = specificity.estimate.value
    else { return nil }
    // A false alarm is a case that should have been left alone: as sure, so as many digits.
    let found = figure.short(MetricKey(.recall))
    let alarms = NumberStyle(.specificity).text(1 - kept, decimals: figure.decimals(specificity))
    return CurveMark(
      x: 1 - kept, y: recall, label: "answers as given",
      text: "find \(found) of the positives at \(alarms) false alarms", xText: alarms, yText: found)
  }

  private var precisionMark: CurveMark? {
    guard let recall = value(.recall), let precision = value(.precision) else { return nil }
    let (found, right) = (figure.short(MetricKey(.recall)), figure.short(MetricKey(.precision)))
    return CurveMark(
      x: recall, y: precision, label: "answers as given",
      text: "recall \(found), precision \(right)", xText: found, yText: right)
  }

  private func series(
    _ places: [Diagnostics.Place], area: Metric, of record: ArmRecord, path: CurveSeries.Path,
    words: (Diagnostics.Place) -> String
  ) -> CurveSeries {
    let step = max(1, places.count / Self.listed)
    let name = text(area, of: record).map { ": \(Self.areaName(area)) \($0)" } ?? ""
    return CurveSeries(
      name: "\(period)\(name)", path: path,
      points: places.enumerated().map { index, place in
        CurvePoint(
          x: place.x, y: place.y,
          text: index.isMultiple(of: step) || index == places.count - 1 ? words(place) : nil)
      })
  }

  private func comparison(
    _ places: KeyPath<Diagnostics.Ranking, [Diagnostics.Place]>, area: Metric,
    path: CurveSeries.Path
  ) -> [CurveSeries] {
    guard let reference, let ranking = reference.diagnostics.ranking else { return [] }
    let name = text(area, of: reference).map { ": \(Self.areaName(area)) \($0)" }
    return [
      CurveSeries(
        name: "reference\(name ?? "")", role: .secondary, path: path,
        points: ranking[keyPath: places].map { CurvePoint(x: $0.x, y: $0.y) })
    ]
  }

  private static func areaName(_ metric: Metric) -> String {
    metric == .rocAuc ? "area" : "average precision"
  }

  private func value(_ metric: Metric, of record: ArmRecord? = nil) -> Double? {
    (record ?? self.record)[MetricKey(metric)]?.estimate.value
  }

  /// As every table has it; `nil` without a value.
  private func text(_ metric: Metric, of record: ArmRecord) -> String? {
    guard let value = record[MetricKey(metric)], value.estimate.value != nil else { return nil }
    return FigureText(record, of: identity).short(value)
  }

  private func share(_ value: Double) -> String { NumberStyle(unit: .share).text(value) }
}
