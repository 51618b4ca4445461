// swift-tools-version: 6.2
import PackageDescription

/// One array for every target: what the compiler checks does not differ from floor to floor.
let settings: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .strictMemorySafety(),
  .treatAllWarnings(as: .error),
]

let package = Package(
  name: "Broadsheet",
  dependencies: [
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
  ],
  targets: [
    .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
    .target(name: "Statistics", swiftSettings: settings),
    .target(name: "Ingestion", dependencies: ["CZlib"], swiftSettings: settings),
    .target(name: "Charting", swiftSettings: settings),
    .target(name: "Profiling", dependencies: ["Statistics", "Ingestion"], swiftSettings: settings),
    .target(
      name: "Assessment", dependencies: ["Statistics", "Profiling"], swiftSettings: settings),
    .target(
      name: "History",
      dependencies: ["Assessment", "Profiling", .product(name: "GRDB", package: "GRDB.swift")],
      swiftSettings: settings),
    .testTarget(
      name: "StatisticsTests", dependencies: ["Statistics"],
      exclude: ["Oracles", "SummaryOracles"], swiftSettings: settings),
    .testTarget(
      name: "IngestionTests", dependencies: ["Ingestion"], exclude: ["Oracles"],
      swiftSettings: settings),
    .testTarget(
      name: "ChartingTests", dependencies: ["Charting"], exclude: ["Golden"],
      swiftSettings: settings),
    .testTarget(
      name: "ProfilingTests", dependencies: ["Ingestion", "Profiling", "Statistics"],
      exclude: ["Oracles"], swiftSettings: settings),
    .testTarget(
      name: "AssessmentTests", dependencies: ["Assessment", "Profiling", "Statistics"],
      exclude: ["Oracles"], swiftSettings: settings),
    .testTarget(
      name: "HistoryTests",
      dependencies: [
        "Assessment", "History", "Profiling", "Statistics",
        .product(name: "GRDB", package: "GRDB.swift"),
      ], swiftSettings: settings),
  ]
)
