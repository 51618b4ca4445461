import Assessment
import History
import Publishing

/// Adds the audit to a planned site.
struct SiteAudit {
  /// What a plan is made into.
  struct Outcome {
    let plan: SitePlan
    /// What is to be kept: the manifest of this publication, and the one before in the form that it
    /// has from now on. Empty when nothing is different from the last publication.
    let new: [StoredManifest]
  }

  let edition: String
  let scope: EditionScope
  let programVersion: String
  /// SHA-256 of the configuration.
  let configuration: String
  let time: PublicationTime
  /// `nil` for publications without signature.
  let key: SigningKey?
  /// The files of the plan with their digests in the order of their paths, those of the audit left out.
  let files: [AuditManifest.File]

  /// Gives a plan its manifest, the page about it, and the earlier manifests.
  ///
  /// A publication with nothing new is the last one again: its manifest is made with the number and
  /// time of that one, and when the same bytes come out, no further one is due.
  ///
  /// - Parameters:
  ///   - page: Makes the page of the audit for a plan.
  func adding(
    to plan: SitePlan, trail: AuditTrail, inputs: [AuditManifest.Input],
    page: (AuditFacts, SitePlan) throws -> String
  ) throws -> Outcome {
    if let last = trail.last, let former = try trail.lastManifest(), mayBe(former, inputs) {
      let again = try Draft(
        of: plan, after: try trail.withoutLast(), number: former.number, time: former.time,
        inputs: inputs, audit: self, page: page)
      if again.bytes == last.bytes {
        return Outcome(plan: try again.finished(signature: last.signature), new: [])
      }
    }
    let draft = try Draft(
      of: plan, after: trail, number: (trail.last?.number ?? 0) + 1, time: time.text,
      inputs: inputs, audit: self, page: page)
    let signature = try key?.signature(of: draft.bytes)
    return Outcome(
      plan: try draft.finished(signature: signature),
      new: draft.settled.suffix(1) + [
        StoredManifest(number: draft.number, bytes: draft.bytes, signature: signature)
      ])
  }
}

extension SiteAudit {
  /// False when something that both manifests list is different, so that the publication cannot be the
  /// last one again.
  private func mayBe(_ former: AuditManifest, _ inputs: [AuditManifest.Input]) -> Bool {
    guard former.inputs == inputs, former.configuration == configuration,
      former.program == programVersion
    else { return false }
    return former.files.lazy.filter { !AuditPath.isOfAudit($0.path) }.dropFirst()
      .elementsEqual(files)
  }
}

/// A plan with everything but what its own manifest says about itself.
private struct Draft {
  let number: Int
  /// The manifest.
  let bytes: [UInt8]
  /// The earlier manifests as they lie in the folder beside this one.
  let settled: [StoredManifest]
  private var plan: SitePlan

  init(
    of plan: SitePlan, after trail: AuditTrail, number: Int, time: String,
    inputs: [AuditManifest.Input], audit: SiteAudit,
    page: (AuditFacts, SitePlan) throws -> String
  ) throws {
    self.number = number
    var plan = plan
    let contributor = "the audit"
    settled = try trail.settled(before: inputs, [Self.mark] + audit.files)
    for manifest in settled {
      try plan.add(
        manifest.bytes, at: try SitePath(AuditPath.earlier(manifest.number)), from: contributor)
      if let signature = manifest.signature {
        try plan.add(
          signature, at: try SitePath(AuditPath.earlierSignature(manifest.number)),
          from: contributor)
      }
    }
    let key = audit.key?.publicKey.hexadecimal
    let facts = AuditFacts(
      number: number, time: time, configuration: audit.configuration, key: key,
      earlier: try trail.earlier(AuditFacts.earlierLimit), earlierCount: trail.manifests.count)
    try plan.add(try page(facts, plan), at: try SitePath(AuditPath.page), from: contributor)
    bytes = try AuditManifest(
      edition: audit.edition, scope: audit.scope, number: number, time: time,
      program: audit.programVersion,
      configuration: audit.configuration, key: key, previous: trail.link, inputs: inputs,
      files: Self.files(audit.files, and: plan)
    ).canonicalBytes()
    self.plan = plan
  }

  /// The plan with the manifest and what vouches for it.
  func finished(signature: [UInt8]?) throws -> SitePlan {
    var plan = plan
    let contributor = "the audit"
    try plan.add(bytes, at: try SitePath(AuditPath.manifest), from: contributor)
    try plan.add(
      AuditPath.digestText(ContentDigest.hexadecimal(of: bytes)),
      at: try SitePath(AuditPath.digest), from: contributor)
    if let signature {
      try plan.add(signature, at: try SitePath(AuditPath.signature), from: contributor)
    }
    return plan
  }

  /// The writer's own mark.
  private static let mark = AuditManifest.File(
    SitePath.markerName, Array(SiteWriter.mark.utf8))

  /// Every file that will lie in the folder, the writer's own mark included.
  ///
  /// - Parameter known: Those whose digests are known.
  private static func files(
    _ known: [AuditManifest.File], and plan: SitePlan
  ) -> [AuditManifest.File] {
    let own = plan.unorderedEntries.filter { AuditPath.isOfAudit($0.path.description) }
      .map { AuditManifest.File($0.path.description, $0.bytes) }
      .sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
    // All of the audit's files stand together.
    guard let first = own.first?.path.utf8 else { return [mark] + known }
    let place = known.firstIndex { !$0.path.utf8.lexicographicallyPrecedes(first) } ?? known.count
    return [mark] + known[..<place] + own + known[place...]
  }
}

extension AuditManifest.File {
  init(_ path: String, _ bytes: [UInt8]) {
    self.init(path: path, size: bytes.count, sha256: ContentDigest.hexadecimal(of: bytes))
  }

  /// A file of a plan; for one that is kept the digest with which it was published.
  init(_ entry: SitePlan.Entry) {
    if let sha256 = entry.sha256 {
      self.init(path: entry.path.description, size: entry.byteCount, sha256: sha256)
    } else {
      self.init(entry.path.description, entry.bytes)
    }
  }
}

extension AuditManifest.Input {
  /// The inputs of several models by model, role, name and digest.
  static func list(_ records: [ModelRecord]) -> [AuditManifest.Input] {
    records.flatMap { record in
      record.inputs.map { file in
        AuditManifest.Input(
          model: record.identity.id, role: file.role, name: file.path, size: file.size,
          sha256: file.digest, rows: file.rowCount, malformed: file.malformedRowCount,
          duplicates: file.duplicateCount)
      }
    }.sorted(by: isBefore)
  }

  static func isBefore(_ one: Self, _ other: Self) -> Bool {
    (one.model, one.role.rawValue, one.name, one.sha256)
      < (other.model, other.role.rawValue, other.name, other.sha256)
  }
}
