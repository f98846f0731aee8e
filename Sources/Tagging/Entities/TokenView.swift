import Bytes
import Model
import Text

/// What the tagger of entities sees of each token: capitals, list entries, commonness.
struct TokenView {
  /// A phrase of the lists that begins at a token.
  struct Listed {
    var length = 0
    var kinds: EntityLists.Kinds = []
  }

  /// Form of a token's letters.
  struct Shape: OptionSet {
    let rawValue: UInt8
    static let capital = Shape(rawValue: 1)
    static let allCapitals = Shape(rawValue: 2)
    static let lower = Shape(rawValue: 4)
    static let common = Shape(rawValue: 8)
    static let joiner = Shape(rawValue: 16)
    static let digit = Shape(rawValue: 32)
  }

  private(set) var shapes: [Shape] = []
  /// What the lists say of the token by itself.
  private(set) var kinds: [EntityLists.Kinds] = []
  /// The longest phrase that is a whole name and begins at the token.
  private(set) var listed: [Listed] = []

  init(_ text: AnalyzedText, _ lists: EntityLists, _ lexicon: inout Lexicon) {
    let tokens = text.tokens
    shapes = tokens.map { TokenView.shape(text.bytes.span, $0) }
    kinds = Array(repeating: [], count: tokens.count)
    listed = Array(repeating: Listed(), count: tokens.count)
    let joiners: Set<String> = ["of", "and", "the", "for", "&", "de", "du", "al", "bin", "von"]
    let base = text.baseLanguage
    for (i, token) in tokens.enumerated() {
      if shapes[i].contains(.capital) {
        if lexicon.isStopWord(token.term, language: base) { shapes[i].insert(.common) }
      } else if lexicon.length(of: token.term) <= 3,
        joiners.contains(lexicon.string(of: token.term))
      {
        shapes[i].insert(.joiner)
      }
    }
    for sentence in text.sentences {
      for i in sentence.tokens {
        var hash: UInt64 = 0
        var k = i
        while k < sentence.tokens.upperBound, k < i + 9 {
          hash = EntityLists.joined(hash, lexicon.hash(of: tokens[k].term))
          guard let entry = lists.phrases[hash] else { break }
          if k == i { kinds[i] = entry }
          let names = entry.intersection(.names)
          if !names.isEmpty, shapes[i].contains(.capital) {
            listed[i] = Listed(length: k + 1 - i, kinds: names)
          }
          guard entry.contains(.prefix) else { break }
          k += 1
        }
      }
    }
  }

  private static func shape(_ bytes: borrowing Span<UInt8>, _ token: Token) -> Shape {
    var shape: Shape = []
    let first = bytes[Int(token.start)]
    if ASCII.isUpper(first) {
      shape.insert(.capital)
    } else if ASCII.isLower(first) {
      shape.insert(.lower)
      // "iPhone", "al-Qaida" are left to the lists and the model.
    } else if ASCII.isDigit(first) {
      shape.insert(.digit)
    } else if first >= 0x80, token.kind == .word {
      let scalar = Unicode.Scalar(bytes.scalar(at: Int(token.start)).value)
      if let scalar {
        if scalar.properties.isUppercase { shape.insert(.capital) }
        if scalar.properties.isLowercase { shape.insert(.lower) }
      }
    }
    if shape.contains(.capital), token.end - token.start > 1 {
      var all = true
      for k in Int(token.start)..<Int(token.end) where ASCII.isLower(bytes[k]) { all = false }
      if all { shape.insert(.allCapitals) }
    }
    return shape
  }

  func isCapital(_ i: Int) -> Bool { shapes[i].contains(.capital) }
  func isLower(_ i: Int) -> Bool { shapes[i].contains(.lower) }
  func isAcronym(_ i: Int) -> Bool { shapes[i].contains(.allCapitals) }
  func isCommon(_ i: Int) -> Bool { shapes[i].contains(.common) }
  func isJoiner(_ i: Int) -> Bool { shapes[i].contains(.joiner) }
}
