import Assessment
import Testing

@testable import Publishing

/// What changed since the period before.
extension ReportStoryTests {
  @Test("finds nothing worth reporting where chance explains the difference")
  func quiet() {
    #expect(
      errors([13, 13.1]).story(.productManager).change == [
        "No change worth reporting since January: predictions were off by 13.1 minutes on "
          + "average, after 13.0 minutes, a difference that chance alone explains."
      ])
    #expect(
      errors([13, 13]).story(.dataScientist).change
        == [
          "No change worth reporting since January: mean absolute error stayed at 13.0."
        ])
  }

  @Test("tells a change of volume only where it is large and more than chance")
  func volume() {
    var fixture = errors([13, 13])
    fixture.months[1].rows = 430
    fixture.months[1].labels = 430
    #expect(fixture.story(nil).change.allSatisfy { $0.hasPrefix("No change worth reporting") })
    fixture.months[1].rows = 600
    #expect(
      fixture.story(nil).change
        == ["600 predictions arrived, 50.0 % more than in January (400)."])
    fixture.months[1].rows = 1
    fixture.months[1].labels = 1
    #expect(
      fixture.story(nil).change.last
        == "1 prediction arrived, 99.8 % fewer than in January (400).")
  }
}
