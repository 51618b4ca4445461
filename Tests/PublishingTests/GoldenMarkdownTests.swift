import Foundation
import Testing

@testable import Publishing

@Suite struct GoldenMarkdownTests {
  @Test(
    "writes the reports that the golden files hold",
    arguments: [
      "product-manager/flights/2013-W35", "compliance/recidivism/2014-04",
      "business/recidivism/2013-09", "data-scientist/recidivism/2014-04",
    ])
  func reports(_ folder: String) throws {
    let plan = try SamplePublication.shared.get()
    try expect(try #require(try plan.text(folder + "/index.md")), in: folder)
  }

  @Test(
    "writes the comparison of groups that the golden files hold",
    arguments: ["compliance/loans/2024-02", "data-scientist/loans/2024-02"])
  func groups(_ folder: String) throws {
    let plan = try SitePlanner(templates: try TemplateCatalog()).plan(
      SamplePublication.make([try SampleGroups.random(seed: 3).record()]))
    try expect(try #require(try plan.text(folder + "/index.md")), in: folder)
  }

  private func expect(_ text: String, in folder: String) throws {
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "Golden/\(folder.replacing("/", with: "-")).md")
    if ProcessInfo.processInfo.environment["RECORD_GOLDEN"] == "1" {
      try Data(text.utf8).write(to: file)
    }
    #expect(text == (try String(contentsOf: file, encoding: .utf8)))
  }
}
