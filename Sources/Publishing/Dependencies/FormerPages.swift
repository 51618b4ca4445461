/// A file of the last publication that this one takes over as it is.
package struct KeptFile: Hashable, Sendable {
  package let path: SitePath
  package let byteCount: Int
  /// 64 hexadecimal digits.
  package let sha256: String

  package init(path: SitePath, byteCount: Int, sha256: String) {
    self.path = path
    self.byteCount = byteCount
    self.sha256 = sha256
  }
}

/// Files that are made together: a report with its charts, the numbers of a period.
package struct FormerUnit: Sendable {
  /// Fingerprint of the dependencies of the article within its page; `nil` for units without one.
  package let article: String?
  /// Fingerprint of the dependencies of all files.
  package let whole: String
  /// Where the article stands within the first page, in bytes.
  package let articleRange: Range<Int>?
  package let files: [KeptFile]

  package init(article: String?, whole: String, articleRange: Range<Int>?, files: [KeptFile]) {
    self.article = article
    self.whole = whole
    self.articleRange = articleRange
    self.files = files
  }
}

/// What was published last, as far as it may be taken over.
package protocol FormerPages: Sendable {
  func unit(_ name: String) -> FormerUnit?

  /// The bytes of a published file; `nil` when it is no longer what was published.
  func bytes(of file: KeptFile) throws(SiteError) -> [UInt8]?

  func fingerprint(of dependencies: PageDependencies) -> String
}

/// Nothing was published, or nothing of it is to be taken over.
package struct NoFormerPages: FormerPages {
  private let hash: @Sendable (PageDependencies) -> String

  /// - Parameter hash: Makes fingerprints for the next publication.
  package init(hash: @escaping @Sendable (PageDependencies) -> String = { _ in "" }) {
    self.hash = hash
  }

  package func unit(_ name: String) -> FormerUnit? { nil }
  package func bytes(of file: KeptFile) -> [UInt8]? { nil }
  package func fingerprint(of dependencies: PageDependencies) -> String { hash(dependencies) }
}
