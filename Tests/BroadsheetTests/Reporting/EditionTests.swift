import Assessment
import Broadsheet
import Foundation
import History
import Profiling
import Publishing
import Testing

@Suite("Editions")
struct EditionTests {
  private static let april = Day(year: 2026, month: 4, day: 1)

  /// Names that stand nowhere but in the data, so that any place where one is found is a leak.
  private static let names = [
    "tenure": "qx_tenure", "plan": "qx_plan", "region": "qx_region", "north": "Norvik",
    "south": "Sudria", "basic": "Bellum", "plus": "Plovdar", "pro": "Prandia",
  ]

  private static func renamed(_ lines: [String]) -> [String] {
    lines.map { line in
      line.split(separator: ",", omittingEmptySubsequences: false)
        .map { names[String($0)] ?? String($0) }.joined(separator: ",")
    }
  }

  private static let model = """
        task: binary
        predictions: predictions/qx_region-*.csv
        reference: reference.csv
        labels: labels/*
        columns: {id: id, timestamp: at, version: version, stage: stage, prediction: churned,
          score: score, label: truth, label_timestamp: seen_at}
        features: [qx_tenure, qx_plan]
        minimum_rows: 5
        suppress_below: 2
        protected: [{attribute: qx_region}]
    """

  private static func configuration(_ editions: String) -> String {
    """
    site:
      title: Reports
      editions: \(editions)
    models:
      - id: churn
        title: Churn
        owner: The qx_tenure team
        about: "Trained with Zebra on QX_TENURE and qx plan. Works for Norvik and Sudria."
    \(model)
      - id: zebra-score
        title: Zebra
        about: "Beside Churn."
    \(model)
    """
  }

  private func with(
    _ editions: String,
    _ body: (Workspace, Configuration, (String) throws -> SiteChanges) throws
      -> Void
  ) throws {
    try Workspace.with { space in
      let rows = SampleRows(numbers: 0..<42)
      try space.write("reference.csv", Self.renamed(SampleRows.reference))
      try space.write("predictions/qx_region-1.csv", Self.renamed(rows.predictions))
      try space.write("labels/all.csv", rows.labels)
      let configuration = try Configuration.parse(
        text: Self.configuration(editions), path: "broadsheet.yaml", directory: space.folder)
      let store = try HistoryStore(path: space.historyPath)
      _ = try Ingestor(configuration: configuration, store: store) { _ in }.run()
      let records = try RecordAssembler(configuration: configuration, store: store).records()
      try body(space, configuration) { id in
        try SitePublication(
          configuration: configuration, edition: try configuration.editions(named: id)[0],
          store: store, programVersion: "0.1.0", time: PublicationTime(Self.april)
        ).publish(records)
      }
    }
  }

  /// Where a word stands in a folder: paths of files, and file names themselves; case is ignored.
  private func places(of word: String, in files: [String: [UInt8]]) -> [String] {
    let word = word.lowercased()
    return files.filter { path, bytes in
      path.lowercased().contains(word)
        || String(decoding: bytes, as: UTF8.self).lowercased().contains(word)
    }.keys.sorted()
  }

  /// A name as addresses, chart ids, Markdown, HTML or JSON may write it.
  private static func forms(of name: String) -> Set<String> {
    let separators = [
      "_", "_5f", "%5f", "\\_", "&#95;", "&lowbar;", "\\u005f", "-", " ", "%20", "_20", "",
    ]
    return Set(separators.map { name.replacing("_", with: $0) })
  }

  private static let both =
    "[{id: internal, output: public}, {id: outside, output: public-outside, "
    + "roles: [business, compliance, data-scientist], models: [churn], "
    + "redact: [feature-names, protected-attributes]}]"

  @Test("hold nothing of what they leave out, in no file and no file name")
  func redacted() throws {
    try with(Self.both) { space, _, publish in
      _ = try publish("internal")
      _ = try publish("outside")
      let inside = try space.siteFiles(in: space.folder + "/public")
      let outside = try space.siteFiles(in: space.folder + "/public-outside")
      for word in [
        "zebra", "qx_tenure", "qx_plan", "qx_region", "qx-tenure", "qx plan", "qx region",
        "norvik", "sudria", "bellum", "plovdar", "prandia", "data-engineer", "product-manager",
        "data-science-manager",
      ] {
        if !word.contains(" ") && !word.hasPrefix("qx-") {
          // The same search finds it where it is meant to be.
          #expect(!places(of: word, in: inside).isEmpty, "\(word)")
        }
        for form in Self.forms(of: word) {
          #expect(places(of: form, in: outside) == [], "\(form)")
        }
      }
      #expect(outside.keys.contains("business/churn/2026-W10/index.html"))
      let report = String(
        decoding: outside["data-scientist/churn/2026-W10/index.md"] ?? [], as: UTF8.self)
      #expect(report.contains("feature 1"))
    }
  }

  @Test("show only the metrics that were chosen")
  func metrics() throws {
    try with("[{id: few, output: few, metrics: [accuracy, row_count]}]") { space, _, publish in
      _ = try publish("few")
      let files = try space.siteFiles(in: space.folder + "/few")
      let data = String(decoding: files["data/churn/2026-W10/metrics.csv"] ?? [], as: UTF8.self)
      let metrics = Set(
        data.split(separator: "\n").dropFirst().compactMap { row in
          row.split(separator: ",", omittingEmptySubsequences: false).dropFirst(8).first
        })
      #expect(metrics == ["accuracy", "row_count", "label_count", "label_coverage"])
      for word in ["recall", "population stability index", "missing values"] {
        #expect(
          places(of: word, in: files).filter { $0.hasSuffix(".svg") || $0.hasPrefix("data") } == [])
      }
    }
  }

  @Test("have links that lead somewhere, whatever is left out")
  func links() throws {
    try with(Self.both) { space, _, publish in
      _ = try publish("outside")
      var plan = SitePlan()
      for (path, bytes) in try space.siteFiles(in: space.folder + "/public-outside")
      where path != SitePath.markerName {
        try plan.add(bytes, at: try SitePath(path), from: "the folder")
      }
      #expect(LinkChecker().problems(in: plan).isEmpty)
    }
  }

  @Test("have a manifest of their own, and are verified by it")
  func verified() throws {
    try with(Self.both) { space, _, publish in
      _ = try publish("internal")
      _ = try publish("outside")
      for (folder, id) in [("public", "internal"), ("public-outside", "outside")] {
        var verifier = try SiteVerifier(directory: space.folder + "/" + folder)
        let outcome = try verifier.run()
        #expect(outcome.isIntact)
        #expect(outcome.manifest?.edition == id)
      }
      #expect(try publish("outside").written == 0)
      #expect(try publish("internal").written == 0)
    }
  }

  @Test("begin a new chain when they leave out more than before")
  func narrowed() throws {
    try with(Self.both.replacing("redact: [feature-names, protected-attributes]", with: "title: O"))
    {
      space, wide, publish in
      _ = try publish("outside")
      let store = try HistoryStore(path: space.historyPath)
      let narrow = try Configuration.parse(
        text: Self.configuration(Self.both), path: "broadsheet.yaml", directory: space.folder)
      let records = try RecordAssembler(configuration: narrow, store: store).records()
      for configuration in [narrow, wide] {
        _ = try SitePublication(
          configuration: configuration,
          edition: try configuration.editions(named: "outside")[0], store: store,
          programVersion: "0.1.0", time: PublicationTime(Self.april)
        ).publish(records)
        let files = try space.siteFiles(in: space.folder + "/public-outside")
        if configuration.editions[1].redaction != .none {
          #expect(places(of: "qx_tenure", in: files) == [])
          #expect(files["audit/manifests/000001.json"] == nil)
        } else {
          // Wider again: the narrow publications stay in the chain.
          #expect(files["audit/manifests/000001.json"] != nil)
        }
      }
    }
  }

  @Test("are all models and roles in one edition where none is configured")
  func standard() throws {
    let text = Self.configuration("[]").replacing("  editions: []\n", with: "")
    let configuration = try Configuration.parse(
      text: text, path: "broadsheet.yaml", directory: "/reports")
    #expect(configuration.editions.count == 1)
    let edition = configuration.editions[0]
    #expect(edition.id == "main")
    #expect(edition.output == "/reports/public")
    #expect(edition.roles == Role.allCases)
    #expect(edition.models == ["churn", "zebra-score"])
    #expect(edition.redaction == .none)
  }

  @Test(
    "are refused with place and advice",
    arguments: [
      (
        "[{id: a, output: public, models: [chrun]}]",
        "3:47: site.editions[0].models[0]: unknown model 'chrun'; did you mean 'churn'?"
      ),
      (
        "[{id: a, output: public, redact: [feature-name]}]",
        "3:47: site.editions[0].redact[0]: unknown redaction 'feature-name'; "
          + "did you mean 'feature-names'?"
      ),
      (
        "[{id: a, output: public, metrics: [acuracy]}]",
        "3:48: site.editions[0].metrics[0]: unknown metric 'acuracy'; did you mean 'accuracy'?"
      ),
      (
        "[{id: a}]", "3:14: site.editions[0].output: this key is required; name a folder of its own"
      ),
      (
        "[{id: a, output: public}, {id: b, output: public/b}]",
        "3:47: site.editions[1].output: the folder lies in that of the edition on line 3, or the "
          + "other way round; give each edition a folder of its own"
      ),
      (
        "[{id: a, output: x}, {id: a, output: y}]",
        "3:35: site.editions[1].id: the edition 'a' exists already, on line 3; "
          + "give each edition an id of its own"
      ),
      (
        "[{id: a, output: .}]",
        "3:22: site.editions[0].output: publishing would replace the folder of the configuration; "
          + "name a folder of its own, such as public"
      ),
    ])
  func refused(_ editions: String, _ message: String) throws {
    let error = try #require(throws: ConfigurationError.self) {
      try Configuration.parse(
        text: Self.configuration(editions), path: "broadsheet.yaml", directory: "/reports")
    }
    #expect(error.problems.map(\.description) == ["broadsheet.yaml:" + message])
  }

  @Test("are named with the nearest id when one does not exist")
  func unknown() throws {
    let configuration = try Configuration.parse(
      text: Self.configuration(Self.both), path: "broadsheet.yaml", directory: "/reports")
    let error = try #require(throws: ConfigurationError.self) {
      try configuration.editions(named: "outsid")
    }
    #expect(
      error.description
        == "broadsheet.yaml:3:3: site.editions: there is no edition 'outsid'; "
        + "did you mean 'outside'?")
    #expect(try configuration.editions(named: nil).map(\.id) == ["internal", "outside"])
  }
}
