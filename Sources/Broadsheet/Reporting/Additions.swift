package import Assessment
package import Publishing

/// What people and packs add to the records of the models.
package struct Additions: Sendable {
  /// What people put on record beside the configuration.
  package let comments: [Remark]
  /// The compliance packs of each model, by its id.
  package let packs: [String: [CompliancePack]]

  /// Files of comments on periods that have no report, in order of their names.
  package func commentsWithoutReport(in records: [ModelRecord]) -> [String] {
    let reported = Dictionary(
      records.map { ($0.identity.id, Set($0.periods.map(\.period))) },
      uniquingKeysWith: { first, _ in first })
    let files = comments.filter { !(reported[$0.model]?.contains($0.period) ?? false) }.map(\.file)
    return Set(files).sorted()
  }
}

extension Configuration {
  /// Reads comments and packs.
  ///
  /// - Throws: ``ConfigurationError`` with the problems of all comments and packs at once.
  package func additions() throws -> Additions {
    let templates = try templateCatalog()
    var problems: [ConfigurationProblem] = []
    var comments: [Remark] = []
    var packs: [String: [CompliancePack]] = [:]
    do { comments = try self.comments(templates) } catch let error as ConfigurationError {
      problems += error.problems
    }
    do { packs = try self.packs(templates) } catch { problems += error.problems }
    guard problems.isEmpty else { throw ConfigurationError(.invalid, problems) }
    return Additions(comments: comments, packs: packs)
  }
}
