/// The version of the program, as `--version` and the published pages show it.
enum ProgramVersion {
  static let current = "0.1.0"
}
