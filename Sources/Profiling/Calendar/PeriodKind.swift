/// How long one reporting period is.
package enum PeriodKind: String, CaseIterable, Sendable, Codable {
  case day, week, month, quarter
}
