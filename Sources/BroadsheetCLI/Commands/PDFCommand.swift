import ArgumentParser
import Broadsheet
import Foundation
import Publishing

/// Which published reports are meant.
struct ReportOptions: ParsableArguments {
  @Option(help: "The reader, such as product-manager.")
  var role: Role

  @Option(help: "The period, such as 2026-W14.")
  var period: String

  @Option(help: "This edition; by default the first one.")
  var edition: String?
}

struct PDFCommand: ConfiguredCommand {
  static let configuration = CommandConfiguration(
    commandName: "pdf",
    abstract: "Write a published report, or all of a period, as a PDF.",
    discussion: """
      Needs Chromium or Chrome; BROADSHEET_CHROMIUM names the program where it is not found. \
      Without --model the reports of all models are put together, each from a new page on.
      """)

  @OptionGroup var options: CommonOptions
  @OptionGroup var report: ReportOptions

  @Option(help: "Only the model with this id.")
  var model: String?

  @Option(help: "The paper: a4 or letter.")
  var paper = SingleFileDocument.Paper.a4

  @Option(name: .shortAndLong, help: "The file to write. Default: ROLE-MODEL-PERIOD.pdf.")
  var output: String?

  func run() async throws {
    let log = options.makeLog()
    // First of all, as nothing works without it.
    let browser = try ChromiumProgram()
    let edition = try options.load().editions(named: report.edition)[0]
    let document = try PublishedReports(edition).document(
      role: report.role, model: model, period: report.period, paper: paper)
    let name = [report.role.rawValue, model, report.period].compactMap { $0 }
    let target = output ?? name.joined(separator: "-") + ".pdf"
    let data = try browser.pdf(of: document)
    try data.write(to: URL(fileURLWithPath: target), options: .atomic)
    log.info("Wrote \(target).")
  }
}

struct ExportReportCommand: ConfiguredCommand {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: "Write a published report as one HTML file that needs no other.",
    discussion: """
      Style sheet and drawings are part of the file, which has no script and loads nothing: for \
      e-mail or an archive. Links to other pages need 'site.address' in the configuration; without \
      it they become plain words.
      """)

  @OptionGroup var options: CommonOptions
  @OptionGroup var report: ReportOptions

  @Option(help: "The id of the model.")
  var model: String

  @Option(name: .shortAndLong, help: "The file to write. Default: standard output.")
  var output: String?

  func run() async throws {
    let edition = try options.load().editions(named: report.edition)[0]
    let document = try PublishedReports(edition).document(
      role: report.role, model: model, period: report.period)
    guard let output else { return Log.result(document) }
    try Data(document.utf8).write(to: URL(fileURLWithPath: output), options: .atomic)
    options.makeLog().info("Wrote \(output).")
  }
}

extension Role: ExpressibleByArgument {}
extension SingleFileDocument.Paper: ExpressibleByArgument {}
