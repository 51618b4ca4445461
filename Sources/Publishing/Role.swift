/// A kind of reader; each has reports and a front page of its own.
package enum Role: String, CaseIterable, Sendable, Codable {
  case dataScientist = "data-scientist"
  case dataScienceManager = "data-science-manager"
  case productManager = "product-manager"
  case dataEngineer = "data-engineer"
  case compliance
  case business

  /// The role in words, for titles.
  package var title: String {
    switch self {
    case .dataScientist: "Data scientist"
    case .dataScienceManager: "Data-science manager"
    case .productManager: "Product manager"
    case .dataEngineer: "Data engineer"
    case .compliance: "Compliance"
    case .business: "Business"
    }
  }
}
