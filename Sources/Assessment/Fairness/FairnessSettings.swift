/// An attribute whose groups are compared, or several whose intersections are.
package struct ProtectedAttribute: Hashable, Sendable {
  /// Columns in the order of the configuration; more than one for an intersection.
  package let attributes: [String]
  /// The values of the group that others are compared with, one for each attribute; `nil` for the
  /// most favoured group of the reference.
  package let privileged: [String]?

  package init(attributes: [String], privileged: [String]? = nil) {
    self.attributes = attributes
    self.privileged = privileged
  }
}

/// What the owner of a model decided about comparing groups of people.
package struct FairnessSettings: Hashable, Sendable {
  /// In the order of the configuration.
  package let attributes: [ProtectedAttribute]
  /// The class that is good for the person, in canonical spelling; `nil` for the positive class of
  /// a binary model, and for a model of several classes of which none is named.
  package let favourable: String?

  package init(attributes: [ProtectedAttribute] = [], favourable: String? = nil) {
    self.attributes = attributes
    self.favourable = favourable
  }

  /// No attribute is protected.
  package static let none = FairnessSettings()
}
