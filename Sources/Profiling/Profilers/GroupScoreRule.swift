import Statistics

/// For which groups the scores of rows are counted, whether or not a label comes.
///
/// Performance counts scores by group as well, but of labelled rows alone; a rate over everybody who
/// was scored needs all of them.
struct GroupScoreRule: Sendable {
  private let attributes: Set<[String]>
  let scoreIsPrediction: Bool

  /// - Returns: `nil` when nothing is to be counted.
  init?(schema: ModelSchema) {
    guard !schema.scoredAttributes.isEmpty, let column = schema.scoreColumn else { return nil }
    attributes = Set(schema.scoredAttributes)
    scoreIsPrediction = column.subject == .prediction
  }

  /// Those of a row's slices whose scores are counted.
  func groups(of slices: [Slice]) -> [Slice] {
    slices.filter { attributes.contains($0.parts.map(\.attribute)) }
  }

  /// The numbers of all rows, NaN for none; empty when no row has one.
  func scores(of block: PredictionBlock) -> [Double] {
    guard scoreIsPrediction else { return block.scoreWidth == 1 ? block.scores : [] }
    return if case .numbers(let numbers) = block.predictions { numbers } else { [] }
  }
}
