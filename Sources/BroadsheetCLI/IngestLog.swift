import Assessment
import Broadsheet

/// Turns what happens while reading into lines and a progress bar.
struct IngestLog {
  private let log: Log
  private let total: Box

  /// The size of the plan, which is known only after the first event.
  private final class Box {
    var bytes = 0
    var start = ContinuousClock.now
    /// The bar never goes back, even when a file is read a second time.
    var furthest = 0
  }

  init(_ log: Log) {
    self.log = log
    total = Box()
  }

  func show(_ event: IngestEvent) {
    switch event {
    case .planned(let files, let bytes):
      total.bytes = bytes
      total.start = .now
      log.info(files == 0 ? "Nothing new to read." : "Reading \(counted(files, "new file")).")
    case .progressed(let bytes):
      guard log.showsProgress else { return }
      total.furthest = max(total.furthest, bytes)
      let elapsed = total.start.duration(to: .now) / .seconds(1)
      log.progress(
        ProgressBar(done: total.furthest, total: total.bytes, seconds: elapsed).text)
    case .read(let model, let file, let problems):
      var words = "\(model): \(file.path): \(counted(file.rowCount, "row"))"
      if file.duplicateCount > 0 {
        words += ", \(counted(file.duplicateCount, "row")) read before and left out"
      }
      if file.malformedRowCount > 0 { words += ", \(file.malformedRowCount) unreadable" }
      log.info(words)
      for problem in problems { log.warning(problem) }
    case .skipped(let model, let role, let path):
      log.info("\(model): \(path): these \(role.rawValue) were read before; nothing changed")
    case .refused(let model, let role, _, let reason):
      log.error(
        "\(model): a file of \(role.rawValue) was refused, nothing of it is kept: \(reason)")
    case .note(let text):
      log.warning(text)
    }
  }
}

/// A number with its noun, in the plural where it has to be.
func counted(_ count: Int, _ noun: String) -> String {
  "\(count) \(noun)\(count == 1 ? "" : "s")"
}
