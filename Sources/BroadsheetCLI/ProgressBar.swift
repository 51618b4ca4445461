/// A bar of what is done, with the rate so far and the time that is left at this rate.
struct ProgressBar {
  private static let width = 30

  /// Bytes.
  let done: Int
  let total: Int
  /// Since the first byte.
  let seconds: Double

  var text: String {
    let share = total == 0 ? 1 : min(1, Double(done) / Double(total))
    let filled = Int(share * Double(Self.width))
    let bar =
      String(repeating: "█", count: filled)
      + String(repeating: "░", count: Self.width - filled)
    return ["\(bar) \(Int(share * 100)) %", rate, left].compactMap { $0 }.joined(separator: " · ")
  }

  /// Nothing before a rate says anything.
  private var bytesPerSecond: Double? {
    guard seconds >= 0.5, done > 0 else { return nil }
    return Double(done) / seconds
  }

  private var rate: String? {
    bytesPerSecond.map { rate in
      rate >= 1e6 ? "\(Int((rate / 1e6).rounded())) MB/s" : "\(Int((rate / 1e3).rounded())) kB/s"
    }
  }

  private var left: String? {
    guard let bytesPerSecond, done < total else { return nil }
    let seconds = Int((Double(total - done) / bytesPerSecond).rounded(.up))
    switch seconds {
    case ..<60: return "\(seconds) s left"
    case ..<3_600: return "\((seconds + 59) / 60) min left"
    default: return "\(seconds / 3_600) h \(seconds % 3_600 / 60) min left"
    }
  }
}
