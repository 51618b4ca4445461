import Assessment

/// What is gathered from all periods of a model once, as every report of it needs it.
struct ModelHistory: Sendable {
  let incidents: IncidentLog
  /// The performance metrics that any period has measured, in order of weight.
  let measured: [Metric]
  /// Whether any period has labels: a model that never had one is not waiting for any.
  let hasLabels: Bool
  /// The words of people about the model.
  let comments: RemarkBook
  /// What the model is documented for beside its reports.
  let packs: [CompliancePack]

  init(
    _ model: ModelRecord, comments: RemarkBook = RemarkBook(), packs: [CompliancePack] = []
  ) {
    self.packs = packs
    self.comments = comments
    incidents = IncidentLog(model.periods)
    hasLabels = model.periods.contains { ($0.leading?.labelCount ?? 0) > 0 }
    measured = KeyMetrics.performance(model.identity.task).filter { metric in
      model.periods.contains { period in
        period.arms.contains { $0[MetricKey(metric)]?.estimate.value != nil }
      }
    }
  }

  /// The one metric that stands for the model where there is room for one.
  var primary: Metric? { measured.first }
}
