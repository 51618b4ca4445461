package import Assessment
package import Profiling

extension Configuration {
  /// One model, as the configuration describes it.
  package struct Model: Sendable, Identifiable {
    /// Used in addresses: lower-case letters, digits and hyphens.
    package let id: String
    package let title: String
    package let task: Task
    /// Who answers for the model.
    package let owner: String?
    /// Purpose, intended use and limits, as Markdown.
    package let about: String?
    /// Absolute path of the file that `about` came from; `nil` for inline text.
    package private(set) var aboutFile: String?
    /// Where reference data come from; may be empty.
    package private(set) var reference: [Source]
    /// Where predictions come from; at least one.
    package private(set) var predictions: [Source]
    /// Where labels come from; empty when labels are a column of the predictions.
    package private(set) var labels: [Source]
    package let columns: Columns
    /// Text of the positive class; 1 for a binary model that says nothing, `nil` for other tasks.
    package let positive: String?
    /// False switches off the metrics that read a score as a probability.
    package let scoreIsProbability: Bool
    /// The columns that are features; `nil` for every column without another role.
    package let features: [String]?
    package let segments: [String]
    package let protected: [Protected]
    /// Text of the prediction that is good for the person; `nil` for the positive class.
    package let favourable: String?
    /// With fewer rows nothing is judged.
    package let minimumRows: Int
    /// Groups with fewer rows are not published.
    package let suppressBelow: Int
    /// In the order of the file; empty when the defaults apply.
    package let expectations: [ExpectationPattern]
    /// How sure a breach must be.
    package let evidence: EvidenceRule
    package let calendar: Calendar
    /// When performance figures are final.
    package let maturity: MaturityRule
    /// Share of malformed rows above which a file is refused, in [0, 1].
    package let malformedShare: Double
    /// Texts that mean that a value is missing; `nil` for the usual ones.
    package let missingTokens: [String]?
    /// Columns that hold categories even where their values look like numbers.
    package let categorical: [String]
    /// Columns that hold numbers even where most values do not look so.
    package let numeric: [String]
    /// Metrics that are computed as another tool does.
    package let compatibility: Compatibility
    /// Whose choice of drift measures holds; `nil` for our own.
    package let driftPolicy: DriftPolicy?
    /// Ids of the compliance packs that are published for the model.
    package let packs: [String]
    /// What the label of a regression counts, such as `minutes`; `nil` when it is not said.
    package let labelUnit: String?

    /// The same without where its files lie: what is measured of them does not rest on it, so that a
    /// project that is moved, or checked out anew for each run, need not be measured again.
    var withoutPlaces: Model {
      var copy = self
      (copy.aboutFile, copy.reference, copy.predictions, copy.labels) = (nil, [], [], [])
      return copy
    }
  }

  /// The columns of a model's files, by what they hold.
  package struct Columns: Hashable, Sendable {
    /// Where scores stand.
    package enum Score: Hashable, Sendable {
      /// The score of the positive class.
      case one(String)
      /// One column for each class, in the order of the file.
      case perClass([ClassColumn])
    }

    /// The score column of one class.
    package struct ClassColumn: Hashable, Sendable {
      package let `class`: String
      package let column: String

      package init(class name: String, column: String) {
        self.class = name
        self.column = column
      }
    }

    package let id: String?
    package let timestamp: String
    package let version: String?
    package let stage: String?
    package let prediction: String?
    package let score: Score?
    package let label: String?
    package let labelTimestamp: String?
    /// Latency in milliseconds.
    package let latency: String?
    package let error: String?
  }

  /// An attribute whose groups are compared, or several whose intersections are.
  package struct Protected: Hashable, Sendable {
    /// Columns in the order of the file; more than one for an intersection.
    package let attributes: [String]
    /// The group that others are compared with: its value, of an intersection its values joined by
    /// ` & `; `nil` for the most favoured one.
    package let privileged: String?

    package init(attributes: [String], privileged: String?) {
      self.attributes = attributes
      self.privileged = privileged
    }

    /// The name that exports use: the attributes, joined by ` & `.
    package var name: String { attributes.joined(separator: " & ") }

    /// The values of a group, in the order of its attributes.
    static func values(in group: String) -> [String] {
      group.split(separator: " & ").map(String.init)
    }

    /// The values of the privileged group; a single attribute keeps its value as it is written.
    package var privilegedValues: [String]? {
      privileged.map { attributes.count == 1 ? [$0] : Self.values(in: $0) }
    }
  }
}
