/// Files on their way into a plan, with the errors of this target.
struct PlannedFiles {
  private(set) var plan = SitePlan()
  /// Addresses of the pages for readers, in the order in which they were added.
  private(set) var pages: [String] = []

  mutating func add(
    _ bytes: [UInt8], _ path: String, from contributor: String
  ) throws(PublishingError) {
    do {
      try plan.add(bytes, at: try SitePath(path), from: contributor)
    } catch {
      throw PublishingError(.plan("\(error)"), place: path, advice: "Two pages may not share it.")
    }
    if path.hasSuffix(".html"), path != "404.html" { pages.append(path) }
  }

  mutating func add(
    _ text: String, _ path: String, from contributor: String
  ) throws(PublishingError) {
    try add(Array(text.utf8), path, from: contributor)
  }
}
