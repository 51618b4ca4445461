// swift-tools-version: 6.2
import Foundation
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

/// Names of what lies in a folder of the package, in order.
func contents(of folder: String) throws -> [String] {
  try FileManager.default.contentsOfDirectory(atPath: Context.packageDirectory + "/" + folder)
    .filter { !$0.hasPrefix(".") }.sorted()
}

/// Every file of the folders that are compiled into the program: templates, packs, site files.
// SwiftPM keeps what it made of this file: after adding a template, build once with
// `--manifest-cache none`.
let embedded: [Resource] = try [
  "templates/reports", "templates/partials", "templates/pages", "templates/packs", "site",
].flatMap { folder in
  try contents(of: folder).map { .embedInCode("\(folder)/\($0)") }
}

/// Everything else in the package: the target at its root owns its own sources and the embedded
/// files alone.
let others =
  try contents(of: "").filter { !["Sources", "templates", "site"].contains($0) }
  + contents(of: "Sources").filter { $0 != "Publishing" }.map { "Sources/\($0)" }

let package = Package(
  name: "Broadsheet",
  products: [
    .executable(name: "broadsheet", targets: ["BroadsheetCLI"])
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    .package(url: "https://github.com/swhitty/FlyingFox", from: "0.27.1"),
  ],
  targets: [
    // Floor 0
    .systemLibrary(name: "CCMark", pkgConfig: "libcmark", providers: [.apt(["libcmark-dev"])]),
    .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
    .systemLibrary(name: "CZstd", pkgConfig: "libzstd", providers: [.apt(["libzstd-dev"])]),
    .target(name: "Statistics", swiftSettings: settings),
    .target(name: "Ingestion", dependencies: ["CZlib", "CZstd"], swiftSettings: settings),
    .target(name: "Charting", swiftSettings: settings),
    // Floor 1
    .target(name: "Profiling", dependencies: ["Statistics", "Ingestion"], swiftSettings: settings),
    // Floor 2
    .target(
      name: "Assessment", dependencies: ["Statistics", "Profiling"], swiftSettings: settings),
    // Floor 3
    .target(
      name: "History",
      dependencies: [
        "Assessment", "Profiling", "Statistics",
        .product(name: "Crypto", package: "swift-crypto"),
        .product(name: "GRDB", package: "GRDB.swift"),
      ],
      swiftSettings: settings),
    .target(
      name: "Publishing",
      dependencies: [
        "Assessment", "CCMark", "Charting", "Profiling",
        .product(name: "Mustache", package: "swift-mustache"),
      ],
      path: ".", exclude: others, sources: ["Sources/Publishing"], resources: embedded,
      swiftSettings: settings),
    // Floor 4
    .target(
      name: "Broadsheet",
      dependencies: [
        "Assessment", "History", "Ingestion", "Profiling", "Publishing", "Statistics",
        .product(name: "Crypto", package: "swift-crypto"),
        .product(name: "FlyingFox", package: "FlyingFox"),
        .product(name: "FlyingSocks", package: "FlyingFox"),
        .product(name: "Yams", package: "Yams"),
      ], swiftSettings: settings),
    // Floor 5
    .executableTarget(
      name: "BroadsheetCLI",
      dependencies: [
        "Assessment", "Broadsheet", "History", "Ingestion", "Profiling", "Publishing",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ], swiftSettings: settings),

    // Counts instructions in a run without the command line's asynchronous start; no product.
    .executableTarget(
      name: "InstructionCount", dependencies: ["Assessment", "Broadsheet", "History"],
      path: "Benchmarks/InstructionCount", swiftSettings: settings),
    // Measures what a stored profile weighs; no product.
    .executableTarget(
      name: "ProfileSizes", dependencies: ["Ingestion", "Profiling", "Statistics"],
      path: "Benchmarks/ProfileSizes", swiftSettings: settings),

    // Makes pages of Markdown files, to be timed beside a site generator; no product.
    .executableTarget(
      name: "PageRendering", dependencies: ["Publishing"],
      path: "Benchmarks/PageRendering", swiftSettings: settings),

    .testTarget(
      name: "StatisticsTests", dependencies: ["Statistics"],
      exclude: ["Oracles", "SummaryOracles"], swiftSettings: settings),
    .testTarget(
      name: "IngestionTests", dependencies: ["Ingestion", "Statistics"], exclude: ["Oracles"],
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
    .testTarget(
      name: "PublishingTests",
      dependencies: ["Assessment", "Charting", "Profiling", "Publishing", "Statistics"],
      exclude: ["Golden", "Oracles"], swiftSettings: settings),
    .testTarget(
      name: "BroadsheetTests",
      dependencies: [
        "Assessment", "Broadsheet", "History", "Ingestion", "Profiling", "Publishing",
        "Statistics", .product(name: "GRDB", package: "GRDB.swift"),
      ], exclude: ["Oracles"], swiftSettings: settings),
    .testTarget(
      name: "BroadsheetCLITests", dependencies: ["Assessment", "BroadsheetCLI", "History"],
      swiftSettings: settings),
  ]
)
