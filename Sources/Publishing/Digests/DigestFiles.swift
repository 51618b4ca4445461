import Assessment
import Profiling

extension SiteBuilder {
  /// The digest of a reader as plain text and as a message.
  func digest(_ role: Role) throws(PublishingError) -> (text: String, mail: String) {
    let digest = Digest(self, role: role)
    let base = publication.siteAddress?.base ?? ""
    let text = DigestText(digest: digest, base: base).text
    let html = try templates.render(
      "pages/digest.html.mustache",
      DigestView(
        title: digest.title, day: digest.day.map { "Data up to \($0.words)" },
        summary: digest.summary,
        items: digest.items.map { item in
          DigestItemView(
            title: "\(item.title), \(item.period)", mark: item.mark, standing: item.standing,
            sentences: item.sentences, asks: item.asks,
            // A path within the site leads nowhere from a message.
            report: publication.siteAddress.map {
              Markup(HTMLEscaper.address($0.base + item.report))
            }
          )
        },
        quiet: digest.quiet,
        home: publication.siteAddress.map { Markup(HTMLEscaper.address($0.base + digest.home)) }))
    let mail = DigestMail(
      digest: digest, sender: publication.organisation ?? publication.title,
      host: SiteAuthority(publication: publication).host, plain: text, html: html)
    return (text, mail.text)
  }
}

/// The HTML part of a digest.
struct DigestView: View {
  let title: String
  let day: String?
  let summary: String
  let items: [DigestItemView]
  let quiet: [String]
  let home: Markup?
}

/// A model in a digest.
struct DigestItemView: View {
  let title: String
  /// The shape of the standing, as pages have it: a message can hold no style sheet.
  let mark: String
  let standing: String
  let sentences: [String]
  let asks: [String]
  let report: Markup?
}
