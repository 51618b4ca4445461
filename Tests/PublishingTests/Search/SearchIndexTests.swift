import Assessment
import Foundation
import Profiling
import Statistics
import Testing

@testable import Publishing

@Suite struct SearchIndexTests {
  private var plan: SitePlan { get throws { try SamplePublication.shared.get() } }

  /// What a file of the index passes to the function that it calls.
  private func value(_ path: String, in plan: SitePlan) throws -> Any {
    let text = try #require(try plan.text(path), "\(path)")
    let start = try #require(text.firstIndex(of: ","))
    let json = text[text.index(after: start)...].dropLast(");\n".count)
    return try JSONSerialization.jsonObject(with: Data(json.utf8))
  }

  private func files(below folder: String, in plan: SitePlan) -> [String: String] {
    Dictionary(
      uniqueKeysWithValues: plan.entries.filter {
        $0.path.description.hasPrefix(folder + "search/")
          && $0.path.fileExtension == "js"
      }.map { ($0.path.description, String(decoding: $0.bytes, as: UTF8.self)) })
  }

  @Test("names columns that the page it leads to shows", arguments: Role.allCases)
  func columns(_ role: Role) throws {
    let plan = try plan
    let folder = "\(role.rawValue)/"
    let directory = try #require(
      try value(folder + "search/directory.js", in: plan) as? [String: Any])
    let anchor = try #require(directory["columns"] as? String)
    let models = try #require(directory["models"] as? [[String]])
    var found = 0
    for letter in try #require(directory["letters"] as? [String]) {
      for row in try #require(try value(folder + "search/\(letter).js", in: plan) as? [[String]])
      where row[0] == "column" {
        found += 1
        for id in row.dropFirst(2) {
          let period = try #require(models.first { $0[0] == id }?[3])
          let page = try #require(try plan.text("\(folder)\(id)/\(period)/index.html"))
          #expect(page.contains("id=\"\(anchor)\""))
          #expect(page.contains(HTMLEscaper.text(row[1])), "\(row[1])")
        }
      }
    }
    #expect((found > 0) == (SearchColumns.anchor(role) != nil))
  }

  @Test("leads to measures and words that the methodology explains")
  func measures() throws {
    let plan = try plan
    let methodology = try #require(try plan.text(Address.methodology))
    var kinds: Set<String> = []
    for path in files(below: "", in: plan).keys {
      guard let rows = try value(path, in: plan) as? [[String]] else { continue }
      for row in rows {
        kinds.insert(row[0])
        #expect(methodology.contains("id=\"\(row[3])\""), "\(row)")
      }
    }
    #expect(kinds == ["measure", "term"])
  }

  @Test("lists every report of a role, each by the year in which its period ends")
  func reports() throws {
    let plan = try plan
    var found: Set<String> = []
    for path in files(below: "business/", in: plan).keys {
      guard let year = try value(path, in: plan) as? [String: Any],
        let periods = year["periods"] as? [[String]], let models = year["models"] as? [[String]]
      else { continue }
      for model in models {
        for range in model[1].split(separator: " ") {
          let ends = range.split(separator: "-").compactMap { Int($0) }
          for place in ends[0]...(ends.last ?? ends[0]) {
            found.insert("business/\(model[0])/\(periods[place][0])/index.html")
          }
        }
      }
    }
    let reports = plan.entries.map(\.path.description).filter {
      // Reviews and years of a model are no reports.
      $0.hasPrefix("business/") && !$0.hasPrefix("business/review/")
        && $0.hasSuffix("/index.html") && $0.count { $0 == "/" } == 3
        && $0.firstMatch(of: /\/\d{4}\/index\.html$/) == nil
    }
    #expect(!found.isEmpty)
    #expect(found == Set(reports))
  }

  @Test("leads to every review, compliance pack and earlier revision, and to nothing else")
  func evidence() throws {
    let plan = try SampleEvidence.shared.get()
    let paths = Set(plan.entries.map(\.path.description))
    for role in Role.allCases {
      let folder = "\(role.rawValue)/"
      var found: Set<String> = []
      for path in files(below: folder, in: plan).keys {
        guard let year = try value(path, in: plan) as? [String: Any],
          let periods = year["periods"] as? [[String]]
        else { continue }
        for review in try #require(year["reviews"] as? [[String]]) {
          found.insert("\(folder)review/\(review[0])/index.html")
        }
        for pack in try #require(year["packs"] as? [[String]]) {
          for place in Self.places(pack[3]) {
            found.insert("\(folder)\(pack[0])/\(periods[place][0])/packs/\(pack[1])/index.html")
          }
        }
        for line in try #require(year["revisions"] as? [[String]]) {
          let period = periods[try #require(Int(line[1]))][0]
          for number in Self.places(line[2]) {
            found.insert("\(folder)\(line[0])/\(period)/revisions/\(number)/index.html")
          }
        }
      }
      let wanted = paths.filter {
        $0.hasPrefix(folder) && $0.hasSuffix("/index.html")
          && ($0.contains("/packs/") || $0.contains("/revisions/")
            || $0.hasPrefix(folder + "review/2"))
      }
      #expect(!wanted.isEmpty && found == wanted, "\(role)")
      let directory = try #require(
        try value(folder + "search/directory.js", in: plan) as? [String: Any])
      for page in try #require(directory["pages"] as? [[String]]) {
        let parts = page[1].split(separator: "#").map(String.init)
        #expect(paths.contains(parts[0]), "\(page)")
        // A heading is where its address says.
        if parts.count > 1 {
          let html = try #require(try plan.text(parts[0]))
          #expect(html.contains("id=\"\(parts[1])\""), "\(page)")
        }
      }
    }
    #expect(paths.isSuperset(of: SampleEvidence.pages))
  }

  /// The numbers of ranges such as `0-3 5`.
  private static func places(_ ranges: String) -> [Int] {
    ranges.split(separator: " ").flatMap { range -> [Int] in
      let ends = range.split(separator: "-").compactMap { Int($0) }
      return Array(ends[0]...(ends.last ?? ends[0]))
    }
  }

  @Test("tells readers without tables of columns no name of a column")
  func restricted() throws {
    let all = try plan
    for role in Role.allCases where SearchColumns.anchor(role) == nil {
      for (path, text) in files(below: "\(role.rawValue)/", in: all) {
        #expect(!text.contains("priors_count"), "\(path)")
        #expect(!text.contains("departure_delay"), "\(path)")
      }
      let page = try #require(try all.text("\(role.rawValue)/search.html"))
      #expect(!page.contains("priors_count"))
    }
  }

  @Test("cannot be left by a name from data")
  func hostileNames() throws {
    let all = files(below: "data-scientist/", in: try plan)
    #expect(all.values.contains { $0.contains("\\u003cscript\\u003e") })
    for (path, text) in all {
      #expect(!text.contains("<") && !text.contains("\u{2028}"), "\(path)")
      _ = try value(path, in: try plan)
    }
  }

  @Test("changes by a new period in the directory and the file of its year alone")
  func isSharded() throws {
    let model = SampleDelay.model
    let shorter = ModelRecord(
      identity: model.identity, references: model.references, referenceInput: nil,
      periods: Array(model.periods.dropLast()), unmatchedLabelCount: 0)
    let planner = SitePlanner(templates: try TemplateCatalog())
    let before = files(
      below: "data-scientist/", in: try planner.plan(SamplePublication.make([shorter])))
    let after = files(
      below: "data-scientist/", in: try planner.plan(SamplePublication.make([model])))
    let year = try #require(model.periods.last).period.end.civil.year
    let changed = after.filter { before[$0.key] != $0.value }.keys.sorted()
    #expect(
      changed == [
        "data-scientist/search/\(year).js", "data-scientist/search/directory.js",
      ])
  }

  @Test("gives many columns pages of their own, each column on one of them")
  func manyColumns() throws {
    let builder = SiteBuilder(SamplePublication.make(), templates: try TemplateCatalog())
    let whole = try builder.searchPages(.dataScientist)
    let split = try builder.searchPages(.dataScientist, columnLimit: 2)
    #expect(whole.count == 1)
    #expect(split.count > 2)
    func columns(_ html: String) -> [String] {
      html.matches(of: /<li>([^<]*): <span class="a-z-links">/).map { String($0.1) }
    }
    #expect(columns(split[0].html).isEmpty)
    #expect(
      split.dropFirst().flatMap { columns($0.html) }.sorted() == columns(whole[0].html).sorted())
    for page in split.dropFirst() {
      let name = try #require(page.path.split(separator: "/").last)
      #expect(split[0].html.contains("<a href=\"\(name)\">"))
    }
  }

  @Test("cuts names into words at signs, digits and capitals, without accents")
  func words() {
    #expect(SearchWords.words(of: "departure_delay") == ["departure", "delay"])
    #expect(SearchWords.words(of: "departureDelay2") == ["departure", "delay2"])
    #expect(SearchWords.words(of: "Ärger & Öl") == ["arger", "ol"])
    #expect(SearchWords.words(of: "__") == [])
    #expect(SearchWords.shards(of: "R² 95 % дни") == ["r", "0", "other"])
  }

  @Test("cuts plain names as it cuts those with other letters", arguments: 0..<50)
  func plainWords(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let name = String(
      decoding: (0..<20).map { _ in UInt8(random.next() % 128) }, as: UTF8.self)
    #expect(SearchWords.words(of: name + " é") == SearchWords.words(of: name) + ["e"])
  }

  @Test("writes ranges that mean the numbers they were made of")
  func ranges() {
    #expect(SearchIndex.ranges([]) == "")
    #expect(SearchIndex.ranges([4]) == "4")
    #expect(SearchIndex.ranges([0, 1, 2, 5, 7, 8]) == "0-2 5 7-8")
  }
}
