import Foundation
import Testing

@testable import Publishing

extension Tag {
  /// Needs a browser, and takes seconds.
  @Tag static var browser: Self
}

/// The sample site in a real browser, from a disk and from a web server.
@Suite(
  "Pages in a browser", .tags(.browser), .serialized,
  .enabled(
    if: Browser.path != nil,
    "no Chromium is installed: scripts/install-system-packages.sh --tests"))
struct BrowserTests {
  /// Runs `body` with a browser and the folder of the sample site.
  private func withSite(_ body: (Browser, String) throws -> Void) throws {
    let folder =
      FileManager.default.temporaryDirectory.path + "/site of a browser-"
      + UUID().uuidString
    try SamplePages.write(to: folder)
    let outcome = Result { try Browser.with { try body($0, folder) } }
    try FileManager.default.removeItem(atPath: folder)
    try outcome.get()
  }

  private func address(_ page: String, in folder: String) -> String {
    URL(fileURLWithPath: folder).absoluteString + "/" + page
  }

  @Test("fit windows of 360, 768 and 1440 pixels, without a complaint or a foreign request")
  func layout() throws {
    try withSite { browser, folder in
      let own = URL(fileURLWithPath: folder).absoluteString
      for page in SamplePages.all {
        let tab = try browser.tab()
        for width in [360, 768, 1440] {
          try tab.open(address(page, in: folder), width: width)
          let actual = try tab.value("document.documentElement.scrollWidth") as? Int
          #expect(actual.map { $0 <= width } == true, "\(page) at \(width): \(actual ?? -1)")
        }
        let foreign = tab.requests.filter { !$0.hasPrefix(own) }
        #expect(foreign.isEmpty, "\(page): \(foreign)")
        #expect(tab.complaints.isEmpty, "\(page): \(tab.complaints)")
        try tab.close()
      }
    }
  }

  @Test("fit a sheet of A4, with the headings of tables in words that are repeated")
  func paper() throws {
    // What is left of 210 mm beside the margins, at 96 pixels an inch.
    let width = 657
    try withSite { browser, folder in
      let tab = try browser.tab()
      try tab.send("Emulation.setEmulatedMedia", ["media": "print"])
      var buttons = 0
      for page in SamplePages.all {
        try tab.open(address(page, in: folder), width: width)
        let actual = try tab.value("document.documentElement.scrollWidth") as? Int
        #expect(actual.map { $0 <= width } == true, "\(page): \(actual ?? -1)")
        // A browser does not repeat the box of a button on the next sheet.
        let boxes = try tab.value(
          "[...document.querySelectorAll('thead button')].map((b) => getComputedStyle(b).display)")
        let found = try #require(boxes as? [String])
        #expect(found.allSatisfy { $0 == "contents" }, "\(page)")
        buttons += found.count
      }
      #expect(buttons > 0)
    }
  }

  @Test("have targets of 24 pixels, one main part, and focus that is seen")
  func access() throws {
    try withSite { browser, folder in
      let tab = try browser.tab()
      for page in SamplePages.all {
        try tab.open(address(page, in: folder), width: 360)
        let small =
          try tab.value(
            """
            [...document.querySelectorAll("nav a, .tools a, summary, button, select, input")]
              .map((item) => [item.textContent.trim(), item.getBoundingClientRect()])
              .filter(([, box]) => box.height > 0 && (box.height < 24 || box.width < 24))
              .map(([words, box]) => `${words} ${box.width} × ${box.height}`)
            """) as? [String]
        #expect(small == [], "\(page)")
        #expect(try tab.value("document.querySelectorAll('main').length") as? Int == 1, "\(page)")
        #expect(try tab.value("document.documentElement.lang") as? String == "en-GB", "\(page)")
        _ = try tab.send(
          "Input.dispatchKeyEvent",
          ["type": "rawKeyDown", "key": "Tab", "code": "Tab", "windowsVirtualKeyCode": 9])
        let outline =
          try tab.value(
            "getComputedStyle(document.activeElement, null).outlineStyle + ' ' + "
              + "document.activeElement.className") as? String
        // The search page begins at its field.
        if !page.hasSuffix("search.html") { #expect(outline == "solid skip", "\(page)") }
      }
    }
  }

  @Test("do not move while they load")
  func layoutShift() throws {
    try withSite { browser, folder in
      let tab = try browser.tab()
      for page in SamplePages.all {
        for width in [360, 1440] {
          try tab.open(address(page, in: folder), width: width)
          let shift =
            try tab.value(
              """
              new Promise((done) => {
                let sum = 0;
                new PerformanceObserver((list) => {
                  for (const entry of list.getEntries()) sum += entry.value;
                }).observe({ type: "layout-shift", buffered: true });
                setTimeout(() => done(sum), 150);
              })
              """) as? Double
          #expect(shift.map { $0 < 0.01 } == true, "\(page) at \(width): \(shift ?? -1)")
        }
      }
    }
  }

  @Test("say all they have to say without a script")
  func withoutScripts() throws {
    try withSite { browser, folder in
      let tab = try browser.tab()
      for page in SamplePages.all {
        try tab.send("Emulation.setScriptExecutionDisabled", ["value": false])
        try tab.open(address(page, in: folder))
        let with = try tab.value("document.querySelectorAll('main li, main p, main tr').length")
        try tab.send("Emulation.setScriptExecutionDisabled", ["value": true])
        try tab.open(address(page, in: folder))
        let without = try tab.value("document.querySelectorAll('main li, main p, main tr').length")
        #expect(with as? Int == without as? Int, "\(page)")
        let dead = try tab.value(
          "[...document.querySelectorAll('input, select, button')].filter((i) => i.offsetHeight > 0).length"
        )
        #expect(dead as? Int == 0, "\(page) has controls that do nothing")
      }
    }
  }

  private static func search(_ words: String) -> String {
    """
    new Promise((done) => {
      const field = document.getElementById("query");
      // What was found before must not be taken for the answer.
      document.getElementById("search-results").replaceChildren();
      field.value = "\(words)";
      field.dispatchEvent(new Event("input"));
      const look = () => {
        const found = [...document.querySelectorAll("#search-results li")];
        if (found.length > 0) {
          done(found.map((line) => line.textContent + " → " + [...line.querySelectorAll("a")].map((a) => a.getAttribute("href")).join(" ")));
        } else setTimeout(look, 20);
      };
      setTimeout(look, 20);
    })
    """
  }

  @Test("find models, reports, columns, measures and words from a disk")
  func search() throws {
    try withSite { browser, folder in
      let tab = try browser.tab()
      try tab.open(address("data-scientist/search.html", in: folder))
      func found(_ words: String) throws -> String {
        try #require(try tab.value(Self.search(words)) as? [String]).joined(separator: "\n")
      }
      #expect(
        try found("flights").hasPrefix(
          "Arrival delay Model latest report → flights/index.html flights/2013-"))
      #expect(try found("flights week 35").contains(" → flights/2013-W35/index.html"))
      // The week of that number before the one that begins on the 14th of a month.
      #expect(try found("flights week 14").hasPrefix("Arrival delay, Week 14 of 2013"))
      #expect(try found("april 2014").contains(" → recidivism/2014-04/index.html"))
      let column = try found("priors")
      #expect(
        column.contains(
          "→ recidivism/2014-05/index.html#\(SearchColumns.anchor(.dataScientist) ?? "")"),
        "\(column)")
      #expect(try found("ROC").contains("ROC AUC Measure → ../methodology/index.html#roc_auc"))
      #expect(try found("drift").contains("Drift Word → ../methodology/index.html#term-drift"))
      #expect(try found("script alert").contains("<script>alert(1)</script>"))
      #expect(try found("review week 35").contains(" → review/2013-W35/index.html"))
      #expect(try found("audit").contains(" → ../audit/index.html"))
      try tab.open(address("compliance/search.html", in: folder))
      let april = "recidivism/2014-04/"
      #expect(try found("rule april 2014").contains(" → \(april)packs/rule/index.html"))
      #expect(try found("revision april").contains(" → \(april)revisions/1/index.html"))
      #expect(tab.complaints.isEmpty)
    }
  }

  @Test("keep the chosen appearance, and apply it before the first paint")
  func appearance() throws {
    try withSite { browser, folder in
      try Nginx.with(folder, path: "/reports/models/") { base in
        let tab = try browser.tab()
        try tab.prefer("light")
        try tab.open(base + "business/recidivism/2014-04/index.html")
        let background = "getComputedStyle(document.body).backgroundColor"
        let light = try tab.value(background) as? String
        _ = try tab.value(
          """
          (() => { const field = document.querySelector(".tools select");
            field.value = "dark"; field.dispatchEvent(new Event("change")); })()
          """)
        let dark = try tab.value(background) as? String
        #expect(light != dark)
        // Before any script of the site has run, as if they were slow.
        try tab.send("Network.setBlockedURLs", ["urls": ["*broadsheet.js"]])
        try tab.open(base + "compliance/index.html")
        #expect(try tab.value(background) as? String == dark)
        #expect(try tab.value("typeof window.broadsheetSearch") as? String == "undefined")
        try tab.send("Emulation.setEmulatedMedia", ["media": "print"])
        #expect(try tab.value(background) as? String == "rgb(255, 255, 255)")
      }
    }
  }

  @Test("work below a path of a web server whose policy they keep")
  func server() throws {
    try withSite { browser, folder in
      try Nginx.with(folder, path: "/reports/models/") { base in
        let tab = try browser.tab()
        for page in SamplePages.all {
          try tab.open(base + page)
          #expect(try tab.value("getComputedStyle(document.body).maxWidth") as? String != "none")
        }
        #expect(tab.requests.allSatisfy { $0.hasPrefix(base) })
        #expect(tab.complaints.isEmpty, "\(tab.complaints)")
        try tab.open(base + "business/search.html")
        let found = try tab.value(Self.search("flights")) as? [String]
        #expect(found?.first?.contains("flights/index.html") == true)
        let refused =
          try tab.value(
            """
            new Promise((done) => {
              document.addEventListener("securitypolicyviolation", (event) =>
                done(event.effectiveDirective + " " + String(window.entered)));
              const script = document.createElement("script");
              script.textContent = "window.entered = 1";
              document.body.append(script);
            })
            """) as? String
        #expect(refused == "script-src-elem undefined")
      }
    }
  }

  @Test(
    "have no violation that axe finds, in light and dark",
    .enabled(if: Axe.path != nil, "no axe.min.js: scripts/install-system-packages.sh --tests"))
  func axe() throws {
    let source = try String(contentsOfFile: try #require(Axe.path), encoding: .utf8)
    try withSite { browser, folder in
      for scheme in ["light", "dark"] {
        let tab = try browser.tab()
        try tab.prefer(scheme)
        for page in SamplePages.all {
          try tab.open(address(page, in: folder))
          _ = try tab.value(source + "; true")
          let found =
            try tab.value(
              """
              axe.run().then((result) => result.violations.map((violation) =>
                `${violation.id}: ${violation.nodes.map((node) => node.html).slice(0, 3)}`))
              """) as? [String]
          #expect(found == [], "\(page) in \(scheme)")
        }
        try tab.close()
      }
    }
  }
}
