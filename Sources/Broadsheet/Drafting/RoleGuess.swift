import Profiling

/// Which column plays which part, as far as names, types and values tell, each with the reason.
struct RoleGuess {
  /// A column, or a value, and why it was chosen.
  struct Choice: Hashable {
    let name: String
    let reason: String
  }

  /// The score of each class of a multiclass model.
  struct ClassScore: Hashable {
    let `class`: String
    let column: String
  }

  var task = Task.binary
  var taskReason = ""
  var timestamp: Choice
  var id: Choice?
  var version: Choice?
  var stage: Choice?
  var prediction: Choice?
  var score: Choice?
  var classScores: [ClassScore] = []
  var label: Choice?
  var labelTimestamp: Choice?
  var latency: Choice?
  var error: Choice?
  var positive: Choice?
  /// Nothing to say when the model has no score.
  var scoreIsProbability: Bool?
  var scoreReason = ""
  var protected: [Choice] = []
  var segments: [Choice] = []
  var features: [Choice] = []
  var leftOut: [Choice] = []
  /// What the person should look into.
  var remarks: [String] = []
}
