import Bytes
import JSONLines

/// What the JSON-LD blocks of a page say about its article.
struct JSONLDFacts {
  var headline: String?
  var description: String?
  var authors: [Author] = []
  var published: String?
  var modified: String?
  var publisher: String?
  var section: String?
  var language: String?
  var url: String?
  /// The text of the article, with or without tags.
  var articleBody: String?

  /// Who is said to have written the article.
  struct Author {
    var name: String
    /// Whether it is said to be an organisation.
    var isOrganisation: Bool
  }

  /// The objects by their `@id`, for authors that are only pointed at.
  private var byID: [String: JSONValue] = [:]

  /// Reads all blocks; what is not JSON is passed over.
  ///
  /// Objects are visited with a list, not by recursion; an article's own fields win over those of
  /// pages and other things.
  init(_ blocks: [[UInt8]]) {
    for isArticlePass in [true, false] {
      for block in blocks {
        guard let root = try? parseJSON(block.span, maximumDepth: 64) else { continue }
        var pending = [root]
        var visited = 0
        while let value = pending.popLast(), visited < 5_000 {
          visited += 1
          switch value {
          case .array(let elements): pending.append(contentsOf: elements.reversed())
          case .object(let members):
            if isArticlePass, let id = value["@id"]?.stringValue, value["name"] != nil {
              byID[id] = value
            }
            let isArticle = Self.isArticle(value)
            if isArticle == isArticlePass, isArticle || Self.isPage(value) { take(value) }
            for name in ["@graph", "mainEntity", "mainEntityOfPage"] {
              if let inner = members.first(where: { $0.key == name })?.value {
                pending.append(inner)
              }
            }
          default: break
          }
        }
      }
      for value in pendingAuthors where authors.isEmpty { authors = named(value) }
      pendingAuthors = []
    }
  }

  /// The author of each article, read when all objects are known.
  private var pendingAuthors: [JSONValue] = []

  /// The persons and organisations of an author field, pointers followed.
  private func named(_ value: JSONValue) -> [Author] {
    let elements: [JSONValue]
    if case .array(let list) = value { elements = list } else { elements = [value] }
    return elements.flatMap { element -> [Author] in
      var element = element
      if element["name"] == nil, let id = element["@id"]?.stringValue {
        element = byID[id] ?? element
      }
      let isOrganisation = Self.types(element).contains { $0.hasSuffix("Organization") }
      return Self.names(element).map { Author(name: $0, isOrganisation: isOrganisation) }
    }
  }

  private static func types(_ value: JSONValue) -> [String] {
    if let one = value["@type"]?.stringValue { return [one] }
    return value["@type"]?.stringsValue ?? []
  }

  private static func isArticle(_ value: JSONValue) -> Bool {
    types(value).contains {
      $0.hasSuffix("Article") || $0.hasSuffix("Posting") || $0 == "Report" || $0 == "Review"
        || $0 == "Recipe" || $0 == "HowTo"
    }
  }

  private static func isPage(_ value: JSONValue) -> Bool {
    types(value).contains { $0.hasSuffix("WebPage") || $0 == "ItemPage" || $0 == "VideoObject" }
  }

  private mutating func take(_ value: JSONValue) {
    func text(_ key: String) -> String? {
      guard let found = value[key]?.stringValue, !found.isEmpty else { return nil }
      return plainText(found)
    }
    headline = headline ?? text("headline") ?? (Self.isArticle(value) ? text("name") : nil)
    description = description ?? text("description")
    published = published ?? text("datePublished") ?? text("dateCreated")
    modified = modified ?? text("dateModified")
    section = section ?? text("articleSection") ?? value["articleSection"]?.stringsValue?.first
    language = language ?? text("inLanguage")
    url = url ?? text("url") ?? value["mainEntityOfPage"]?["@id"]?.stringValue
    publisher = publisher ?? Self.names(value["publisher"]).first
    articleBody = articleBody ?? value["articleBody"]?.stringValue
    if authors.isEmpty { pendingAuthors.append(value["author"] ?? value["creator"] ?? .null) }
  }

  /// The names of a person, an organisation, a string or a list of these.
  private static func names(_ value: JSONValue?) -> [String] {
    switch value {
    case .string(let name): return [plainText(name)]
    case .array(let elements):
      return elements.flatMap { element -> [String] in
        if case .array = element { return [] }
        return names(element)
      }
    case .object:
      if let name = value?["name"]?.stringValue { return [plainText(name)] }
      if let names = value?["name"]?.stringsValue { return names.map(plainText) }
      return []
    default: return []
    }
  }
}

/// A string without the few entities and tags that stray into JSON, white space collapsed.
func plainText(_ text: String) -> String {
  var result = text
  if text.contains("&") {
    for (entity, character) in [
      ("&amp;", "&"), ("&quot;", "\""), ("&#39;", "'"), ("&#039;", "'"), ("&apos;", "'"),
      ("&lt;", "<"), ("&gt;", ">"), ("&nbsp;", " "), ("&#8217;", "’"), ("&#8216;", "‘"),
      ("&#8220;", "“"), ("&#8221;", "”"), ("&#8211;", "–"), ("&#8212;", "—"), ("&rsquo;", "’"),
      ("&lsquo;", "‘"), ("&ldquo;", "“"), ("&rdquo;", "”"), ("&ndash;", "–"), ("&mdash;", "—"),
    ] where result.contains(entity) {
      result = replacing(result, entity, character)
    }
  }
  // Only characters beyond ASCII have to be looked up.
  if result.utf8Span.span.isASCII {
    let words = result.utf8.split { ASCII.isSpace($0) || $0 == 0x0B }
    return words.map { String(Substring($0)) }.joined(separator: " ")
  }
  return result.split(whereSeparator: \.isWhitespace).joined(separator: " ")
}

private func replacing(_ text: String, _ what: String, _ with: String) -> String {
  let bytes = Array(text.utf8)
  let pattern = Array(what.utf8)
  var out: [UInt8] = []
  var i = 0
  while i < bytes.count {
    if bytes[i] == pattern[0], bytes[i...].starts(with: pattern) {
      out.append(contentsOf: with.utf8)
      i += pattern.count
    } else {
      out.append(bytes[i])
      i += 1
    }
  }
  return String(decoding: out, as: UTF8.self)
}
