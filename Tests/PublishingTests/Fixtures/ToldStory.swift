@testable import Publishing

/// All that is said in one period of a drawn history, to one reader.
struct ToldStory: Sendable {
  let place: String
  let fixture: StoryFixture
  let context: ReportContext
  let role: Role?
  let answer: String
  let grounds: [String]
  let change: [String]
  let asks: [String]
  let asksForSomething: Bool

  var sentences: [String] { [answer] + grounds + change + asks }
  var isPlain: Bool { role.speaksPlainly }

  private static let histories = 500

  /// Told once, read by every law.
  private static let all: [ToldStory] = (0..<UInt64(histories)).flatMap { seed -> [ToldStory] in
    var generator = StoryGenerator(seed: seed)
    let fixture = generator.fixture()
    let model = fixture.model
    let history = ModelHistory(model)
    return fixture.months.indices.flatMap { index in
      let context = ReportContext(model: model, index: index, history: history)
      return ([nil] + Role.allCases.map(Role?.some)).map { role in
        let story = ReportStory(context: context, role: role)
        return ToldStory(
          place: "seed \(seed), month \(index), \(role?.rawValue ?? "all")", fixture: fixture,
          context: context, role: role, answer: story.answer, grounds: story.grounds,
          change: story.change, asks: story.asks, asksForSomething: story.asksForSomething)
      }
    }
  }

  /// Holds a law against everything that is told, with the place of each for its failure.
  static func every(_ check: (ToldStory, String) throws -> Void) rethrows {
    for told in all { try check(told, told.place) }
  }
}
