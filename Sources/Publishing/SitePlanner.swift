import Assessment
import Charting
import Profiling

/// Plans every page of an edition; nothing is written here.
package struct SitePlanner: Sendable {
  private let templates: TemplateCatalog

  /// - Parameter templates: Words and markup of the pages.
  package init(templates: TemplateCatalog) {
    self.templates = templates
  }

  /// All files of the site.
  ///
  /// Equal publications give equal plans. Every template is checked against its view first, so a
  /// wrong one is found whatever the data.
  package func plan(_ publication: Publication) throws(PublishingError) -> SitePlan {
    try checkTemplates()
    try check(publication)
    let builder = SiteBuilder(publication, templates: templates)
    var files = PlannedFiles()
    try addFrontPages(builder, to: &files)
    for model in publication.models.indices {
      try addModel(model, builder, to: &files)
    }
    for (name, bytes) in templates.staticFiles.sorted(by: { $0.key < $1.key }) {
      try files.add(bytes, "assets/\(name)", from: "the static files")
    }
    try files.add(Array(ChartStyle.css.utf8), "assets/charts.css", from: "the charts")
    if let address = publication.siteAddress {
      try files.add(
        Sitemap(address: address).text(files.pages), "sitemap.xml", from: "the sitemap")
    }
    return files.plan
  }

  /// Checks every template against the view it will be given.
  package func checkTemplates() throws(PublishingError) {
    for (name, view) in ReportBuilder.viewTypes + SiteBuilder.viewTypes {
      try templates.check(name, for: view)
    }
    for name in templates.packTemplates { try templates.check(name, for: PackView.self) }
  }

  private func addFrontPages(
    _ builder: SiteBuilder, to files: inout PlannedFiles
  ) throws(PublishingError) {
    try files.add(try builder.indexPage(), "index.html", from: "the front page")
    try files.add(try builder.methodologyPage(), Address.methodology, from: "the methodology")
    try files.add(try builder.notFoundPage(), "404.html", from: "the page for missing addresses")
    for role in builder.publication.roles {
      try files.add(
        try builder.rolePage(role), Address.role(role) + "index.html",
        from: "the front page of \(role.rawValue)")
    }
  }

  private func addModel(
    _ index: Int, _ builder: SiteBuilder, to files: inout PlannedFiles
  ) throws(PublishingError) {
    let model = builder.publication.models[index]
    for role in builder.publication.roles {
      try files.add(
        try builder.modelPage(index, role), Address.model(role, model.identity) + "index.html",
        from: "the trends of \(model.identity.id) for \(role.rawValue)")
      for period in model.periods.indices {
        let folder = Address.report(role, model.identity, model.periods[period].period)
        let report = try builder.report(index, period, role)
        let contributor = "the report \(folder)"
        try files.add(report.html, folder + "index.html", from: contributor)
        try files.add(report.markdown, folder + "index.md", from: contributor)
        for chart in report.charts {
          try files.add(chart.svg, folder + chart.address, from: contributor)
        }
      }
    }
    if builder.publication.roles.contains(.compliance) {
      try addPacks(index, builder, to: &files)
    }
    try addNumbers(model, to: &files)
  }

  private func addPacks(
    _ index: Int, _ builder: SiteBuilder, to files: inout PlannedFiles
  ) throws(PublishingError) {
    let model = builder.publication.models[index]
    for pack in builder.publication.packs[model.identity.id] ?? [] {
      for period in model.periods.indices {
        let folder = Address.pack(model.identity, model.periods[period].period, pack.id)
        let page = try builder.packPage(index, period, pack)
        try files.add(page.html, folder + "index.html", from: "the pack \(pack.id)")
        try files.add(page.markdown, folder + "index.md", from: "the pack \(pack.id)")
      }
    }
  }

  private func addNumbers(
    _ model: ModelRecord, to files: inout PlannedFiles
  ) throws(PublishingError) {
    for record in model.periods {
      let rows = record.arms.flatMap {
        model.rows(of: $0, period: record.period)
      }
      try add(rows, Address.data(model.identity, record.period), to: &files)
    }
    let reference = model.references.flatMap {
      model.rows(of: $0, period: nil)
    }
    if !reference.isEmpty {
      try add(reference, "data/\(model.identity.id)/reference/", to: &files)
    }
  }

  private func add(
    _ rows: [MetricRow], _ folder: String, to files: inout PlannedFiles
  ) throws(PublishingError) {
    try files.add(
      MetricExport.text(of: rows, format: .csv), folder + "metrics.csv", from: "the numbers")
    try files.add(
      MetricExport.text(of: rows, format: .json), folder + "metrics.json", from: "the numbers")
  }

  /// Ids become folders; two that a file system cannot tell apart would be one page.
  private func check(_ publication: Publication) throws(PublishingError) {
    var seen = Set<String>()
    for model in publication.models {
      let id = model.identity.id
      let isPlain =
        !id.isEmpty
        && id.utf8.allSatisfy { byte in
          (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
            || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || byte == UInt8(ascii: "-")
        }
      guard isPlain else {
        throw PublishingError(
          .badIdentifier(id), place: "models",
          advice: "Use small letters, digits and hyphens only.")
      }
      guard seen.insert(id).inserted else {
        throw PublishingError(
          .duplicateIdentifier(id), place: "models", advice: "Give one of them another id.")
      }
    }
  }
}
