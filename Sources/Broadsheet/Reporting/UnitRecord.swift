import Publishing

/// What the history is to keep of a plan, and how the plan differs from what was published.
struct UnitRecord {
  /// The name under which the files that belong to no unit are kept.
  static let others = "/"

  private let plan: SitePlan
  /// Every file that was made, with its digest.
  private let made: [SitePath: KeptFile]
  private let otherFiles: [KeptFile]
  /// What the site will be known by.
  let state: String

  init(_ plan: SitePlan) {
    self.plan = plan
    let inUnits = Set(plan.units.lazy.filter { !$0.isKept }.flatMap(\.files))
    let keptInUnits = Set(plan.units.lazy.filter(\.isKept).flatMap(\.files))
    var made: [SitePath: KeptFile] = [:]
    var otherFiles: [KeptFile] = []
    var state = ""
    for entry in plan.unorderedEntries where !keptInUnits.contains(entry.path) {
      let file =
        entry.kept
        ?? KeptFile(
          path: entry.path, byteCount: entry.byteCount,
          sha256: entry.sha256 ?? ContentDigest.hexadecimal(of: entry.bytes))
      made[entry.path] = file
      if !inUnits.contains(entry.path) { otherFiles.append(file) }
      if entry.path.description == AuditPath.manifest { state = Self.state(entry.bytes) }
    }
    self.made = made
    self.otherFiles = otherFiles.sorted { $0.path < $1.path }
    self.state = state
  }

  /// What a site with this manifest is known by. The number is that of the form in which units are
  /// kept: another form is not understood.
  static func state(_ manifest: [UInt8]) -> String {
    "1 " + ContentDigest.hexadecimal(of: manifest)
  }

  var names: Set<String> { Set(plan.units.map(\.name)).union([Self.others]) }

  var hasNew: Bool { plan.units.contains { !$0.isKept } }

  /// The units that are not as they were, in their stored form.
  var new: [(name: String, facts: [UInt8])] {
    let units = plan.units.filter { !$0.isKept }.map { unit in
      (unit.name, UnitFacts.bytes(of: unit, files: unit.files.compactMap { made[$0] }))
    }
    let rest = SiteUnit(
      name: Self.others, article: nil, whole: "", articleRange: nil, files: [], isKept: false)
    return units + [(Self.others, UnitFacts.bytes(of: rest, files: otherFiles))]
  }

  /// What the plan changes.
  func delta(from former: PublishedUnits) -> SiteDelta {
    let kept = Set(plan.units.filter(\.isKept).map(\.name))
    var base: [SitePath: String] = [:]
    for name in former.names where !kept.contains(name) {
      for file in former.unit(name)?.files ?? [] { base[file.path] = file.sha256 }
    }
    let written = made.values.filter { file in
      plan.entry(file.path)?.kept == nil && base[file.path] != file.sha256
    }.map(\.path).sorted()
    return SiteDelta(
      base: former.state, written: written,
      removed: base.keys.filter { !plan.contains($0) }.sorted(),
      unchangedCount: plan.count - written.count)
  }
}
