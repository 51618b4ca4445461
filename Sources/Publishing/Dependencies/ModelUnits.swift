import Assessment
import Profiling

/// The pages and data files of one model besides its reports.
struct ModelUnits {
  private let builder: SiteBuilder
  private let kinds: PageKinds?
  private let index: Int
  /// Most readers get the same trends.
  private let drawings = SharedDrawings()

  init(_ builder: SiteBuilder, _ kinds: PageKinds?, _ index: Int) {
    self.builder = builder
    self.kinds = kinds
    self.index = index
  }

  private var model: ModelRecord { builder.publication.models[index] }

  var all: [PageUnit] {
    let roles = builder.publication.roles
    return roles.map(trends) + roles.flatMap(parts) + (roles.contains(.compliance) ? packs : [])
      + numbers
  }

  private func trends(_ role: Role) -> PageUnit {
    let path = Address.model(role, model.identity) + "index.html"
    return PageUnit(
      path, from: "the trends of \(model.identity.id) for \(role.rawValue)",
      dependencies: kinds?.trends(index, role)
    ) { [builder, index, drawings] () throws(PublishingError) in
      PageUnit.Product(files: try builder.modelPages(index, role, drawings))
    }
  }

  private func parts(_ role: Role) -> [PageUnit] {
    builder.historyParts(index).map { part in
      let path = Address.model(role, model.identity) + part.folder + "index.html"
      return PageUnit(
        path, from: "the trends of \(model.identity.id) for \(role.rawValue)",
        dependencies: kinds?.history(index, role, part)
      ) { [builder, index, drawings] () throws(PublishingError) in
        PageUnit.Product(files: try builder.historyPages(index, role, part, drawings))
      }
    }
  }

  private var packs: [PageUnit] {
    (builder.publication.packs[model.identity.id] ?? []).flatMap { pack in
      model.periods.indices.map { period in
        let folder = Address.pack(model.identity, model.periods[period].period, pack.id)
        return PageUnit(
          folder, from: "the pack \(pack.id)", dependencies: kinds?.pack(index, period, pack)
        ) { [builder, index] () throws(PublishingError) in
          let page = try builder.packPage(index, period, pack)
          return PageUnit.Product(files: [
            PageFile(folder + "index.html", page.html),
            PageFile(folder + "index.md", page.markdown),
          ])
        }
      }
    }
  }

  private var numbers: [PageUnit] {
    let periods = model.periods.indices.map { period in
      numbers(
        in: Address.data(model.identity, model.periods[period].period),
        kinds?.numbers(index, period)
      ) { model in
        model.periods[period].arms.flatMap {
          model.rows(of: $0, period: model.periods[period].period)
        }
      }
    }
    guard model.references.contains(where: { !$0.values.isEmpty }) else { return periods }
    return periods + [
      numbers(in: "data/\(model.identity.id)/reference/", kinds?.numbers(index, nil)) { model in
        model.references.flatMap { model.rows(of: $0, period: nil) }
      }
    ]
  }

  private func numbers(
    in folder: String, _ dependencies: PageDependencies?,
    _ rows: @escaping @Sendable (ModelRecord) -> [MetricRow]
  ) -> PageUnit {
    PageUnit(folder, from: "the numbers", dependencies: dependencies) { [builder, index] in
      let rows = rows(builder.publication.models[index])
      return PageUnit.Product(files: [
        PageFile(folder + "metrics.csv", MetricExport.text(of: rows, format: .csv)),
        PageFile(folder + "metrics.json", MetricExport.text(of: rows, format: .json)),
      ])
    }
  }
}
