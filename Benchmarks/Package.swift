// swift-tools-version: 6.0
import PackageDescription

// A package of its own: what measures the program is no part of it, and needs nothing but Swift.
let package = Package(
  name: "Benchmarks",
  targets: [
    .executableTarget(
      name: "generate-log", path: "Sources/GenerateLog",
      swiftSettings: [.swiftLanguageMode(.v6)])
  ]
)
