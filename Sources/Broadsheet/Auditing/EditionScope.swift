import Assessment
import Foundation
import History
import Publishing

/// What an edition shows, as far as its configuration restricts it.
struct EditionScope: Hashable, Codable {
  /// Subjects that are left out.
  let redacted: [String]
  /// `nil` for all metrics.
  let metrics: [String]?
  /// Ids of the models; `nil` where none are chosen.
  let models: [String]?
  /// `nil` where none are chosen.
  let roles: [String]?
  /// From how many rows the groups of each model are published, by id of the model.
  let groups: [Groups]

  struct Groups: Hashable, Codable {
    let model: String
    let minimum: Int
  }

  init(
    redacted: [String], metrics: [String]?, models: [String]?, roles: [String]?, groups: [Groups]
  ) {
    self.redacted = redacted
    self.metrics = metrics
    self.models = models
    self.roles = roles
    self.groups = groups
  }

  /// The text by which the history keeps it.
  func text() throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    return String(decoding: try encoder.encode(self), as: UTF8.self)
  }

  init(_ edition: Configuration.Edition, models: [Configuration.Model]) {
    groups = models.filter { edition.models.contains($0.id) }
      .map { Groups(model: $0.id, minimum: $0.suppressBelow) }.sorted { $0.model < $1.model }
    redacted = edition.redaction.subjects.map(\.rawValue).sorted()
    metrics = edition.redaction.metrics.map { $0.map(\.rawValue).sorted() }
    self.models = edition.choosesModels ? edition.models.sorted() : nil
    roles = edition.choosesRoles ? edition.roles.map(\.rawValue).sorted() : nil
  }

  /// Whether nothing is left out here that `other` shows.
  func includes(_ other: EditionScope) -> Bool {
    func isWide(_ mine: [String]?, _ theirs: [String]?) -> Bool {
      guard let mine else { return true }
      return theirs.map { Set(mine).isSuperset(of: $0) } ?? false
    }
    let known = Dictionary(
      other.groups.map { ($0.model, $0.minimum) }, uniquingKeysWith: { one, _ in one })
    let hidesGroups = groups.contains { $0.minimum > known[$0.model, default: .max] }
    return !hidesGroups && Set(redacted).isSubset(of: other.redacted)
      && isWide(metrics, other.metrics)
      && isWide(models, other.models) && isWide(roles, other.roles)
  }

  /// The series that an edition continues, or a new one when it leaves out more than before.
  static func series(
    of edition: Configuration.Edition, scope: EditionScope, in history: HistoryTransaction
  ) throws -> EditionSeries {
    let text = try scope.text()
    guard let last = try history.series(of: edition.id).last else {
      return EditionSeries(edition: edition.id, number: 1, scope: text)
    }
    let former = try JSONDecoder().decode(EditionScope.self, from: Data(last.scope.utf8))
    return EditionSeries(
      edition: edition.id, number: scope.includes(former) ? last.number : last.number + 1,
      scope: text)
  }
}
