import Assessment
import Foundation
import Profiling
import Testing

@testable import Publishing

/// Pages and messages that tell of many models at once, over drawn histories: they say what the reports
/// say, count what there is, and leave no model out.
@Suite("Front pages and digests agree with the reports", .tags(.slow))
struct FrontLawTests {
  private static let sites = 60

  /// A site of three models with drawn histories.
  private struct Site {
    let place: String
    let builder: SiteBuilder
    let calendar: ReviewCalendar

    var latest: [ReportContext] {
      builder.publication.models.indices.map { index in
        builder.context(index, builder.publication.models[index].periods.count - 1)
      }
    }
  }

  private func everySite(_ check: (Site) throws -> Void) throws {
    let templates = try TemplateCatalog()
    for seed in 0..<UInt64(Self.sites) {
      let models = (0..<UInt64(3)).map { number -> ModelRecord in
        var generator = StoryGenerator(seed: seed * 3 + number)
        var fixture = generator.fixture()
        fixture.id = "m\(number)"
        fixture.title = "Model <\(number)>"
        return fixture.model
      }
      let publication = SamplePublication.make(models)
      try check(
        Site(
          place: "seed \(seed)", builder: SiteBuilder(publication, templates: templates),
          calendar: ReviewCalendar(publication.models)))
    }
  }

  /// The words of a page: without tags, entities and runs of white space.
  private func words(_ html: String) -> String {
    html.replacing(/<[^>]*>/, with: "\n").replacing("&lt;", with: "<").replacing("&gt;", with: ">")
      .replacing("&quot;", with: "\"").replacing("&#39;", with: "'").replacing("&amp;", with: "&")
  }

  @Test("a digest has every model once, in the words of its report")
  func digests() throws {
    try everySite { site in
      for role in Role.allCases {
        let digest = Digest(site.builder, role: role)
        let place: Comment = "\(site.place), \(role)"
        let loud = site.latest.filter { $0.record.status != .ok }
        #expect(Set(digest.items.map(\.title)) == Set(loud.map(\.identity.title)), place)
        #expect(digest.items.count + digest.quiet.count == 3, place)
        for item in digest.items {
          let context = try #require(site.latest.first { $0.identity.title == item.title })
          let story = ReportStory(context: context, role: role)
          #expect(item.sentences == [story.answer] + story.grounds, place)
          #expect(item.asks == story.asks, place)
          #expect(item.standing == context.record.status.words, place)
        }
        let severities = digest.items.compactMap { item in
          loud.first { $0.identity.title == item.title }?.record.status.severity
        }
        #expect(severities == severities.sorted(by: >), place)
        // Lines are wrapped, words are not lost.
        let text = DigestText(digest: digest, base: "").text
          .split(whereSeparator: \.isWhitespace).joined(separator: " ")
        for sentence in digest.items.flatMap({ $0.sentences + $0.asks }) {
          #expect(text.contains(sentence), "\(site.place): \(sentence)")
        }
      }
    }
  }

  @Test("the overview counts the models as they stand, and shows their figures as reports do")
  func overview() throws {
    try everySite { site in
      let page = words(try site.builder.indexPage())
      for status in Status.allCases {
        let count = site.latest.count { $0.record.status == status }
        let words = status == .breach && count > 1 ? "outside their limits" : status.words
        let title = "\(words.capitalizedFirst): \(count) model\(count == 1 ? "" : "s")\n"
        #expect(page.contains(title) == (count > 0), "\(site.place): \(title)")
        if count > 0 {
          let counted =
            [.insufficient: "with too few rows", .missing: "without data"][status] ?? words
          #expect(site.builder.standing.contains("\(count) \(counted)"), "\(site.place)")
        }
      }
      for context in site.latest {
        let story = ReportStory(context: context, role: nil)
        #expect(page.contains(story.answer), "\(site.place): \(story.answer)")
        for change in story.change.prefix(3) {
          #expect(page.contains(change), "\(site.place): \(change)")
        }
        for view in KeyFigures(context: context).views where view.value != "–" {
          let shown = context.leading?.values.compactMap { context.figure?.short($0) } ?? []
          #expect(shown.contains(view.value) || view.value == "0", "\(site.place): \(view)")
        }
        let rest = context.model.periods.flatMap { $0.leading?.findings ?? [] }
        if rest.isEmpty { #expect(!page.contains("incidents are open"), "\(site.place)") }
      }
    }
  }

  @Test("a review asks what the reports of its period ask, and counts them")
  func reviews() throws {
    try everySite { site in
      let role = Role.productManager
      let last = try #require(site.calendar.periods.indices.last)
      for place in [0, last] {
        let period = site.calendar.periods[place]
        let page = words(try site.builder.reviewPage(site.calendar, place, role))
        let contexts = site.calendar.entries(of: period).map {
          site.builder.context($0.model, $0.period)
        }
        let asking = contexts.filter { context in
          !AskSentences(context: context, role: role).requests.isEmpty
        }
        let count = "\(contexts.count) report\(contexts.count == 1 ? "" : "s"); "
        let asked =
          asking.isEmpty
          ? "nothing is asked of product managers"
          : "\(asking.count) ask\(asking.count == 1 ? "s" : "") something of product managers"
        #expect(page.contains(count + asked), "\(site.place): \(count + asked)")
        for context in asking {
          let story = ReportStory(context: context, role: role)
          for sentence in [story.answer] + story.requests {
            #expect(page.contains(sentence), "\(site.place): \(sentence)")
          }
        }
        for context in contexts {
          #expect(page.contains(context.identity.title), "\(site.place)")
        }
      }
    }
  }
}
