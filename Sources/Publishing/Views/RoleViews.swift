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
  let labels: [FactView]
  let labelFigures: [FigureView]
  let incidents: TableView?
  let about: AboutView
}

struct ComplianceView: View {
  let front: FrontView
  let identity: [FactView]
  let purpose: Markup?
  let performanceFigures: [FigureView]
  let fairness: String?
  let groups: [FairnessView]
  let suppression: String
  let restated: String
  let restatedTable: TableView?
  let incidents: TableView?
  let versions: [FactView]
  let comparisons: [ComparisonView]
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
  let about: AboutView
}
