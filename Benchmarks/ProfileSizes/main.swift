// What a stored day of a large model weighs, and what it costs to write and to read.
//
//     swift run -c release ProfileSizes [ROWS...]
//
// For each number of rows, with six decimals and with all digits: bytes of the stored input and
// outcome profile, five years of such days, and CPU milliseconds for writing and for reading both
// (the least of several).
import Foundation
import Profiling

/// CPU seconds of this process so far.
func processorSeconds() -> Double {
  var time = timespec()
  guard unsafe clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time) == 0 else { return 0 }
  return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
}

/// The least CPU time of some runs, in milliseconds.
func leastMilliseconds(_ runs: Int = 9, _ work: () throws -> Void) rethrows -> Double {
  var least = Double.infinity
  for _ in 0..<runs {
    let start = processorSeconds()
    try work()
    least = min(least, processorSeconds() - start)
  }
  return least * 1_000
}

let daysInFiveYears = 1_826
let rowCounts = CommandLine.arguments.dropFirst().compactMap { Int($0) }
print("| rows a day | numbers | input | outcome | 5 years | write | read |")
print("|---:|---|---:|---:|---:|---:|---:|")
for rowCount in rowCounts.isEmpty ? [1_000, 10_000, 100_000] : rowCounts {
  for hasAllDigits in [false, true] {
    let log = DayLog(.init(rowCount: rowCount, hasAllDigits: hasAllDigits))
    let profile = log.profile(seed: 5)
    var stored = EncodedProfile(profile)
    let write = leastMilliseconds { stored = EncodedProfile(profile) }
    var read = Profile()
    let reading = try leastMilliseconds {
      read = Profile(
        input: try InputProfile(encoded: stored.input),
        outcome: try OutcomeProfile(encoded: stored.outcome))
    }
    guard read == profile else {
      FileHandle.standardError.write(Data("a stored profile is read as another one\n".utf8))
      exit(1)
    }
    let years = Double((stored.input.count + stored.outcome.count) * daysInFiveYears) / 1e9
    print(
      "| \(rowCount) | \(hasAllDigits ? "all digits" : "six decimals") | \(stored.input.count)",
      "\(stored.outcome.count)", String(format: "%.2f GB", years),
      String(format: "%.1f ms", write), String(format: "%.1f ms |", reading), separator: " | ")
  }
}
