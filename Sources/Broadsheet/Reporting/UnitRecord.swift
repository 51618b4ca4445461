import Publishing

/// What the history is to keep of a plan, and how the plan differs from what was published.
struct UnitRecord {
  /// The name under which the files that belong to no unit are kept.
  static let others = "/"

  private let plan: SitePlan
  /// Every file that was made or belongs to no unit, with its digest.
  private let files: [SitePath: KeptFile]
  private let otherFiles: [KeptFile]
  /// What the site will be known by.
  let state: String

  /// - Parameter known: The files of the plan without those of the audit.
  init(_ plan: SitePlan, known: [AuditManifest.File]) {
    self.plan = plan
    let digests = Dictionary(
      known.map { ($0.path, $0.sha256) }, uniquingKeysWith: { one, _ in one })
    let inUnits = Set(plan.units.flatMap(\.files))
    var files: [SitePath: KeptFile] = [:]
    var otherFiles: [KeptFile] = []
    var state = ""
    for entry in plan.unorderedEntries {
      let path = entry.path.description
      let file =
        entry.kept
        ?? KeptFile(
          path: entry.path, byteCount: entry.byteCount,
          sha256: digests[path] ?? ContentDigest.hexadecimal(of: entry.bytes))
      files[entry.path] = file
      if !inUnits.contains(entry.path) { otherFiles.append(file) }
      if path == AuditPath.manifest { state = Self.state(entry.bytes) }
    }
    self.files = files
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
      (unit.name, UnitFacts.bytes(of: unit, files: unit.files.compactMap { files[$0] }))
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
    let written = plan.unorderedEntries.filter { entry in
      entry.kept == nil && files[entry.path].map { base[entry.path] != $0.sha256 } ?? true
    }.map(\.path).sorted()
    return SiteDelta(
      base: former.state, written: written,
      removed: base.keys.filter { !plan.contains($0) }.sorted(),
      unchangedCount: plan.count - written.count)
  }
}
