import Profiling
import Statistics

/// What to expect of rows whose labels are not known, score by score.
///
/// With p the calibrated probability of the positive class, a row counts as p of a positive. Every
/// estimate f is a smooth function of these p; its standard error joins two sources:
///
///     se² = Σᵢ (∂f/∂pᵢ)²·pᵢ(1 − pᵢ)  +  Σ_b (Σᵢ (∂f/∂pᵢ)·(∂pᵢ/∂v_b))²·v_b(1 − v_b)/n_b
///
/// the chance of the labels to come, and that of the reference, whose isotonic blocks b have the
/// value v_b from n_b labelled rows. The band is therefore where the realised value is to be
/// expected while the link between score and outcome stays as it was.
///
/// Source: J. Białek et al., arXiv 2401.08348, for the estimates; the delta method for the errors.
struct ExpectedOutcomes {
  /// Rows with one score and one answer.
  struct Cell {
    let score: Double
    let probability: Double
    let predicted: Bool
    let count: Double
    let place: IsotonicRegression.Place
  }

  /// Ascending by score.
  let cells: [Cell]
  private let blocks: [IsotonicRegression.Block]

  init(_ scores: AnsweredScores, calibration: ScoreCalibration) {
    let both = ScoreTable(positives: scores.predicted, negatives: scores.others)
    blocks = calibration.regression.blocks
    cells = both.rows.flatMap { row -> [Cell] in
      let probability = calibration.probability(of: row.score)
      let place = calibration.regression.place(of: row.score)
      return [(true, row.positives), (false, row.negatives)].filter { $0.1 > 0 }.map {
        Cell(
          score: row.score, probability: probability, predicted: $0.0, count: Double($0.1),
          place: place)
      }
    }
  }

  /// An estimate with its standard error.
  struct Expected {
    let value: Double
    let standardError: Double
  }

  func sum(_ term: (Cell) -> Double) -> Double {
    cells.reduce(0) { $0 + $1.count * term($1) }
  }

  /// Rows with the positive class predicted and really positive, to be expected.
  var truePositives: Double { sum { $0.predicted ? $0.probability : 0 } }
  var falsePositives: Double { sum { $0.predicted ? 1 - $0.probability : 0 } }
  var falseNegatives: Double { sum { $0.predicted ? 0 : $0.probability } }
  var trueNegatives: Double { sum { $0.predicted ? 0 : 1 - $0.probability } }
  var count: Double { sum { _ in 1 } }

  /// - Parameter slopes: ∂f/∂p of one row, for each of `cells`.
  func standardError(_ slopes: [Double]) -> Double {
    var labels = 0.0
    var shifts = [Double](repeating: 0, count: blocks.count)
    for (cell, slope) in zip(cells, slopes) {
      labels += cell.count * slope * slope * cell.probability * (1 - cell.probability)
      shifts[cell.place.lower] += cell.count * slope * (1 - cell.place.fraction)
      shifts[cell.place.upper] += cell.count * slope * cell.place.fraction
    }
    var reference = 0.0
    for (block, shift) in zip(blocks, shifts) {
      reference += shift * shift * block.value * (1 - block.value) / block.weight
    }
    return (labels + reference).squareRoot()
  }
}
