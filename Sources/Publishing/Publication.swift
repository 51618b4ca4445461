package import Assessment
package import Profiling

/// Everything that one edition of the site is made from.
package struct Publication: Sendable {
  /// Title of the site.
  package let title: String
  package let organisation: String?
  /// The readers that get reports, in the order of the navigation.
  package let roles: [Role]
  /// As readers may see them; see ``ModelRecord/publishable``.
  package let models: [ModelRecord]
  /// Version of this program, as pages and data files name it.
  package let programVersion: String
  /// Address under which the site will stand; for the sitemap, feeds and digests, as all links of
  /// pages are relative.
  package let siteAddress: SiteAddress?
  /// What people put on record about the models.
  package let comments: [Remark]
  /// The compliance packs of each model, by its id.
  package let packs: [String: [CompliancePack]]
  /// The day of the publication in UTC; `nil` when none is known.
  package let today: Day?
  /// Whether the page of the audit belongs to the site, so that pages may link to it.
  package let isAudited: Bool
  /// Digests of all this; `nil` for a publication of which every page is made.
  package let stamps: PublicationStamps?

  package init(
    title: String, organisation: String?, roles: [Role], models: [ModelRecord],
    programVersion: String, siteAddress: SiteAddress? = nil, comments: [Remark] = [],
    packs: [String: [CompliancePack]] = [:], today: Day? = nil, isAudited: Bool = false,
    stamps: PublicationStamps? = nil
  ) {
    self.stamps = stamps
    self.title = title
    self.organisation = organisation
    self.roles = roles
    self.models = models.map(\.publishable)
    self.programVersion = programVersion
    self.siteAddress = siteAddress
    self.comments = comments
    self.packs = packs
    self.today = today
    self.isAudited = isAudited
  }
}
