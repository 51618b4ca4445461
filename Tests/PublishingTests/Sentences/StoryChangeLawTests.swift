import Assessment
import Profiling
import Testing

@testable import Publishing

/// What is said to have changed since the period before, held against the numbers of both.
@Suite("No change contradicts its figures", .tags(.slow))
struct StoryChangeLawTests {
  @Test("a change has the direction and the sureness of its numbers")
  func changes() throws {
    try ToldStory.every { told, place in
      for text in told.change {
        if let match = text.firstMatch(of: /[ ](rose|fell) from (−?[0-9.,]+)( %)? to (−?[0-9.,]+)/)
        {
          let (old, new) = try (ToldStory.number(match.2), ToldStory.number(match.4))
          #expect(match.1 == "rose" ? new > old : new < old, "\(place): \(text)")
        }
        if let match = text.firstMatch(
          of: /^([0-9,]+) predictions? arrived, ([0-9.]+) % (more|fewer)/)
        {
          let (now, share) = try (ToldStory.number(match.1), ToldStory.number(match.2))
          let index = told.context.index
          let before = Double(told.fixture.months[index - 1].rows)
          #expect(now == Double(told.fixture.months[index].rows), "\(place): \(text)")
          #expect(match.3 == "more" ? now > before : now < before, "\(place): \(text)")
          #expect(((now - before).magnitude / before * 100 - share).magnitude <= 0.0501, "\(text)")
        }
        guard let clear = told.isClearChange else { continue }
        if text.contains("more than chance would explain") {
          #expect(clear, "\(place): \(text)")
        }
        if text.contains("chance alone explains") { #expect(!clear, "\(place): \(text)") }
        if text.contains("chance alone may explain") { #expect(!clear, "\(place): \(text)") }
        if text.contains("better than in") { #expect(told.isBetter == true, "\(place): \(text)") }
        if text.contains("worse than in") { #expect(told.isBetter == false, "\(place): \(text)") }
      }
    }
  }

  @Test("what is called new was otherwise before, and all of it is named or counted")
  func standings() {
    let openings: [(String, (Status, Status) -> Bool)] = [
      ("New outside the limit: ", { $0 != .breach && $1 == .breach }),
      ("New and worth a look: ", { $0 == .ok && $1 == .watch }),
      ("Now only worth a look: ", { $0 == .breach && $1 == .watch }),
      ("Back as expected: ", { ($0 == .breach || $0 == .watch) && $1 == .ok }),
    ]
    ToldStory.every { told, place in
      guard let previous = told.context.previous?.leading, !told.context.isEmpty else { return }
      for (opening, matches) in openings {
        let moved = (told.context.leading?.findings ?? []).filter { finding in
          guard let old = previous.findings.first(where: { $0.value.key == finding.value.key })
          else { return false }
          let isDrift = finding.expectation.metric == .psi
          if isDrift, told.isPlain {
            // All that plain readers are told of drift is whether it is worth a look.
            func weight(_ status: Status) -> Status { status == .breach ? .watch : status }
            let isNew = opening.hasPrefix("New and worth") && finding.status == .breach
            return isNew
              ? old.status != .watch && old.status != .breach
              : matches(weight(old.status), weight(finding.status))
          }
          return matches(old.status, finding.status)
            && !(isDrift && finding.status == .breach)
        }
        let text = told.change.first { $0.hasPrefix(opening) }
        let isTold = previous.rowCount > 0 && !moved.isEmpty
        #expect((text != nil) == isTold, "\(place): \(told.change)")
        guard let text else { continue }
        let list = text.dropFirst(opening.count).dropLast()
        let parts = list.split(separator: /, |; |[ ]and[ ]/).map(String.init)
        let more = parts.last?.firstMatch(of: /^([0-9]+) more$/).flatMap { Int($0.1) } ?? 0
        #expect(parts.count - (more > 0 ? 1 : 0) + more == moved.count, "\(place): \(text)")
      }
      let quiet = told.change.contains { $0.hasPrefix("No change worth reporting") }
      #expect(!quiet || told.change.count == 1, "\(place)")
    }
  }
}
