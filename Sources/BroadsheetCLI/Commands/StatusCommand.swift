import ArgumentParser
import Assessment
import Broadsheet
import Profiling
import Publishing

struct StatusCommand: ConfiguredCommand {
  static let configuration = CommandConfiguration(
    commandName: "status",
    abstract: "Say how each model does in its newest period.")

  @OptionGroup var options: CommonOptions

  @OptionGroup var failure: FailureOptions

  func run() async throws {
    let records = try options.records(of: options.load())
    var lines: [String] = []
    for record in records {
      lines.append(line(for: record))
      for finding in record.periods.last?.leading?.findings ?? []
      where finding.status == .breach || finding.status == .watch {
        let key = finding.value.key
        let place = [key.slice.description, key.feature ?? ""].filter { !$0.isEmpty }
        lines.append(
          "  \(finding.status.rawValue): \(key.metric.rawValue)"
            + (place.isEmpty ? "" : " of \(place.joined(separator: ", "))")
            + (finding.value.estimate.value.map { " is \($0)" } ?? "") + " (\(evidence(finding)))")
      }
    }
    Log.result(lines.isEmpty ? "Nothing was read yet.\n" : lines.joined(separator: "\n") + "\n")
    try failure.check(records)
  }

  private func line(for record: ModelRecord) -> String {
    guard let last = record.periods.last, let arm = last.leading else {
      return "\(record.identity.id): no data"
    }
    return "\(record.identity.id): \(last.period): \(last.status.rawValue), "
      + "\(counted(arm.rowCount, "row")), \(counted(arm.labelCount, "label"))"
      + (arm.maturity.map { ", \($0.state.rawValue)" } ?? "")
  }

  /// The rule that led to the status, and how far the value is from the reference.
  private func evidence(_ finding: Finding) -> String {
    let effect = finding.effect.flatMap { effect in
      effect.reference == nil ? nil : effect.words(for: finding.expectation.metric)
    }
    return VerdictText(finding).rule + (effect.map { "; against the reference: \($0)" } ?? "")
  }
}
