import Foundation
import Testing

@testable import Publishing

/// The words of every sentence of 500 drawn histories, whatever its figures are.
@Suite("Sentences are in the words of their readers", .tags(.slow))
struct StoryWordLawTests {
  @Test("every sentence is a sentence")
  func form() {
    ToldStory.every { told, place in
      for text in told.sentences {
        let isWhole =
          text.hasSuffix(".") && !text.hasSuffix("..") && text.first?.isLowercase == false
          && !text.contains("  ") && !text.contains(" ,") && !text.contains(" .")
          && !text.contains("_") && !text.contains("nil") && !text.contains("Optional")
        #expect(isWhole, "\(place): \(text)")
        for wrong in ["1 expectations", "1 predictions", "1 columns", "1 months", "1 are", "(0 "] {
          let isWrong =
            text.range(
              of: "(^|[^0-9,.])\(NSRegularExpression.escapedPattern(for: wrong))",
              options: .regularExpression) != nil
          #expect(!isWrong, "\(place): \(text)")
        }
      }
    }
  }

  @Test("readers without statistics meet no name of a metric")
  func plainWords() {
    let names = [
      "ROC AUC", "mean absolute error", "mean error", "recall", "accuracy", "population stability",
      "interval", "p-value", "demographic parity", "adjusted", "label", " rows", "typically",
    ]
    ToldStory.every { told, place in
      guard told.isPlain else { return }
      for text in told.sentences {
        let found = names.first { text.lowercased().contains($0.lowercased()) }
        #expect(found == nil, "\(place): \(text)")
      }
    }
  }

  @Test("readers without statistics meet no column of answers or outcomes, and engineers do")
  func columnNames() {
    var isNamed = false
    ToldStory.every { told, place in
      let names = StoryGenerator.outputs.keys
      let found = told.sentences.filter { text in names.contains { text.contains($0) } }
      if told.isPlain {
        #expect(found.isEmpty, "\(place): \(found)")
      } else if told.role == .dataEngineer, !found.isEmpty {
        isNamed = true
      }
    }
    #expect(isNamed)
  }
}
