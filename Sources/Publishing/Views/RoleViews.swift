struct DataScientistView: View {
  let front: FrontView
  let quality: String
  let qualityTable: TableView?
  let performance: TableView?
  let performanceNote: String?
  let estimates: String?
  let performanceFigures: [FigureView]
  let restated: String
  let restatedTable: TableView?
  let segments: [SectionView]
  let segmentFigures: [FigureView]
  let groups: [FairnessView]
  let comparisons: [ComparisonView]
  let drift: String
  let driftTable: TableView?
  let driftFigures: [FigureView]
  let slicedColumns: TableView?
  let people: PeopleView?
  let about: AboutView
}

struct DataScienceManagerView: View {
  let front: FrontView
  let steps: [FactView]
  let versions: [FactView]
  let comparisons: [ComparisonView]
  let performance: TableView?
  let performanceNote: String?
  let estimates: String?
  let figures: [FigureView]
  let restated: String
  let restatedTable: TableView?
  let driftFigures: [FigureView]
  let labelFigures: [FigureView]
  let portfolio: String
  let portfolioTable: TableView?
  let people: PeopleView?
  let about: AboutView
}

struct ProductManagerView: View {
  let front: FrontView
  let measures: TableView?
  let figures: [FigureView]
  let weakest: [String]
  let weakestTable: TableView?
  let fairness: String?
  let hasComparisons: Bool
  let comparisons: [ComparisonView]
  let meanings: [MeaningView]
  let people: PeopleView?
  let about: AboutView
}

struct DataEngineerView: View {
  let front: FrontView
  let supply: TableView?
  let supplyFigures: [FigureView]
  let service: TableView?
  let serviceFigures: [FigureView]
  let columns: TableView?
  let columnFigures: [FigureView]
  let columnNumbers: TableView?
  let columnCategories: String?
  let labels: [FactView]
  let labelFigures: [FigureView]
  let incidents: TableView?
  let people: PeopleView?
  let about: AboutView
}

struct ComplianceView: View {
  let front: FrontView
  /// The whole report in a few lines.
  let glance: [FactView]
  let identity: [FactView]
  let purpose: Markup?
  let fairness: FairnessOverviewView?
  /// The topics that the owner's description leaves out.
  let undescribed: String?
  let monitored: String
  let monitoredTable: TableView?
  let groups: [FairnessView]
  let suppression: String
  let performanceNote: String?
  let performance: TableView?
  let performanceFigures: [FigureView]
  let restated: String
  let restatedTable: TableView?
  let incidentNote: String
  let incidents: TableView?
  let people: PeopleView?
  let changes: String
  let changeTable: TableView?
  /// What changed after the first publication of the report.
  let changesAfter: String?
  let changesAfterTable: TableView?
  let versions: [FactView]
  let comparisons: [ComparisonView]
  let hasPacks: Bool
  let packs: [PackLinkView]
  let methods: [MeaningView]
  /// What the report cannot say.
  let gaps: [String]
  let about: AboutView
}

struct BusinessView: View {
  let front: FrontView
  let measures: TableView?
  let figures: [FigureView]
  let risk: String
  let fairness: String?
  let hasComparisons: Bool
  let comparisons: [ComparisonView]
  let meanings: [MeaningView]
  let people: PeopleView?
  let about: AboutView
}
