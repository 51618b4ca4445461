import Testing

@testable import History

@Suite("SipHash")
struct SipHashTests {
  /// Made by `openssl mac -macopt hexkey:000102030405060708090a0b0c0d0e0f -macopt size:16 SIPHASH`
  /// of OpenSSL 3.0.19, from the bytes 0, 1, 2, … up to each length.
  private static let digests: [(length: Int, digest: String)] = [
    (0, "A3817F04BA25A8E66DF67214C7550293"), (1, "DA87C1D86B99AF44347659119B22FC45"),
    (7, "A1F1EBBED8DBC153C0B84AA61FF08239"), (8, "3B62A9BA6258F5610F83E264F31497B4"),
    (9, "264499060AD9BAABC47F8B02BB6D71ED"), (15, "5493E99933B0A8117E08EC0F97CFC3D9"),
    (16, "6EE2A4CA67B054BBFD3315BF85230577"), (31, "2939B0183223FAFC1723DE4F52C43D35"),
    (63, "5150D1772F50834A503E069A973FBD7C"),
  ]

  @Test("gives the digests of OpenSSL", arguments: digests)
  func openSSL(_ length: Int, _ expected: String) {
    let hash = SipHash(low: 0x0706_0504_0302_0100, high: 0x0F0E_0D0C_0B0A_0908)
    let bytes = (0..<length).map { UInt8($0) }
    let digest = hash.digest(of: bytes.span)
    let hexadecimal = [digest.first, digest.second].map { word in
      let digits = String(word.byteSwapped, radix: 16, uppercase: true)
      return String(repeating: "0", count: 16 - digits.count) + digits
    }.joined()
    #expect(hexadecimal == expected)
  }
}
