/// Which charts of a report are drawn in its page, so that the page stays light.
///
/// A model with many attributes, versions and columns has more charts than a page can carry. They are
/// drawn in the order of their rank, and within one in that of the report, as long as the page stays
/// below its weight; of the others the page has the caption, the finding, and a link to the file.
struct FigureBudget {
  /// What a report may weigh with its figures, in bytes of HTML.
  static let page = 150_000
  /// The frame of the page, and what an estimate may be wrong by.
  private static let reserve = 9_000
  /// Bytes of HTML for a byte of Markdown: tables have about as much markup as text.
  private static let growth = 1.75
  /// Caption, anchor and the line in the place of a drawing.
  private static let line = 450

  /// A chart as it would stand in the page.
  struct Candidate {
    let address: String
    /// 0 for what the report rests on; more for what adds to it.
    let rank: Int
    /// Bytes of the drawing and of its numbers.
    let size: Int
  }

  /// - Parameters:
  ///   - candidates: In the order of the report.
  ///   - text: Bytes of the Markdown.
  /// - Returns: The addresses of those that are drawn.
  static func drawn(_ candidates: [Candidate], text: Int) -> Set<String> {
    var room = page - reserve - Int(Double(text) * growth) - candidates.count * line
    var drawn: Set<String> = []
    for candidate in candidates.enumerated().sorted(by: {
      ($0.element.rank, $0.offset) < ($1.element.rank, $1.offset)
    }).map(\.element) where candidate.size <= room {
      room -= candidate.size
      drawn.insert(candidate.address)
    }
    return drawn
  }

  /// What stands in the place of a drawing.
  static func link(to address: String, finding: String) -> String {
    "<p>\(HTMLEscaper.text(finding)) <a href=\"\(HTMLEscaper.address(address))\">"
      + "The figure as a file</a></p>"
  }
}
