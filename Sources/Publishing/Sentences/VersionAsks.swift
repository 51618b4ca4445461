import Assessment
import Profiling

/// What is asked about a version that took over although it had done no better, until somebody
/// answers: in full in the period of the change, in short as long as it stays open.
struct VersionAsks {
  let context: ReportContext
  let role: Role

  var all: [String] {
    guard role != .dataEngineer, let open = OpenPromotion(context: context) else { return [] }
    return [open.isNew ? full(open) : short(open)]
  }

  private func full(_ open: OpenPromotion) -> String {
    let took = "took over from \(open.replaced) on \(open.day.words)"
    let evidence = open.evidence(isPlain: role.speaksPlainly)
    let reason = "\(open.concern): \(evidence)."
    return switch role {
    case .dataScienceManager:
      "Decide whether \(open.version) should go on serving. It \(took), \(reason)"
    case .compliance: "Put on record why \(open.version) \(took), \(reason)"
    case .productManager, .business:
      "Ask the data scientists why \(open.version) \(took), \(reason)"
    case .dataScientist, .dataEngineer: "Find out why \(open.version) \(took), \(reason)"
    }
  }

  private func short(_ open: OpenPromotion) -> String {
    let since = "Open since \(open.since.name(beside: context.period))"
    let concern = open.concern + open.sizes(isPlain: role.speaksPlainly)
    let took = "\(open.version) took over from \(open.replaced), \(concern)"
    let closing = "A decision on record closes the question."
    return switch role {
    case .dataScienceManager:
      "Decide whether \(open.version) should go on serving. \(since): it took over from "
        + "\(open.replaced), \(concern). \(closing)"
    case .compliance: "\(since): put on record why \(took). \(closing)"
    case .productManager, .business:
      "\(since): ask the data scientists why \(took). \(closing)"
    case .dataScientist, .dataEngineer: "\(since): find out why \(took). \(closing)"
    }
  }
}
