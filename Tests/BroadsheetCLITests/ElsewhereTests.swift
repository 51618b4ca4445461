import Foundation
import Testing

/// Where and under which circumstances a site is made is no input.
@Suite("The same inputs on another machine")
struct ElsewhereTests {
  private static let entry = """
    ---
    author: A. Hall
    role: compliance
    kind: action
    date: 2026-03-09
    owner: B. Okoro
    due: 2026-03-20
    ---
    Ask why İstanbul has fewer labels.

    """

  /// Files of the site by path; links and folders are none.
  private func site(_ program: Program) throws -> [String: Data] {
    let root = program.folder + "/public"
    let paths = try #require(FileManager.default.enumerator(atPath: root)).compactMap {
      $0 as? String
    }
    return try paths.reduce(into: [:]) { files, path in
      let place = URL(fileURLWithPath: root + "/" + path)
      if try place.resourceValues(forKeys: [.isRegularFileKey]).isRegularFile == true {
        files[path] = try Data(contentsOf: place)
      }
    }
  }

  private func fill(_ program: Program, files: [String]) throws {
    try program.writeSite()
    try program.write(
      "broadsheet.yaml",
      Program.configuration.replacing(
        "    features:", with: "    packs: [model-card]\n    features:"))
    for name in files {
      let first = name == "b" ? 40 : 80
      try program.write(
        "predictions/\(name).csv", Program.header + Program.rows(first..<first + 40))
    }
    try FileManager.default.createDirectory(
      atPath: program.folder + "/comments/churn", withIntermediateDirectories: true)
    try program.write("comments/churn/2026-W10.md", Self.entry)
  }

  @Test("give the same site: another path, zone, language, umask, and order of writing")
  func sameBytes() throws {
    try Program.with { program in
      var here = program
      here.environment = [
        "SOURCE_DATE_EPOCH": "1775000000", "TZ": "UTC", "LC_ALL": "C", "LANG": "C",
      ]
      try fill(here, files: ["b", "c"])
      #expect(try here.run("run").status == 0)
      let expected = try site(here)
      #expect(expected.count > 40)
      // Turkish has two letters i, German writes 1,5 for 1.5, and Kathmandu is 5:45 h ahead.
      for (number, (zone, language)) in [
        ("Asia/Kathmandu", "tr_TR.UTF-8"), ("America/St_Johns", "de_DE.UTF-8"),
      ].enumerated() {
        let place = program.folder + "/further down \(number)/mö del"
        try FileManager.default.createDirectory(
          atPath: place + "/predictions", withIntermediateDirectories: true)
        var there = Program(folder: place)
        there.umask = "077"
        there.environment = [
          "SOURCE_DATE_EPOCH": "1775000000", "TZ": zone, "LC_ALL": language, "LANG": language,
          "HOME": place, "USER": "somebody",
        ]
        try fill(there, files: ["c", "b"])
        #expect(try there.run("run").status == 0)
        let found = try site(there)
        #expect(found.keys.sorted() == expected.keys.sorted())
        #expect(expected.keys.filter { expected[$0] != found[$0] }.sorted() == [])
        #expect(try there.run("verify", "public").status == 0)
      }
    }
  }
}
