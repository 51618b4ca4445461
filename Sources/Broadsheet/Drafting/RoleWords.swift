/// Words in the names of columns that tell their part.
enum RoleWords {
  static let time: Set<String> = [
    "timestamp", "time", "at", "date", "datetime", "ts", "created", "logged", "requested", "event",
    "predicted", "scored", "when",
  ]
  static let labelTime: Set<String> = [
    "label", "labelled", "labeled", "outcome", "observed", "resolved", "actual", "landed",
    "settled",
    "closed", "truth",
  ]
  static let id: Set<String> = ["id", "ids", "uuid", "guid", "key", "identifier"]
  static let version: Set<String> = ["version", "revision", "release"]
  static let stage: Set<String> = ["stage", "environment", "env", "deployment", "arm"]
  static let latency: Set<String> = ["latency", "duration", "elapsed", "response"]
  /// Units other than milliseconds.
  static let otherUnits: Set<String> = [
    "s", "sec", "secs", "seconds", "us", "ns", "minutes", "size",
  ]
  static let error: Set<String> = ["error", "errors", "exception", "failure"]
  static let label: Set<String> = [
    "label", "target", "outcome", "actual", "truth", "observed", "true", "gold",
  ]
  static let prediction: Set<String> = [
    "prediction", "predicted", "predict", "pred", "preds", "yhat", "hat", "decision", "output",
    "answer",
  ]
  static let score: Set<String> = [
    "score", "scores", "probability", "probabilities", "proba", "probas", "prob", "probs",
    "confidence", "likelihood", "risk", "propensity",
  ]
  static let protected: Set<String> = [
    "sex", "gender", "race", "ethnicity", "ethnic", "religion", "nationality", "citizenship",
    "disability", "disabled", "pregnant", "pregnancy", "veteran", "orientation", "marital",
  ]
  static let ageGroup: Set<String> = [
    "group", "band", "bucket", "range", "bracket", "category", "class",
  ]

  /// Values that are usually the outcome that a model looks for, the likeliest first.
  static let positiveValues = [
    "1", "true", "yes", "y", "t", "positive", "pos", "fraud", "churn", "churned", "default",
    "defaulted", "bad", "spam", "malignant", "failure", "failed", "clicked", "click", "converted",
    "bought", "approved", "accepted", "hired",
  ]
}
