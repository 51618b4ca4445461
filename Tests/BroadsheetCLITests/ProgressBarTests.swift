import Testing

@testable import BroadsheetCLI

@Suite("Progress bar")
struct ProgressBarTests {
  @Test(
    "says how much is done, how fast, and how long it will take",
    arguments: [
      (0, 400_000_000, 0.0, "░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░ 0 %"),
      (
        100_000_000, 400_000_000, 2.0,
        "███████░░░░░░░░░░░░░░░░░░░░░░░ 25 % · 50 MB/s · 6 s left"
      ),
      (
        200_000, 100_000_000, 1.0,
        "░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░ 0 % · 200 kB/s · 9 min left"
      ),
      (
        1_000_000, 7_300_000_000, 1.0,
        "░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░ 0 % · 1 MB/s · 2 h 1 min left"
      ),
      (400, 400, 9.0, "██████████████████████████████ 100 % · 0 kB/s"),
      (0, 0, 0.0, "██████████████████████████████ 100 %"),
    ])
  func words(done: Int, total: Int, seconds: Double, expected: String) {
    #expect(ProgressBar(done: done, total: total, seconds: seconds).text == expected)
  }
}
