/// Files on their way into a plan, with the errors of this target.
struct PlannedFiles {
  private(set) var plan = SitePlan()
  /// Addresses of the pages for readers, in the order in which they were added.
  private(set) var pages: [String] = []

  /// Enters one file, with what goes wrong told by its place.
  private mutating func enter(
    _ path: String, _ add: (inout SitePlan) throws(SiteError) -> Void
  ) throws(PublishingError) {
    do {
      try add(&plan)
    } catch {
      throw PublishingError(.plan("\(error)"), place: path, advice: "Two pages may not share it.")
    }
    if path.hasSuffix(".html"), path != "404.html" { pages.append(path) }
  }

  mutating func add(
    _ bytes: [UInt8], _ path: String, from contributor: String
  ) throws(PublishingError) {
    try enter(path) { plan throws(SiteError) in
      try plan.add(bytes, at: try SitePath(path), from: contributor)
    }
  }

  mutating func add(
    _ text: String, _ path: String, from contributor: String
  ) throws(PublishingError) {
    try add(Array(text.utf8), path, from: contributor)
  }

  /// The files of a unit that was made.
  ///
  /// - Parameters:
  ///   - made: Its files, wherever their bytes are.
  ///   - whole: Fingerprint of its dependencies; `nil` when it is to be made again next time.
  ///   - article: That of its article alone.
  mutating func add(
    _ unit: PageUnit, _ made: [MadeFile], _ product: PageUnit.Product, whole: String?,
    article: String?
  ) throws(PublishingError) {
    for file in made {
      try enter(file.path.description) { plan throws(SiteError) in
        try plan.add(file, from: unit.contributor)
      }
    }
    for file in product.kept { try keep(file, from: unit.contributor) }
    guard let whole else { return }
    plan.note(
      SiteUnit(
        name: unit.name, article: article, whole: whole, articleRange: product.articleRange,
        files: made.map(\.path) + product.kept.map(\.path), isKept: false))
  }

  /// The files of a unit as they were published.
  mutating func keep(_ unit: PageUnit, _ former: FormerUnit) throws(PublishingError) {
    for file in former.files { try keep(file, from: unit.contributor) }
    plan.note(
      SiteUnit(
        name: unit.name, article: former.article, whole: former.whole,
        articleRange: former.articleRange, files: former.files.map(\.path), isKept: true))
  }

  private mutating func keep(
    _ file: KeptFile, from contributor: String
  ) throws(PublishingError) {
    try enter(file.path.description) { plan throws(SiteError) in
      try plan.keep(file, from: contributor)
    }
  }
}
