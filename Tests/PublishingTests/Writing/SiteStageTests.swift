import Foundation
import Testing

@testable import Publishing

@Suite("A site that does not fit into memory")
struct SiteStageTests {
  private func stage(for site: String, limit: Int) throws -> SiteStage {
    try SiteStage(for: site, memoryLimit: limit) { "digest of \($0.count) bytes" }
  }

  private func plan(by stage: SiteStage?) throws -> SitePlan {
    try SitePlanner(templates: try TemplateCatalog())
      .prepare(SamplePublication.make(), stage: stage, threadCount: 3).plan()
  }

  private func files(in site: String) throws -> [String: [UInt8]] {
    let folder = try SiteFolder(site)
    var files: [String: [UInt8]] = [:]
    for path in folder.entries.keys { files[path] = try folder.bytes(at: path) }
    return files
  }

  @Test("is the same site, whatever part of it waits on the disk", arguments: [0, 200_000])
  func sameSite(limit: Int) throws {
    let folder = try TemporaryFolder()
    _ = try SiteWriter().write(try plan(by: nil), to: folder.path + "/whole")
    let site = folder.path + "/site"
    let stage = try stage(for: site, limit: limit)
    let plan = try plan(by: stage)
    #expect(plan.entries.contains { $0.staged != nil })
    #expect(plan.entries.contains { $0.staged == nil })
    #expect(
      plan.entries.filter { $0.staged == nil && $0.sha256 != nil }.map(\.bytes.count)
        .reduce(0, +) <= limit)
    #expect(try SiteWriter().write(plan, to: site, stage: stage).written == plan.count)
    #expect(try files(in: site) == files(in: folder.path + "/whole"))
    #expect(try folder.names(in: "") == ["site", "whole"])
  }

  @Test("is not written again where it is published already")
  func published() throws {
    let folder = try TemporaryFolder()
    let site = folder.path + "/site"
    _ = try SiteWriter().write(try plan(by: nil), to: site)
    let stage = try stage(for: site, limit: 0)
    let plan = try plan(by: stage)
    #expect(!stage.isOnDisk)
    #expect(try SiteWriter().write(plan, to: site, stage: stage).isEmpty)
  }

  @Test("leaves nothing when it is given up, and the old site as it was")
  func discarded() throws {
    let folder = try TemporaryFolder()
    let site = folder.path + "/site"
    var old = SitePlan()
    try old.add("old", at: SitePath("index.html"), from: "test")
    _ = try SiteWriter().write(old, to: site)
    let stage = try stage(for: site, limit: 0)
    _ = try plan(by: stage)
    #expect(try folder.names(in: "") == [".site.new", "site"])
    try stage.discard()
    #expect(try folder.names(in: "") == ["site"])
    #expect(try folder.read("site/index.html") == "old")
  }

  @Test("is taken away by the next run when a run is killed")
  func killed() throws {
    let folder = try TemporaryFolder()
    let site = folder.path + "/site"
    _ = try plan(by: try stage(for: site, limit: 0))
    let next = try stage(for: site, limit: 0)
    #expect(try folder.names(in: "") == [])
    _ = try SiteWriter().write(try plan(by: next), to: site, stage: next)
    #expect(try folder.names(in: "") == ["site"])
  }
}
