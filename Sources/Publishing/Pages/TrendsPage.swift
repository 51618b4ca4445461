import Assessment
import Charting
import Profiling

extension SiteBuilder {
  /// The trends of some periods for one reader, drawn.
  func trends(
    _ index: Int, _ role: Role, _ range: Range<Int>, _ drawings: SharedDrawings
  ) -> [DrawnTrend] {
    let model = publication.models[index]
    let choice = TrendChoice(
      model: model, history: histories[index], role: role, range: range)
    return choice.trends.compactMap { trend in
      switch trend {
      case .measure(let key):
        let id = FigureBuilder.identifier("trend", key)
        return drawings.trend(of: id, range) {
          TrendFigure(model: model, key: key, range: range).chart(id: id, heading: .outside).map {
            drawn($0, id: id, TrendSubject(key.metric.definition.family))
          }
        }
      case .groups(let metric, let attribute):
        let id = "groups-\(ChartID(attribute).text)"
        return drawings.trend(of: id, range) {
          GroupTrendsFigure(model: model, metric: metric, attribute: attribute, range: range)
            .chart(id: id, heading: .outside).map { drawn($0, id: id, .groups) }
        }
      }
    }
  }

  private func drawn(_ chart: any Chart, id: String, _ subject: TrendSubject) -> DrawnTrend {
    DrawnTrend(
      subject: subject, finding: chart.description,
      view: ChartView(
        id: Markup("figure-\(id)"), title: chart.title, drawing: Markup(chart.svg(.inline)),
        numbers: Markup(NumbersMarkup.html(chart.table))))
  }

  /// The trends that are told in a line, by the page that draws them.
  func furtherTrends(_ places: TrendPlaces) -> [FurtherTrendsView] {
    places.pages.map { page in
      let address = page.folder + "index.html"
      return FurtherTrendsView(
        title: "\(page.title): \(Plural.count(page.trends.count, "more trend"))",
        address: Markup(address),
        trends: page.trends.map { trend in
          FurtherTrendView(
            id: trend.view.id, title: trend.view.title,
            address: Markup("\(address)#\(trend.view.id.text)"), finding: trend.finding)
        })
    }
  }

  /// The pages by subject that belong to a page of a model.
  ///
  /// - Parameters:
  ///   - folder: That of the page which tells of these.
  ///   - owner: Its title, and the steps to it.
  ///   - facts: What the page says of its periods.
  func trendsPages(
    _ places: TrendPlaces, _ role: Role, folder: String, owner: String,
    crumbs: [(String, String?)], facts: String
  ) throws(PublishingError) -> [PageFile] {
    var files: [PageFile] = []
    for part in places.pages {
      let path = folder + part.folder + "index.html"
      let title = "\(owner): \(part.title.loweredFirst)"
      let view = TrendsPageView(
        title: title, facts: facts, back: Markup("../../index.html#trends"),
        others: places.pages.filter { $0.folder != part.folder }.map { other in
          LinkView(title: other.title, address: Markup("../../\(other.folder)index.html"))
        },
        figures: part.trends.map(\.view))
      let html = try page(
        path, title: "\(title), \(role.title.loweredFirst)",
        description: "\(part.title): trends of \(owner).", role: role,
        crumbs: crumbs + [(part.title, nil)],
        content: try templates.render("pages/trends.html.mustache", view))
      files.append(PageFile(path, html))
    }
    return files
  }
}
