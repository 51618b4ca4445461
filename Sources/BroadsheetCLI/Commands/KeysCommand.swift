import ArgumentParser
import Broadsheet
import Foundation

struct KeysCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "keys",
    abstract: "Make a key that signs publications.",
    subcommands: [New.self])

  struct New: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "new",
      abstract:
        "Make an Ed25519 key; the public half is printed and written beside the private one.",
      discussion: """
        The private key is readable by its owner alone. Name it in 'site.signing_key', or in the \
        variable BROADSHEET_SIGNING_KEY, and keep it away from the web server. Give the public key \
        to those who will verify.
        """)

    @Option(
      name: .shortAndLong, help: "The file of the private key; an existing one is never replaced.")
    var output: String

    func run() throws {
      let key = SigningKey()
      let publicPath = try key.save(to: output)
      Log(format: .text, isQuiet: false).info(
        "The private key is in \(output), the public key in \(publicPath).")
      Log.result(key.publicKey.pem)
    }
  }
}
