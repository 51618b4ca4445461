import Profiling

/// A digest as a message that mail programs and `sendmail -t` take: plain text and HTML of one
/// content.
///
/// It names no recipient and no message identifier: whoever sends it adds both. Its date is the end
/// of the data.
///
/// Source: RFC 5322 and RFC 2046, section 5.1.4.
struct DigestMail {
  let digest: Digest
  let sender: String
  let host: String
  let plain: String
  let html: String

  /// No line of quoted-printable text can be this: a sign of equality stands before digits only.
  private static let boundary = "=_broadsheet_digest"

  var text: String {
    var lines = [
      "From: \(MailText.displayName(sender))\r\n <reports@\(host)>",
      MailText.header("Subject", subject),
    ]
    if let day = digest.day { lines.append("Date: \(Self.date(day))") }
    lines += [
      "MIME-Version: 1.0",
      "Content-Language: en-GB",
      "Auto-Submitted: auto-generated",
      "X-Unsent: 1",
      "Content-Type: multipart/alternative;\r\n boundary=\"\(Self.boundary)\"",
      "", "This message has two parts of the same content.", "",
    ]
    for (kind, content) in [("plain", plain), ("html", html)] {
      lines += [
        "--\(Self.boundary)", "Content-Type: text/\(kind); charset=utf-8",
        "Content-Transfer-Encoding: quoted-printable", "", MailText.quotedPrintable(content), "",
      ]
    }
    lines += ["--\(Self.boundary)--", ""]
    return lines.joined(separator: "\r\n")
  }

  /// Such as `Model reports: digest for business (2 models, 1 outside its limit and 1 as expected)`.
  private var subject: String {
    let summary = digest.summary.loweredFirst.replacing(": ", with: ", ")
    return "\(digest.title) (\(summary.hasSuffix(".") ? summary.dropLast() : summary[...]))"
  }

  /// The instant at which the day is over, such as `Mon, 07 Oct 2013 00:00:00 +0000`.
  static func date(_ day: Day) -> String {
    let next = day.advanced(by: 1)
    let names = ["Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed"]
    // Day 0 is 1 January 1970, a Thursday.
    let weekday = names[((next.number % 7) + 7) % 7]
    let number = next.civil.day
    return
      "\(weekday), \(number < 10 ? "0" : "")\(number) \(next.monthName.prefix(3)) "
      + "\(next.civil.year) 00:00:00 +0000"
  }
}
