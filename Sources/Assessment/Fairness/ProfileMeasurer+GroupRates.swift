import Profiling
import Statistics

extension ProfileMeasurer {
  /// The rates by which groups are compared, for all rows and every slice that has rows.
  ///
  /// Rates of mistakes take the model's positive class as positive; a model with several classes
  /// has them for its favourable class, if one is named. Regression has none.
  func groupRates(of profile: Profile) -> [MetricValue] {
    guard schema.task == .binary || (schema.task == .multiclass && favourable != nil) else {
      return []
    }
    let slices = profile.input.slices.keys.sorted()
    return (slices.isEmpty ? [.all] : slices).flatMap { slice in
      rates(of: counts(of: slice, in: profile)).map { metric, rate in
        MetricValue(MetricKey(metric, slice: slice), rate.estimate, count: rate.count)
      }
    }
  }

  var favourable: String? { settings.fairness.favourable }

  func counts(of slice: Slice, in profile: Profile) -> GroupCounts {
    GroupCounts(slice, of: profile, schema: schema, favourable: favourable)
  }

  private func rates(of group: GroupCounts) -> [Metric: CountedEstimate] {
    let table = group.table ?? BinaryOutcomes()
    let (tp, fp) = (table.truePositives, table.falsePositives)
    let (tn, fn) = (table.trueNegatives, table.falseNegatives)
    func rate(_ part: Int, _ whole: Int, _ reason: String) -> CountedEstimate {
      share(
        part, of: whole, whenEmpty: group.labelled == 0 ? .noLabels : .undefined(because: reason))
    }
    var rates: [Metric: CountedEstimate] = [
      .truePositiveRate: rate(tp, tp + fn, "no label is positive"),
      .falsePositiveRate: rate(fp, fp + tn, "no label is negative"),
      .trueNegativeRate: rate(tn, tn + fp, "no label is negative"),
      .falseNegativeRate: rate(fn, fn + tp, "no label is positive"),
      .positivePredictiveValue: rate(tp, tp + fp, "nothing was predicted positive"),
      .negativePredictiveValue: rate(tn, tn + fn, "nothing was predicted negative"),
      .favourableRate: share(
        group.favourablePredictions ?? 0, of: group.predictions, whenEmpty: .noRows),
    ]
    if schema.task == .multiclass {
      rates[.prevalence] = rate(tp + fn, group.labelled, "no labels")
    }
    return rates
  }
}
