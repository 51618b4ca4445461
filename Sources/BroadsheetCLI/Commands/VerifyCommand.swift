import ArgumentParser
import Broadsheet
import Foundation

struct VerifyCommand: ParsableCommand {
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json
  }

  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Say whether a published site is as it was published.",
    discussion: """
      Holds every file against the manifest, the manifest against the chain of those before it, and \
      against its signature. Needs neither configuration nor history. Exit codes: 0 nothing was \
      changed; 65 something was; 66 there is no such folder or key.
      """)

  @Argument(help: "The folder of the site.")
  var directory: String

  @Option(help: "File with the public key that the site must be signed with (PEM).")
  var key: String?

  @Option(help: "SHA-256 of a manifest that you noted earlier; it must be part of the chain.")
  var head: String?

  @Option(help: "How the result is written: text or json.")
  var format = Format.text

  func validate() throws {
    guard let head else { return }
    let isDigest = head.count == 64 && head.allSatisfy { $0.isASCII && $0.isHexDigit }
    if !isDigest {
      throw ValidationError("--head is '\(head)'; write the 64 hexadecimal digits of a SHA-256.")
    }
  }

  func run() throws {
    let trusted = try key.map(VerifyingKey.init(contentsOfFile:))
    var verifier = try SiteVerifier(
      directory: directory, key: trusted, head: head?.lowercased())
    let outcome = try verifier.run()
    Log.result(
      try format == .json ? VerificationText.json(outcome) : VerificationText.plain(outcome))
    if !outcome.isIntact { throw ExitCode(ExitStatus.badData.rawValue) }
  }
}
