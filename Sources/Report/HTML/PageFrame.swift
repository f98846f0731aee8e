/// What stands around the content of every page.
struct PageFrame {
  /// The reports that the masthead leads to.
  enum Section: String, CaseIterable {
    case digest, themes, names, publishers, documents, comparisons, quality

    var name: String {
      switch self {
      case .digest: "Digest"
      case .themes: "Themes"
      case .names: "Names"
      case .publishers: "Publishers"
      case .documents: "Documents"
      case .comparisons: "Comparisons"
      case .quality: "Data quality"
      }
    }

    var path: String {
      switch self {
      case .digest: "index.html"
      case .quality: "quality.html"
      default: rawValue + "/index.html"
      }
    }
  }

  /// What the browser shows as the page's name.
  var title: String
  /// The report that the page belongs to; nil for a page that stands alone.
  var section: Section?
  /// The way up to the folder of the digest, such as `../`; empty in that folder.
  var root = ""
  /// As of when.
  var asOf: String
  /// The small line above the headline.
  var kicker: String
  /// The finding.
  var headline: String
  /// One or two sentences below it; empty when there is nothing to add.
  var lead = ""

  /// The whole page around `content`, with `foot` at its end.
  func page(_ content: HTML, foot: HTML) -> String {
    let opening: HTML = """
      <!doctype html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width,initial-scale=1">
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src \
      'unsafe-inline'">
      <meta name="referrer" content="no-referrer">
      <title>\(title) – Variorum</title>
      <style>
      \(stylesheet)
      </style>
      </head>
      <body>
      <a class="skip" href="#main">Skip to the report</a>
      <div class="wrap">
      <header class="mast"><b>Variorum</b>\(navigation)<span>\(asOf)</span></header>
      <main id="main">
      <p class="kick">\(kicker)</p>
      <h1>\(headline)</h1>
      \(lead.isEmpty ? HTML() : "<p class=\"lead\">\(lead)</p>" as HTML)
      \(content)
      </main>
      <footer class="foot">
      \(foot)
      </footer>
      </div>
      </body>
      </html>

      """
    return opening.markup
  }

  private var navigation: HTML {
    guard let section else { return HTML() }
    let links = Section.allCases.map { entry -> HTML in
      let current: HTML = entry == section ? " aria-current=\"page\"" : ""
      return "<li><a href=\"\(root + entry.path)\"\(current)>\(entry.name)</a></li>"
    }
    return "<nav aria-label=\"Reports\"><ul>\(links)</ul></nav>"
  }
}

/// One of the key numbers of a page.
struct KeyNumber {
  var label: String
  var value: String
  var context: String

  init(_ label: String, _ value: String, _ context: String = "") {
    self.label = label
    self.value = value
    self.context = context
  }
}

/// The key numbers as a list of terms.
func keyNumbers(_ numbers: [KeyNumber]) -> HTML {
  let items = numbers.map { number -> HTML in
    let context: HTML = number.context.isEmpty ? "" : "<small>\(number.context)</small>"
    return "<div><dd>\(number.value)\(context)</dd><dt>\(number.label)</dt></div>\n"
  }
  return "<dl class=\"keys\">\n\(items)</dl>"
}

/// A kind of change or state: sign, word and colour.
enum Mark: String {
  case dropped = "del"
  case added = "ins"
  case changed = "chg"
  case moved = "mov"
  case split = "spl"
  case merged = "mrg"
  case reworded = "rew"
  case good = "ok"
  case bad
  case waiting = "wait"

  /// The mark with `word` beside it.
  func callAsFunction(_ word: String, _ detail: String = "") -> HTML {
    let small: HTML = detail.isEmpty ? "" : " <small>\(detail)</small>"
    return "<span class=\"k \(rawValue)\">\(word)\(small)</span>"
  }
}

/// A section with a heading that can be linked to.
func section(_ id: String, _ heading: String, _ content: HTML) -> HTML {
  "<section aria-labelledby=\"\(id)\"><h2 id=\"\(id)\">\(heading)</h2>\n\(content)</section>\n"
}
