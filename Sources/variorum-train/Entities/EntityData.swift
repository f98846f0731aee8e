import Bytes
import JSONLines
import Model
import Tagging
import Text

/// Sentences with the labels that their source allows, as the trainer reads them.
struct EntityData {
  /// A document with the spans of its source, for measuring.
  struct Document {
    var view: TokenView
    var spans: [(tokens: Range<Int>, type: String)]
  }

  let lists: EntityLists
  let usesSources: Bool
  /// Groups of features that are left out.
  let without: [String]
  private(set) var examples: TrainingExamples
  private(set) var fingerprint: UInt64 = 0
  private(set) var tokenCount = 0
  private var lexicon = Lexicon()

  init(
    lists: EntityLists, words: WordTable, usesSources: Bool, without: [String] = []
  ) {
    self.without = without
    self.lists = lists
    examples = TrainingExamples(words: words)
    self.usesSources = usesSources
  }

  // MARK: Reading

  /// The rows of a JSON Lines file.
  static func rows(_ path: String) -> [JSONValue] {
    guard let file = try? MappedFile(path: path) else {
      print("missing: \(path)")
      return []
    }
    var rows: [JSONValue] = []
    var line: [UInt8] = []
    for i in 0..<file.count {
      let byte = file.bytes[i]
      if byte != 0x0A { line.append(byte) }
      guard byte == 0x0A || i == file.count - 1, !line.isEmpty else { continue }
      if let row = try? parseJSON(line.span) { rows.append(row) }
      line.removeAll(keepingCapacity: true)
    }
    return rows
  }

  /// The documents of a row with `tokens` or `text`, or of both sides of a pair of articles.
  mutating func documents(_ row: JSONValue) -> [Document] {
    var found: [Document] = []
    if let a = row["a"], let b = row["b"], a["text"] != nil {
      for side in [a, b] {
        if let text = side["text"]?.stringValue {
          found.append(document(text: text, spans: side["entities"]))
        }
      }
    } else if let text = row["text"]?.stringValue {
      found.append(document(text: text, spans: row["spans"]))
    } else if case .array(let items)? = row["tokens"] {
      lexicon.removeAll()
      let given = GivenTokens(
        [items.map { $0.stringValue ?? "" }], language: "en", lexicon: &lexicon)
      let view = prepared(TokenView(given.analyzed, lists, &lexicon))
      // Empty tokens would move the indices; no set has them.
      found.append(Document(view: view, spans: EntityData.spans(row["spans"])))
    }
    return found
  }

  private func prepared(_ view: TokenView) -> TokenView {
    var view = view
    view.markKnown(examples.words.known)
    for group in without where !view.forget(group) { print("no such group: \(group)") }
    return view
  }

  private static func spans(_ value: JSONValue?) -> [(tokens: Range<Int>, type: String)] {
    guard case .array(let items)? = value else { return [] }
    return items.compactMap { item in
      guard case .array(let parts) = item, parts.count == 3, case .int(let start) = parts[0],
        case .int(let end) = parts[1], let type = parts[2].stringValue, start < end
      else { return nil }
      return (start..<end, type)
    }
  }

  private mutating func document(text: String, spans: JSONValue?) -> Document {
    lexicon.removeAll()
    let analyzed = analyze(text, language: "en", lexicon: &lexicon)
    let view = prepared(TokenView(analyzed, lists, &lexicon))
    var offsets: [Int] = []
    var offset = 0
    for scalar in text.unicodeScalars {
      offsets.append(offset)
      offset += String(scalar).utf8.count
    }
    offsets.append(offset)
    var found: [(tokens: Range<Int>, type: String)] = []
    for (range, type) in EntityData.spans(spans).sorted(by: {
      $0.tokens.lowerBound < $1.tokens.lowerBound
    }) {
      guard range.upperBound < offsets.count else { continue }
      let start = offsets[range.lowerBound]
      let end = offsets[range.upperBound]
      guard let first = analyzed.tokens.firstIndex(where: { Int($0.end) > start }),
        let last = analyzed.tokens.lastIndex(where: { Int($0.start) < end }), first <= last
      else { continue }
      found.append((first..<(last + 1), type))
    }
    return Document(view: view, spans: found)
  }

  /// Adds the sets of `recipe` from the folder `path`; gives the documents that are held back in
  /// turn, each by the models of its fold.
  mutating func read(
    _ recipe: EntityRecipe, _ path: String
  ) -> [(name: String, fold: Int, document: Document)] {
    var held: [(name: String, fold: Int, document: Document)] = []
    for source in recipe.sources {
      let isHeld = recipe.folds > 1 && (source.name == "rewrites" || source.name == "wikigold")
      for (number, row) in EntityData.rows(path + "/" + source.file).enumerated() {
        let group = if case .int(let doc)? = row["doc"] { doc } else { number }
        let fold = isHeld ? group % recipe.folds : -1
        for document in documents(row) {
          add(document, source, fold: fold)
          if isHeld { held.append((source.name, fold, document)) }
        }
      }
    }
    return held
  }

  // MARK: Training examples

  /// Adds the regions of a document of `source`.
  mutating func add(_ document: Document, _ source: EntitySource, fold: Int = -1) {
    let view = document.view
    tokenCount += view.tokens.count
    var masks = [UInt32](repeating: source.outside, count: view.tokens.count)
    for (tokens, type) in document.spans where tokens.upperBound <= masks.count {
      guard let types = source.types(type) else { continue }
      for (k, i) in tokens.enumerated() {
        var mask: UInt32 = types.isOptional ? 1 : 0
        for t in types.types {
          mask |= 1 << UInt32(k == 0 ? EntityLabels.first(t) : EntityLabels.inside(t))
          if types.isOptional { mask |= 1 << UInt32(EntityLabels.first(t)) }
        }
        masks[i] = mask
      }
    }
    let extractor = EntityFeatures(view)
    for sentence in view.sentences {
      var i = sentence.tokens.lowerBound
      while i < sentence.tokens.upperBound {
        guard view.isLive(i) else {
          i += 1
          continue
        }
        let start = i
        let first = examples.allowed.count
        while i < sentence.tokens.upperBound, view.isLive(i) {
          let from = examples.features.count
          extractor.append(at: i, in: sentence.tokens, to: &examples.features)
          if usesSources, let seed = source.seed {
            for k in [0, 1, 11, 17, 24, 28, 33, 38] where from + k < examples.features.count {
              examples.features.append(
                UInt32(
                  truncatingIfNeeded: mixed(UInt64(examples.features[from + k]) << 8 ^ seed) >> 20))
            }
          }
          for value in UInt32(0)..<3 {
            let k = i + Int(value) - 1
            fingerprint = mixed(fingerprint ^ view.hashOrNone(k) ^ UInt64(masks[i]))
          }
          examples.featureEnds.append(examples.features.count)
          var mask = masks[i]
          // A further token needs its first one among the live tokens.
          if i == start { mask = TrainingExamples.withFirsts(mask) }
          examples.allowed.append(mask)
          examples.rows.append(
            SIMD4(
              Int32(extractor.word(i - 1)), Int32(extractor.word(i)), Int32(extractor.word(i + 1)),
              0))
          i += 1
        }
        examples.regions.append(
          TrainingExamples.Region(
            first: first, count: i - start, weight: source.weight, fold: fold))
      }
    }
  }
}
