import Charting
import Testing

@testable import Assessment
@testable import Publishing

@Suite("Charts of groups")
struct GroupFiguresTests {
  @Test("give a group one look in every chart of its comparison", arguments: [3, 5] as [UInt64])
  func looks(seed: UInt64) throws {
    let publication = SamplePublication.make([try SampleGroups.random(seed: seed).record()])
    let builder = SiteBuilder(publication, templates: try TemplateCatalog())
    let last = try #require(publication.models.first?.periods.indices.last)
    let context = builder.context(0, last)
    var seen = 0
    for comparison in context.leading?.groupComparisons ?? [] {
      let figures = GroupFigures(context: context, comparison: comparison)
      var looks: [String: Set<SeriesRole>] = [:]
      for chart in (figures.rates + figures.trends + figures.scores).map(\.chart) {
        if let dots = chart as? DotChart {
          for row in dots.sections.flatMap(\.rows) where row.value != nil {
            looks[row.label, default: []].insert(row.role)
          }
        } else if let lines = chart as? TrendChart, lines.series.count > 1 {
          let roles = lines.series.map(\.role)
          #expect(Set(roles).count == roles.count)
          for series in lines.series { looks[series.name, default: []].insert(series.role) }
          seen += 1
        }
      }
      #expect(looks.values.allSatisfy { $0.count == 1 }, "\(comparison.slice): \(looks)")
    }
    #expect(seen > 0)
  }
}
