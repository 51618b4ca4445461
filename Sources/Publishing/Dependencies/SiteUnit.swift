/// Files that are made together, and what they were made from.
package struct SiteUnit: Sendable {
  /// Unique within the site: the folder that the files lie in, or the path of the only one.
  package let name: String
  /// Fingerprint of the article within the page; `nil` for a unit without one.
  package let article: String?
  package let whole: String
  package let articleRange: Range<Int>?
  package let files: [SitePath]
  /// Whether all files are those of the last publication.
  package let isKept: Bool

  package init(
    name: String, article: String?, whole: String, articleRange: Range<Int>?, files: [SitePath],
    isKept: Bool
  ) {
    self.name = name
    self.article = article
    self.whole = whole
    self.articleRange = articleRange
    self.files = files
    self.isKept = isKept
  }
}

/// A file before it is in a plan.
struct PageFile: Sendable {
  let path: String
  let bytes: [UInt8]

  init(_ path: String, _ text: String) {
    self.init(path, Array(text.utf8))
  }

  init(_ path: String, _ bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }
}

/// How a unit is made, and what from.
struct PageUnit: Sendable {
  let name: String
  /// Who wants the files, for messages.
  let contributor: String
  /// `nil` for a unit that is made at every publication.
  let dependencies: PageDependencies?
  /// Of the article, where the page has one that outlives its frame.
  var articleDependencies: PageDependencies?
  let make: @Sendable () throws(PublishingError) -> Product

  struct Product: Sendable {
    /// Those that were made.
    var files: [PageFile]
    /// Those that are taken over.
    var kept: [KeptFile] = []
    var articleRange: Range<Int>?
  }

  init(
    _ name: String, from contributor: String, dependencies: PageDependencies?,
    article: PageDependencies? = nil,
    make: @escaping @Sendable () throws(PublishingError) -> Product
  ) {
    self.name = name
    self.contributor = contributor
    self.dependencies = dependencies
    articleDependencies = article
    self.make = make
  }
}
