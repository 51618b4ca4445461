import Assessment
internal import Foundation
import Profiling

/// What can be found by one reader, as small scripts that the search page loads when they are needed.
///
/// Each role has an index of its own below its folder, so that a web server that guards the folder
/// guards the index too, and it holds nothing but names that pages of the folder show: no figures
/// at all, and columns for those whose reports have a table of columns. Redaction and suppression
/// have been applied to the records before.
///
/// The files, all of them calls of one function with JSON, as a page that is opened from a disk may
/// load scripts and nothing else:
///
/// - `directory.js`: the models with their latest reports, and which other files there are; the only
///   file that every period changes;
/// - `a.js` to `z.js`, `0.js`, `other.js`: columns, measures and terms by first letter of each word;
/// - `2026.js` and the like: the periods that end in a year, the models that have them, and the
///   reviews, compliance packs and earlier revisions of that year.
struct SearchIndex {
  let role: Role?
  let models: [ModelRecord]
  /// Columns, measures and terms.
  let entries: [SearchEntry]
  /// Pages that are there whatever the data, with their addresses from the root of the site.
  let pages: [LinkView]
  /// The compliance packs of each model.
  let packs: [String: [CompliancePack]]
  /// The numbers of earlier revisions by the folder of their report.
  let revisions: [String: [Int]]

  /// The files by name, without folder.
  var files: [(name: String, text: String)] {
    let shards = shards
    let years = years
    var files = [("directory.js", call("directory", directory(shards, years)))]
    files += shards.sorted { $0.key < $1.key }.map { letter, entries in
      ("\(letter).js", call(letter, .list(entries.map { .texts($0.row) })))
    }
    files += years.sorted { $0.key < $1.key }.map {
      ("\($0.key).js", call(String($0.key), $0.value))
    }
    return files
  }

  private var shards: [String: [SearchEntry]] {
    var shards: [String: [SearchEntry]] = [:]
    for entry in entries {
      for letter in SearchWords.shards(of: "\(entry.name) \(entry.alias)") {
        shards[letter, default: []].append(entry)
      }
    }
    return shards
  }

  private func directory(_ shards: [String: [SearchEntry]], _ years: [Int: SearchValue])
    -> SearchValue
  {
    .map([
      "columns": .text(role.flatMap(SearchColumns.anchor) ?? ""),
      "letters": .texts(shards.keys.sorted()),
      "pages": .list(pages.map { .texts([$0.title, $0.address.text]) }),
      "models": .list(
        models.map { model in
          .texts([
            model.identity.id, model.identity.title,
            model.periods.last?.period.description ?? "",
            SearchColumns.period(of: model)?.description ?? "",
          ])
        }),
      "years": .texts(years.keys.sorted().map(String.init)),
    ])
  }

  /// Reports by the year in which their period ends; none where no role is meant.
  private var years: [Int: SearchValue] {
    guard role != nil else { return [:] }
    let calendar = ReviewCalendar(models)
    let reviews = Dictionary(grouping: calendar.periods) { $0.end.civil.year }
    var periods: [Int: Set<Period>] = [:]
    for model in models {
      for record in model.periods {
        periods[record.period.end.civil.year, default: []].insert(record.period)
      }
    }
    return Dictionary(
      uniqueKeysWithValues: periods.map { year, periods in
        let ordered = periods.sorted {
          ($0.start, $0.end, $0.description) < ($1.start, $1.end, $1.description)
        }
        return (year, value(ordered, reviews: reviews[year] ?? []))
      })
  }

  private func value(_ periods: [Period], reviews: [Period]) -> SearchValue {
    let places = Dictionary(uniqueKeysWithValues: periods.enumerated().map { ($1, $0) })
    return .map([
      "packs": .list(role == .compliance ? packRows(places) : []),
      "reviews": .list(reviews.map { .texts([$0.description, $0.title, $0.dates]) }),
      "revisions": .list(revisionRows(periods)),
      "models": .list(
        models.compactMap { model in
          let own = model.periods.compactMap { places[$0.period] }.sorted()
          return own.isEmpty ? nil : .texts([model.identity.id, Self.ranges(own)])
        }),
      "periods": .list(periods.map { .texts([$0.description, $0.title, $0.dates]) }),
    ])
  }

  /// Model, id and title of a pack, and the places of its periods.
  private func packRows(_ places: [Period: Int]) -> [SearchValue] {
    models.flatMap { model -> [SearchValue] in
      let own = model.periods.compactMap { places[$0.period] }.sorted()
      guard !own.isEmpty else { return [] }
      return (packs[model.identity.id] ?? []).map {
        .texts([model.identity.id, $0.id, $0.title, Self.ranges(own)])
      }
    }
  }

  /// Model, place of the period, and the numbers of the revisions.
  private func revisionRows(_ periods: [Period]) -> [SearchValue] {
    guard let role else { return [] }
    return models.flatMap { model in
      periods.enumerated().compactMap { place, period -> SearchValue? in
        guard let numbers = revisions[Address.report(role, model.identity, period)] else {
          return nil
        }
        return .texts([model.identity.id, String(place), Self.ranges(numbers)])
      }
    }
  }

  /// Numbers in ascending order as ranges, such as `0-3 5`.
  static func ranges(_ numbers: [Int]) -> String {
    var ranges: [(first: Int, last: Int)] = []
    for number in numbers {
      if let last = ranges.last, last.last + 1 == number {
        ranges[ranges.count - 1].last = number
      } else {
        ranges.append((number, number))
      }
    }
    return ranges.map { $0.first == $0.last ? "\($0.first)" : "\($0.first)-\($0.last)" }
      .joined(separator: " ")
  }

  private func call(_ name: String, _ value: SearchValue) -> String {
    "broadsheetSearch(\"\(name)\", \(value.script));\n"
  }
}

/// The columns that a reader can look up, and where.
enum SearchColumns {
  /// The section of a report that lists every column; `nil` for readers whose reports have none.
  static func anchor(_ role: Role) -> String? {
    switch role {
    case .dataScientist: "has-the-world-moved"
    case .dataEngineer: "which-columns-broke"
    case .dataScienceManager, .productManager, .compliance, .business: nil
    }
  }

  /// The latest period with rows; the report of an empty one has no tables.
  static func period(of model: ModelRecord) -> Period? {
    model.periods.last { ($0.leading?.rowCount ?? 0) > 0 }?.period
  }

  /// The columns in the table of the latest report with rows.
  static func names(of context: ReportContext, for role: Role) -> [String] {
    switch role {
    case .dataScientist: DriftTables(context: context).ranking.map(\.name)
    case .dataEngineer: SupplyTables(context: context).columnNames.sorted()
    case .dataScienceManager, .productManager, .compliance, .business: []
    }
  }
}
