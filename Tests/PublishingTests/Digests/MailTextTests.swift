import Foundation
import Profiling
import Testing

@testable import Publishing

@Suite struct MailTextTests {
  /// Undoes quoted-printable, for the law that both directions cancel out.
  private func decoded(_ text: String) throws -> String {
    let joined = text.replacing("=\r\n", with: "").replacing("\r\n", with: "\n")
    var bytes: [UInt8] = []
    var rest = Array(joined.utf8)[...]
    while let byte = rest.popFirst() {
      guard byte == UInt8(ascii: "=") else {
        bytes.append(byte)
        continue
      }
      let digits = String(decoding: rest.prefix(2), as: UTF8.self)
      bytes.append(try #require(UInt8(digits, radix: 16)))
      rest = rest.dropFirst(2)
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static let texts = [
    "", "plain\n", "Größe = 95 %", String(repeating: "=", count: 200),
    String(repeating: "ab c", count: 60), "end \n.dot\nFrom here\n\n.",
    "R² fell to −0.1 \u{1F4C9} " + String(repeating: "\u{1F4C9}", count: 30),
    String(repeating: "x", count: 76), String(repeating: "x", count: 77),
    String(repeating: "x", count: 75) + " ",
  ]

  @Test("writes quoted-printable that means the text, in lines of 76", arguments: texts)
  func quotedPrintable(_ text: String) throws {
    let encoded = MailText.quotedPrintable(text)
    #expect(try decoded(encoded) == text)
    for line in encoded.components(separatedBy: "\r\n") {
      #expect(line.utf8.count <= 76)
      #expect(!line.hasSuffix(" ") && !line.hasPrefix(".") && !line.hasPrefix("From "))
      #expect(line.utf8.allSatisfy { (0x20...0x7E).contains($0) })
    }
  }

  @Test("writes quoted-printable as Python 3 does")
  func oracle() {
    // quopri.encodestring(text.encode())
    #expect(MailText.quotedPrintable("Größe = 95 %") == "Gr=C3=B6=C3=9Fe =3D 95 %")
    #expect(MailText.quotedPrintable("trailing ") == "trailing=20")
    #expect(MailText.quotedPrintable("R² fell to −0.1") == "R=C2=B2 fell to =E2=88=920.1")
    // email.header.Header("Modell – Größe", "utf-8").encode(), in other bytes for one word: B.
    #expect(
      MailText.header("Subject", "Modell – Größe")
        == "Subject: =?utf-8?B?TW9kZWxsIOKAkyBHcsO2w59l?=")
  }

  @Test("folds long headers, and cuts no character of an encoded one")
  func folding() throws {
    let plain = MailText.header("Subject", String(repeating: "word ", count: 40))
    #expect(plain.components(separatedBy: "\r\n").count > 1)
    let long = String(repeating: "Größe\u{1F4C9}", count: 30)
    let encoded = MailText.header("Subject", long)
    for line in plain.components(separatedBy: "\r\n") + encoded.components(separatedBy: "\r\n") {
      #expect(line.utf8.count <= 78)
    }
    let words = encoded.matches(of: /=\?utf-8\?B\?([^?]+)\?=/)
    let text = try words.map { word in
      let data = try #require(Data(base64Encoded: String(word.1)))
      return try #require(String(validating: data, as: UTF8.self))
    }
    #expect(text.joined() == long)
  }

  @Test("lets no name add a header")
  func injection() {
    let subject = MailText.header("Subject", "a\r\nBcc: everybody@example.org")
    #expect(!subject.contains("\n"))
    #expect(MailText.displayName("A \"B\" \\ <c@d>") == "\"A \\\"B\\\" \\\\ <c@d>\"")
    #expect(!MailText.displayName("x\r\nBcc: y").contains("\n"))
    #expect(
      MailText.header("Subject", "=?utf-8?B?eA==?=").contains(
        "=?utf-8?B?PT91dGYtOD9CP2VBPT0/PQ==?="))
  }

  @Test("dates a message as Python's email.utils.format_datetime does")
  func date() {
    #expect(
      DigestMail.date(Day(year: 2013, month: 10, day: 6)) == "Mon, 07 Oct 2013 00:00:00 +0000")
    #expect(
      DigestMail.date(Day(year: 2024, month: 2, day: 29)) == "Fri, 01 Mar 2024 00:00:00 +0000")
  }
}
