/// A figure that can be written as SVG and as a table of its numbers.
package protocol Chart: Sendable {
  /// Prefix of the ids in the picture; must differ between the charts of one page.
  var id: ChartID { get }
  /// Short name of the figure.
  var title: String { get }
  /// What the figure shows, in words, for those who do not see it.
  var description: String { get }
  /// The numbers behind the figure.
  var table: DataTable { get }
  /// A sentence that says as much as the picture would, for a page; `nil` where there is something to
  /// see. The file of the chart is drawn all the same.
  var sentence: String? { get }
  /// The picture without the document around it, as SVG markup and its size.
  var picture: ChartPicture { get }
}

/// Where the visible title of a chart stands.
package enum ChartHeading: Sendable {
  /// Inside the picture.
  case drawn
  /// Outside, in a caption of the page; the picture still carries it for screen readers.
  case outside
}

/// What kind of SVG text is wanted.
package enum ChartRendering: Sendable {
  /// An element for an HTML page whose style sheet holds `ChartStyle.css`. It has neither style
  /// elements nor style attributes nor scripts, so the strictest Content-Security-Policy admits it.
  case inline
  /// An element like ``inline`` that is named in few words, for tables with hundreds of pictures.
  case word
  /// A file of its own with its styles inside, light and dark, on an opaque background.
  case standalone
}

/// A drawn chart, opaque to other targets.
package struct ChartPicture: Sendable, Equatable {
  let drawing: Drawing
}

extension Chart {
  package var sentence: String? { nil }

  /// The chart as SVG text; equal charts give equal bytes.
  package func svg(_ rendering: ChartRendering) -> String {
    let drawing = picture.drawing
    if rendering == .word { return word(drawing) }
    let titleID = id.text + "-title"
    let descriptionID = id.text + "-desc"
    let size = [drawing.width, drawing.height].map(DecimalText.coordinate).joined(separator: " ")
    var root = SVGElement(.svg, class: "chart \(drawing.kind)")
    if rendering == .standalone { root = root.with(.xmlns, "http://www.w3.org/2000/svg") }
    root = root.with(.viewBox, "0 0 \(size)").with(.role, "img")
    let words = ([description] + drawing.remarks).filter { !$0.isEmpty }.joined(separator: " ")
    if rendering == .standalone {
      // Programs that draw files mostly know neither style sheets nor that a title is a name.
      root = root.with(.ariaLabelledBy, "\(titleID) \(descriptionID)")
        .with(.fontFamily, ChartStyle.fontFamily)
        .with(.fontSize, TextMetrics.size)
        .adding(SVGElement(.title).with(.id, titleID).adding(title))
        .adding(SVGElement(.desc).with(.id, descriptionID).adding(words))
    } else {
      root = root.adding(SVGElement(.title).adding(title)).adding(SVGElement(.desc).adding(words))
    }
    if rendering == .standalone {
      root =
        root
        .adding(SVGElement(.style).adding("\n" + ChartStyle.css))
        .adding(
          SVGElement(.rect).with(.width, drawing.width).with(.height, drawing.height)
            .painted(.fill, .background))
    }
    let whole = root.adding(contentsOf: drawing.elements)
    return switch rendering {
    case .inline, .word: whole.text(paints: .classes) + "\n"
    case .standalone:
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\(whole.text(paints: .classesAndColours))\n"
    }
  }

  /// The drawing with its description as its only name.
  private func word(_ drawing: Drawing) -> String {
    let size = [drawing.width, drawing.height].map(DecimalText.coordinate).joined(separator: " ")
    return SVGElement(.svg, class: "chart \(drawing.kind)")
      .with(.viewBox, "0 0 \(size)")
      .with(.role, "img")
      .with(.ariaLabel, description)
      .adding(contentsOf: drawing.elements)
      .text(paints: .classes)
  }
}
