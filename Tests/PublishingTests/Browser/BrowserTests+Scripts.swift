import Testing

@testable import Publishing

/// What pages do with scripts, and without.
extension BrowserTests {
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
      #expect(
        try found("few rows").contains(
          "Methodology: few rows Page → ../methodology/index.html#reading-rows"))
      let nothing = try tab.value(
        """
        new Promise((done) => {
          const field = document.getElementById("query");
          field.value = "zzzz";
          field.dispatchEvent(new Event("input"));
          const look = () => {
            const status = document.getElementById("search-status").textContent;
            if (!status.includes("zzzz")) return setTimeout(look, 20);
            const results = document.querySelectorAll("#search-results li").length;
            done([status, String(results), String(document.getElementById("a-z").offsetHeight > 0)]);
          };
          look();
        })
        """)
      let answer = try #require(nothing as? [String])
      #expect(answer[0].hasPrefix("Nothing is called “zzzz”.") && answer[0].contains("columns"))
      #expect(answer[1...] == ["0", "true"])
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
}
