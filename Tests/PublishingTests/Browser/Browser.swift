import Foundation
import Testing

/// A headless browser of the Chromium family, driven over a pipe by the DevTools protocol.
///
/// Nothing but the browser itself is needed. The shell is there because a child process of Foundation
/// has only its standard files, and the browser wants descriptors 3 and 4.
final class Browser {
  private let process = Process()
  private let input = Pipe()
  private let output = Pipe()
  private let profile: String
  private var pending: [UInt8] = []
  private var count = 0
  /// Everything that happened and was not asked for.
  private(set) var events: [[String: Any]] = []

  /// Where the program is; `nil` where the machine lacks it.
  static let path: String? = {
    let environment = ProcessInfo.processInfo.environment
    if let named = environment["BROADSHEET_CHROMIUM"], !named.isEmpty { return named }
    let folders = (environment["PATH"] ?? "").split(separator: ":")
    return ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"]
      .flatMap { name in folders.map { "\($0)/\(name)" } }
      .first(where: FileManager.default.isExecutableFile)
  }()

  /// Runs `body` with a browser that ends afterwards, whatever happens.
  static func with(_ body: (Browser) throws -> Void) throws {
    let browser = try Browser()
    let outcome = Result { try body(browser) }
    browser.end()
    try removeProfile(browser.profile)
    try outcome.get()
  }

  /// Processes of the browser may go on writing for a moment after it has ended.
  private static func removeProfile(_ path: String) throws {
    for _ in 0..<40 {
      do {
        return try FileManager.default.removeItem(atPath: path)
      } catch {
        Thread.sleep(forTimeInterval: 0.1)
      }
    }
    try FileManager.default.removeItem(atPath: path)
  }

  private init() throws {
    let program = try #require(Self.path)
    profile = FileManager.default.temporaryDirectory.path + "/browser-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: profile, withIntermediateDirectories: true)
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.arguments = [
      "-c", "exec \"$0\" \"$@\" 3<&0 4>&1 </dev/null >/dev/null 2>&1", program, "--no-sandbox",
      "--headless", "--disable-gpu", "--no-first-run", "--disable-extensions",
      "--disable-background-networking", "--disable-component-update", "--disable-dev-shm-usage",
      "--hide-scrollbars", "--user-data-dir=\(profile)", "--remote-debugging-pipe", "about:blank",
    ]
    process.standardInput = input
    process.standardOutput = output
    try process.run()
    // A browser that hangs is ended, so that the test fails instead of waiting for good.
    let process = process
    DispatchQueue.global().asyncAfter(deadline: .now() + 300) {
      if process.isRunning { process.terminate() }
    }
  }

  private func end() {
    process.terminate()
    process.waitUntilExit()
  }

  /// A new, empty tab.
  func tab() throws -> Tab {
    let target = try #require(
      try send("Target.createTarget", ["url": "about:blank"])["targetId"] as? String)
    let session = try #require(
      try send("Target.attachToTarget", ["targetId": target, "flatten": true])["sessionId"]
        as? String)
    let tab = Tab(browser: self, target: target, session: session)
    for domain in ["Page", "Network", "Log", "Runtime"] { _ = try tab.send("\(domain).enable") }
    return tab
  }

  /// Asks for something and waits for the answer; events on the way are kept.
  func send(
    _ method: String, _ parameters: [String: Any] = [:], session: String? = nil
  ) throws -> [String: Any] {
    count += 1
    let number = count
    var message: [String: Any] = ["id": number, "method": method, "params": parameters]
    if let session { message["sessionId"] = session }
    input.fileHandleForWriting.write(try JSONSerialization.data(withJSONObject: message) + [0])
    while true {
      let answer = try next()
      guard answer["id"] as? Int == number else {
        events.append(answer)
        continue
      }
      if let error = answer["error"] as? [String: Any] {
        throw Failure(message: "\(method): \(error["message"] ?? error)")
      }
      return answer["result"] as? [String: Any] ?? [:]
    }
  }

  /// Waits until something happens in a session, or has happened since an event.
  func wait(for method: String, session: String, since first: Int) throws {
    func matches(_ event: [String: Any]) -> Bool {
      event["method"] as? String == method && event["sessionId"] as? String == session
    }
    if events[first...].contains(where: matches) { return }
    while true {
      let event = try next()
      events.append(event)
      if matches(event) { return }
    }
  }

  struct Failure: Error, CustomStringConvertible {
    let message: String
    var description: String { message }
  }

  /// The next message; each ends with a zero byte.
  private func next() throws -> [String: Any] {
    while true {
      if let end = pending.firstIndex(of: 0) {
        let data = Data(pending[..<end])
        pending.removeFirst(end + 1)
        return try JSONSerialization.jsonObject(with: data) as? [String: Any] ?? [:]
      }
      let data = output.fileHandleForReading.availableData
      guard !data.isEmpty else { throw Failure(message: "the browser has ended") }
      pending += data
    }
  }
}

/// One page in a browser.
struct Tab {
  let browser: Browser
  let target: String
  let session: String

  @discardableResult
  func send(_ method: String, _ parameters: [String: Any] = [:]) throws -> [String: Any] {
    try browser.send(method, parameters, session: session)
  }

  /// Loads an address in a window of a width, and waits until all of it is there.
  func open(_ address: String, width: Int = 1440) throws {
    let first = browser.events.count
    try send(
      "Emulation.setDeviceMetricsOverride",
      ["width": width, "height": 900, "deviceScaleFactor": 1, "mobile": width < 600])
    let answer = try send("Page.navigate", ["url": address])
    if let text = answer["errorText"] as? String {
      throw Browser.Failure(message: "\(address): \(text)")
    }
    try browser.wait(for: "Page.loadEventFired", session: session, since: first)
  }

  func prefer(_ scheme: String) throws {
    try send(
      "Emulation.setEmulatedMedia",
      ["features": [["name": "prefers-color-scheme", "value": scheme]]])
  }

  func close() throws { _ = try browser.send("Target.closeTarget", ["targetId": target]) }

  /// The value of an expression; a promise is waited for.
  func value(_ expression: String) throws -> Any? {
    let answer = try send(
      "Runtime.evaluate",
      ["expression": expression, "awaitPromise": true, "returnByValue": true])
    if let exception = answer["exceptionDetails"] as? [String: Any] {
      throw Browser.Failure(message: "\(exception)")
    }
    return (answer["result"] as? [String: Any])?["value"]
  }

  private func events(_ method: String) -> [[String: Any]] {
    browser.events.filter {
      $0["method"] as? String == method && $0["sessionId"] as? String == session
    }.compactMap { $0["params"] as? [String: Any] }
  }

  /// Every address that was asked for.
  var requests: [String] {
    events("Network.requestWillBeSent").compactMap {
      ($0["request"] as? [String: Any])?["url"] as? String
    }
  }

  /// Errors and warnings of the console, exceptions and broken policies.
  var complaints: [String] {
    events("Log.entryAdded").compactMap { $0["entry"] as? [String: Any] }
      .filter { $0["level"] as? String == "error" }.map { "\($0["text"] ?? $0)" }
      + events("Runtime.exceptionThrown").map { "\($0)" }
      + events("Runtime.consoleAPICalled").filter { $0["type"] as? String == "error" }
      .map { "\($0)" }
  }
}
