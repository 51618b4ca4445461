/// Shares of rows in a numeric bin, now and in the reference.
package struct DistributionBin: Sendable, Equatable {
  /// The edges as text, such as "18"; `nil` where the bin has no end. The upper edge of a bin is drawn
  /// only for the last.
  package let lowerEdge: String?
  package let upperEdge: String?
  /// Share in [0, 1]; absent where it is not known or not published.
  package let current: Double?
  package let reference: Double?
  /// The exact reading in words, put after the edges; empty: both shares in per cent.
  package let text: String

  package init(
    lowerEdge: String?, upperEdge: String?, current: Double?, reference: Double?, text: String = ""
  ) {
    self.lowerEdge = lowerEdge
    self.upperEdge = upperEdge
    self.current = current
    self.reference = reference
    self.text = text
  }

  /// Such as "18 to 25", "up to 18" or "over 65".
  var label: String {
    switch (lowerEdge, upperEdge) {
    case (let lower?, let upper?): "\(lower) to \(upper)"
    case (nil, let upper?): "up to \(upper)"
    case (let lower?, nil): "over \(lower)"
    case (nil, nil): "all values"
    }
  }
}

/// Shares of rows in a category, now and in the reference.
package struct DistributionCategory: Sendable, Equatable {
  package let label: String
  /// Share in [0, 1]; absent where it is not known or not published.
  package let current: Double?
  package let reference: Double?
  /// The exact reading in words, put after the label; empty: both shares in per cent.
  package let text: String

  package init(label: String, current: Double?, reference: Double?, text: String = "") {
    self.label = label
    self.current = current
    self.reference = reference
    self.text = text
  }
}

/// What a distribution is over.
package enum DistributionShape: Sendable, Equatable {
  /// Bins side by side, from low to high. All are drawn equally wide, whatever their edges: the
  /// heights are shares of rows, not densities.
  case numeric([DistributionBin])
  /// Categories one below the other, in the order given; `others` stands for all that are not
  /// listed, comes last and is set apart.
  case categorical([DistributionCategory], others: DistributionCategory? = nil)
}
