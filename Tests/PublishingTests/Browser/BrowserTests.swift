import Foundation
import Testing

@testable import Publishing

extension Tag {
  /// Needs a browser, and takes seconds.
  @Tag static var browser: Self
}

/// The sample site in a real browser, from a disk and from a web server: how its pages look. What their
/// scripts do is in an extension.
@Suite(
  "Pages in a browser", .tags(.browser), .serialized,
  .enabled(
    if: Browser.path != nil,
    "no Chromium is installed: scripts/install-system-packages.sh --tests"))
struct BrowserTests {
  /// Runs `body` with a browser and the folder of the sample site.
  func withSite(_ body: (Browser, String) throws -> Void) throws {
    let folder =
      FileManager.default.temporaryDirectory.path + "/site of a browser-"
      + UUID().uuidString
    try SamplePages.write(to: folder)
    let outcome = Result { try Browser.with { try body($0, folder) } }
    try FileManager.default.removeItem(atPath: folder)
    try outcome.get()
  }

  func address(_ page: String, in folder: String) -> String {
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

  @Test("show every table and every chart whole, in words that can be read")
  func whole() throws {
    try withSite { browser, folder in
      let tab = try browser.tab()
      for page in SamplePages.all {
        for width in [360, 768, 1440] {
          try tab.open(address(page, in: folder), width: width)
          // What a box within the page cuts off at its lower end is not found by anybody.
          let cut = try tab.value(
            """
            [...document.querySelectorAll(".table-scroll")]
              .filter((box) => box.scrollHeight > box.clientHeight + 1).length
            """)
          #expect(cut as? Int == 0, "\(page) at \(width)")
          // A chart lies within the window, and its words are no larger than its title and no smaller
          // than ten pixels.
          let bad = try tab.value(
            """
            [...document.querySelectorAll("figure > svg.chart")].map((chart) => {
              const box = chart.getBoundingClientRect();
              const size = parseFloat(getComputedStyle(chart).fontSize)
                * box.width / chart.viewBox.baseVal.width;
              const title = parseFloat(
                getComputedStyle(chart.parentElement.querySelector("figcaption")).fontSize);
              return [box.left, box.right, size, title];
            }).filter(([left, right, size, title]) =>
              left < 0 || right > innerWidth || size < 10 || size > title + 0.01).map(String)
            """)
          #expect(bad as? [String] == [], "\(page) at \(width)")
        }
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
