internal import Foundation
import Profiling

/// The address under which a site stands, such as `https://example.org/reports/`.
package struct SiteAddress: Hashable, Sendable {
  /// With a slash at the end.
  package let base: String
  /// The host in small letters, without port.
  package let host: String

  /// - Returns: `nil` for anything but an absolute `http` or `https` address without user, query and
  ///   fragment.
  package init?(_ text: String) {
    guard let parts = URLComponents(string: text),
      let scheme = parts.scheme?.lowercased(), ["http", "https"].contains(scheme),
      let host = parts.host?.lowercased(), !host.isEmpty,
      host.utf8.allSatisfy(Self.isHostByte), parts.user == nil, parts.query == nil,
      parts.fragment == nil
    else { return nil }
    base = text.hasSuffix("/") ? text : text + "/"
    self.host = host
  }

  private static func isHostByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
      UInt8(ascii: "-"), UInt8(ascii: "."):
      true
    default: false
    }
  }
}

/// The name of a site in the identifiers of feeds and messages.
struct SiteAuthority {
  let publication: Publication

  /// The host of the site; without one a name made of title and organisation, below a top-level
  /// domain that is never given out, so that two sites differ.
  ///
  /// Source: RFC 2606, section 2, for `.invalid`.
  var host: String {
    if let address = publication.siteAddress { return address.host }
    let named = [publication.title, publication.organisation ?? ""].map { name in
      String(AnchorNames.slug(of: name).replacing("_", with: "-").prefix(60).drop { $0 == "-" })
    }.filter { !$0.isEmpty }
    return ((named.isEmpty ? ["site"] : named) + ["invalid"]).joined(separator: ".")
  }

  /// The identifier of a page, the same for as long as the site keeps its name.
  ///
  /// Source: RFC 4151. The date is the first day on which names of this form were given out.
  func tag(_ path: String) -> String { "tag:\(host),2026-11-21:\(path)" }
}

extension Day {
  /// The instant at which the day is over in UTC, in the form of RFC 3339.
  ///
  /// Feeds and messages carry the time of the data, not of the run, so that equal data give equal
  /// files.
  var over: String { "\(advanced(by: 1))T00:00:00Z" }
}
