import ArgumentParser
import Broadsheet

/// Options of the commands that publish.
struct PublicationOptions: ParsableArguments {
  @OptionGroup var failure: FailureOptions

  @Option(help: "Publish this edition only; its id, as configured.")
  var edition: String?

  @Flag(
    help: "Measure and make everything again, whatever the history knows of the last publication.")
  var full = false

  var extent: PublicationExtent { full ? .everything : .whatChanged }
}
