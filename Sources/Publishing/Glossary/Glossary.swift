/// One word of the reports, explained to their readers.
struct GlossaryTerm: Sendable {
  /// As the list has it, such as `Drift`.
  let title: String
  /// As the glossary of the README has it; a test compares both.
  let meaning: String
  /// How the word stands in running text, in lower case; the longest form that fits is linked.
  let forms: [String]

  init(_ title: String, _ meaning: String, forms: [String] = []) {
    self.title = title
    self.meaning = meaning
    self.forms = forms.isEmpty ? [title.lowercased(), title.lowercased() + "s"] : forms
  }

  /// The anchor on the methodology page.
  var anchor: String {
    "term-"
      + title.lowercased().filter { $0.isLetter || $0 == " " || $0 == "-" }.replacing(
        " ", with: "-")
  }
}

/// The words of the reports that a reader may not know.
///
/// A choice from the glossary of the README: words of the code and the configuration are left out,
/// and so is what a report explains where it stands, such as the statuses.
enum Glossary {
  static let terms: [GlossaryTerm] = [
    GlossaryTerm(
      "Action", "What somebody is asked to do until a day; open until it is done or dropped."),
    GlossaryTerm(
      "Adjusted p-value",
      "A p-value with the number of columns that were tested taken into account "
        + "(Benjamini–Hochberg).",
      forms: ["adjusted p-value", "adjusted p"]),
    GlossaryTerm(
      "Attribute",
      "A column whose values make groups, such as `sex`; several together make intersections.",
      forms: ["protected attribute", "protected attributes", "attribute", "attributes"]),
    GlossaryTerm(
      "Breach",
      "Status of a value outside its expectation, with evidence that chance is not the reason. "
        + "Shown as *outside the limit*.",
      forms: ["outside the limit", "outside its limit", "outside their limits"]),
    GlossaryTerm(
      "Calibration",
      "Agreement of predicted probabilities with how often the outcome happens: of cases given "
        + "70 %, seven in ten should come true.", forms: ["calibration"]),
    GlossaryTerm(
      "Candidate", "Stage of an arm that serves part of the traffic in an A/B test."),
    GlossaryTerm(
      "Coverage", "The share of rows whose label has arrived.",
      forms: ["label coverage", "coverage"]),
    GlossaryTerm(
      "Distance",
      "A number that says how far two distributions are apart; 0 when they are equal."),
    GlossaryTerm(
      "Drift",
      "A change in the spread of a feature, prediction, score or label against the reference. "
        + "A reason to look, not a verdict on quality.", forms: ["drift"]),
    GlossaryTerm(
      "Estimated performance",
      "What performance to expect before the labels arrive; an estimate that rests on "
        + "assumptions, never shown as a measurement.", forms: ["estimated performance"]),
    GlossaryTerm(
      "Expectation",
      "What somebody agreed a metric should be: lower or upper limit, with an optional limit for "
        + "*watch*. Configured, or a default that the report names as such."),
    GlossaryTerm(
      "Favourable outcome",
      "The prediction that is good for the person. Fairness compares how often groups get it."),
    GlossaryTerm("Feature", "An input of the model; one column."),
    GlossaryTerm(
      "Incident",
      "A run of consecutive breaches of one expectation; periods that could not be judged neither "
        + "end nor lengthen it."),
    GlossaryTerm(
      "Intersection", "Groups made by several attributes together, such as `race & sex`."),
    GlossaryTerm(
      "Interval",
      "Bounds between which a quantity lies with 95 % confidence, given the number of rows.",
      forms: ["95 % interval", "95 % intervals", "interval", "intervals"]),
    GlossaryTerm(
      "Label",
      "The real outcome that a prediction is held against. It often arrives later than the "
        + "prediction."),
    GlossaryTerm("Prediction", "The answer of a model for one row."),
    GlossaryTerm("Prevalence", "The share of labels that are the positive class."),
    GlossaryTerm(
      "Privileged group",
      "The group that others are compared with; configured, or the most favoured group of the "
        + "reference."),
    GlossaryTerm("Promotion", "The first day of a version in production."),
    GlossaryTerm(
      "Provisional (figure)",
      "Said of a performance figure whose labels are still coming in.", forms: ["provisional"]),
    GlossaryTerm(
      "Reference",
      "Data that the model was built or accepted on. Drift is measured against it.",
      forms: ["the reference", "reference"]),
    GlossaryTerm(
      "Restated",
      "Said of a figure whose value is no longer the one that was published first.",
      forms: ["restated"]),
    GlossaryTerm(
      "Revision",
      "A report that was published again because its numbers changed. Earlier revisions stay "
        + "readable."),
    GlossaryTerm(
      "Score",
      "The number behind a prediction, higher meaning more likely; sometimes a probability."),
    GlossaryTerm("Segment", "A column whose values make slices."),
    GlossaryTerm(
      "Shadow",
      "Stage of an arm that answers the same requests as production without its answers being "
        + "used.", forms: ["in shadow", "shadow"]),
    GlossaryTerm(
      "Suppression",
      "Leaving out the figures of a group that is too small to be published, shown as `<10`, and "
        + "those that would give it away.", forms: ["suppression", "suppressed"]),
    GlossaryTerm("Version", "One trained artefact of a model."),
    GlossaryTerm(
      "Watch",
      "Status of a value beyond the point from which a look is due, or outside its expectation "
        + "without the evidence that a breach needs. Shown as *worth a look*, as is every drift "
        + "beyond its limit.",
      forms: ["worth a look"]),
  ]
}
