/// What a metric means: the one place that pages, defaults and validation take it from.
///
/// There is one for each metric, which all share.
package final class MetricDefinition: Sendable {
  /// Groups of metrics, in the order in which the methodology lists them.
  package enum Family: String, CaseIterable, Sendable {
    case volume, quality, drift, classification, regression, estimated, fairness, operations
  }

  /// What the number counts or measures; decides how it is written.
  package enum Unit: Sendable {
    /// A share in [0, 1], written as a percentage.
    case share
    /// A number without unit.
    case plain
    /// A count of rows or values.
    case count
    case days
    case milliseconds
    /// The unit of the feature or, for performance, of the label.
    case sameAsColumn
    /// A probability under the null hypothesis.
    case pValue
  }

  /// Which way is good.
  package enum Direction: Sendable {
    case higherIsBetter, lowerIsBetter
    /// A signed quantity whose best value is 0.
    case zeroIsBest
    /// A ratio whose best value is 1.
    case oneIsBest
    /// Neither way is good by itself.
    case neutral
  }

  /// What a metric is about, besides slices.
  package enum Scope: Sendable {
    /// The rows of a model.
    case model
    /// One column.
    case feature
    /// The groups of an attribute taken together.
    case attribute
  }

  package let metric: Metric
  package let family: Family
  package let scope: Scope
  /// Name as a table heading shows it, such as `ROC AUC` or `Missing values`.
  package let title: String
  /// One or two sentences for a reader without statistics.
  package let plainMeaning: String
  /// The formula in words and symbols, as CommonMark text without HTML or dollar signs.
  package let formula: String
  package let unit: Unit
  package let direction: Direction
  /// Smallest and largest possible value; `nil` where there is no bound on that side.
  package let lowest: Double?
  package let highest: Double?
  /// How the interval is made; `nil` when the metric has none.
  package let intervalMethod: String?
  /// Where the definition comes from.
  package let source: String
  /// When not to trust it.
  package let limits: String

  package init(
    _ metric: Metric, family: Family, scope: Scope = .model, title: String, plainMeaning: String,
    formula: String, unit: Unit, direction: Direction, lowest: Double? = nil,
    highest: Double? = nil, intervalMethod: String? = nil, source: String, limits: String
  ) {
    self.metric = metric
    self.family = family
    self.scope = scope
    self.title = title
    self.plainMeaning = plainMeaning
    self.formula = formula
    self.unit = unit
    self.direction = direction
    self.lowest = lowest
    self.highest = highest
    self.intervalMethod = intervalMethod
    self.source = source
    self.limits = limits
  }
}
