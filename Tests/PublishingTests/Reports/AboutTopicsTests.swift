import Testing

@testable import Publishing

@Suite struct AboutTopicsTests {
  @Test("finds topics under headings of every form, and says which are missing")
  func forms() {
    let topics = AboutTopics(
      """
      # Purpose

      To decide.

      Limitations
      -----------

      One county.

      **Intended use.** Beside other evidence,
      never alone.

      ## Something else

      Not about any of them.
      """)
    #expect(topics.texts[.purpose] == "\nTo decide.\n")
    #expect(topics.texts[.limitations] == "\nOne county.\n")
    #expect(topics.texts[.intendedUse] == "Beside other evidence,\nnever alone.\n")
    #expect(topics.missing == [.trainingData])
  }

  @Test("counts a heading without a text as missing")
  func empty() {
    #expect(AboutTopics("# Purpose\n\n# Limitations\nSome.").missing.contains(.purpose))
    #expect(AboutTopics(nil).missing == AboutTopics.Topic.allCases)
  }
}
