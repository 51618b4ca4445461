package import Foundation
import Glibc

/// A browser of the Chromium family, run without a window to print a page.
package struct ChromiumProgram: Sendable {
  /// Names the program in place of the search.
  package static let variable = "BROADSHEET_CHROMIUM"

  private static let names = [
    "chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome",
    "chrome-headless-shell",
  ]

  package let path: String

  /// Looks for the program where the shell would.
  ///
  /// - Throws: ``DocumentError`` that says how to install it.
  package init(environment: [String: String] = ProcessInfo.processInfo.environment) throws {
    if let named = environment[Self.variable], !named.isEmpty {
      guard FileManager.default.isExecutableFile(atPath: named) else {
        throw DocumentError(
          .missingProgram, "\(Self.variable) names '\(named)', which is not a program")
      }
      path = named
      return
    }
    let folders = (environment["PATH"] ?? "/usr/local/bin:/usr/bin:/bin").split(separator: ":")
    let places =
      Self.names.flatMap { name in folders.map { "\($0)/\(name)" } } + [
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
        "/Applications/Chromium.app/Contents/MacOS/Chromium",
      ]
    guard let found = places.first(where: FileManager.default.isExecutableFile) else {
      throw DocumentError(
        .missingProgram,
        "a PDF is made by Chromium or Chrome, and neither is installed; install one, such as with "
          + "'apt-get install chromium', or name the program in \(Self.variable)")
    }
    path = found
  }

  /// Prints an HTML document.
  ///
  /// The browser has a profile of its own that is gone afterwards, and the document loads nothing.
  ///
  /// - Returns: The bytes of the PDF; they differ from run to run, as the browser notes the time.
  /// - Throws: ``DocumentError`` with the browser's own words.
  package func pdf(of html: String, timeoutSeconds: Int = 120) throws -> Data {
    let files = FileManager.default
    let folder = files.temporaryDirectory.path + "/broadsheet-pdf-" + UUID().uuidString
    try files.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let result = Result { try pdf(of: html, in: folder, timeoutSeconds: timeoutSeconds) }
    try files.removeItem(atPath: folder)
    return try result.get()
  }

  private func pdf(of html: String, in folder: String, timeoutSeconds: Int) throws -> Data {
    let page = URL(fileURLWithPath: folder + "/document.html")
    let target = folder + "/document.pdf"
    let messages = folder + "/messages"
    try Data(html.utf8).write(to: page)
    let program = ChildProgram(
      path: path,
      arguments: Self.quietArguments(profile: folder + "/profile") + [
        "--no-pdf-header-footer", "--generate-pdf-document-outline", "--print-to-pdf=\(target)",
        page.absoluteString,
      ])
    let status = try program.run(messages: messages, in: folder, timeoutSeconds: timeoutSeconds)
    guard let status else {
      throw DocumentError(.failed, "\(path) was stopped after \(timeoutSeconds) seconds")
    }
    guard status == 0, let data = FileManager.default.contents(atPath: target),
      data.starts(with: Data("%PDF".utf8))
    else {
      throw DocumentError(
        .failed,
        "\(path) made no PDF (exit status \(status)): \(try ChildProgram.words(in: messages))")
    }
    return data
  }

  /// Arguments that keep the browser from asking, updating, and leaving anything behind.
  package static func quietArguments(profile: String) -> [String] {
    // Its sandbox refuses to be started by the superuser.
    (getuid() == 0 ? ["--no-sandbox"] : []) + [
      "--headless", "--disable-gpu", "--no-first-run", "--disable-extensions", "--disable-sync",
      "--disable-background-networking", "--disable-component-update", "--disable-default-apps",
      "--disable-dev-shm-usage", "--user-data-dir=\(profile)",
    ]
  }
}
