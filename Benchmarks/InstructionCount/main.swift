// Ingests what a configuration names, and nothing more: a program that Valgrind can run, as the
// asynchronous start of the command-line program cannot be. Called by check_instructions.py.
import Assessment
import Broadsheet
import Foundation
import History

guard CommandLine.arguments.count == 2 else {
  FileHandle.standardError.write(Data("usage: InstructionCount CONFIGURATION\n".utf8))
  exit(64)
}
let configuration = try Configuration.load(
  path: CommandLine.arguments[1], computed: Metric.measured)
let store = try HistoryStore(path: configuration.history)
let summary = try Ingestor(configuration: configuration, store: store).run()
print(summary.rowsRead)
