import Profiling
import Testing

@testable import Publishing

@Suite("Order of groups")
struct GroupOrderTests {
  private func ordered(_ values: [String]) -> [String] {
    GroupOrder.sorted(values.map { .where("a", $0) }).map(\.groupName)
  }

  @Test(
    "follows the calendar and the size of numbers where all values are such",
    arguments: [
      ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"],
      ["monday", "wednesday", "sunday"], ["January", "February", "August", "October"],
      ["Mar", "Sept", "Dec"], ["-3", "2", "10", "1e2"],
    ])
  func known(values: [String]) {
    #expect(ordered(values.sorted()) == values)
    #expect(ordered(values.reversed()) == values)
  }

  @Test(
    "goes by name as soon as one value is of another kind",
    arguments: [["Fri", "Mon", "holiday"], ["10", "2", "nan"], ["10", "2", ""], ["Ma", "Mon"]])
  func unknown(values: [String]) { #expect(ordered(values) == values.sorted()) }

  @Test("keeps attributes together, and orders each by its own kind")
  func pairs() {
    let groups = ["Fri", "Mon"].flatMap { day in
      ["10", "9"].map { hour in
        Slice(parts: [
          Slice.Part(attribute: "day", value: day), Slice.Part(attribute: "hour", value: hour),
        ])
      }
    }
    let sorted = GroupOrder.sorted(groups + [.where("day", "Sun"), .where("day", "Mon")])
    #expect(
      sorted.map(\.groupName) == ["Mon", "Sun", "Mon, 9", "Mon, 10", "Fri, 9", "Fri, 10"])
  }
}
