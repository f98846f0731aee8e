import Bytes
package import Model
package import Text
import Values

/// What the tagger of entities sees of each token: capitals, list entries, the rest of the text.
package struct TokenView {
  /// Marks of a token.
  package struct Marks: OptionSet {
    package let rawValue: UInt16
    package init(rawValue: UInt16) { self.rawValue = rawValue }
    static let capital = Marks(rawValue: 1 << 0)
    static let allCapitals = Marks(rawValue: 1 << 1)
    static let lower = Marks(rawValue: 1 << 2)
    static let common = Marks(rawValue: 1 << 3)
    static let joiner = Marks(rawValue: 1 << 4)
    static let digit = Marks(rawValue: 1 << 5)
    static let first = Marks(rawValue: 1 << 6)
    static let afterQuote = Marks(rawValue: 1 << 7)
    static let mostlyCapitals = Marks(rawValue: 1 << 8)
    static let word = Marks(rawValue: 1 << 9)
    static let live = Marks(rawValue: 1 << 10)
  }

  /// What is known of one token.
  struct Info {
    var hash: UInt64 = 0
    var shape: UInt32 = 0
    var marks: Marks = []
    /// What the lists say of the token by itself.
    var kinds: EntityLists.Kinds = []
    /// The longest whole name of the lists that begins here: tokens and kinds.
    var listedLength: UInt8 = 0
    var listedKinds: EntityLists.Kinds = []
    /// Place in a whole name of the lists: 0 outside, 1 first, 2 further, 3 the only one.
    var listedPlace: UInt8 = 0
    var insideKinds: EntityLists.Kinds = []
    /// 0 outside a value, else 1 + 2 × type (+ 1 after its first token).
    var value: UInt8 = 0
    /// First and one past the last token of the run of capitals around it.
    var runStart: Int32 = 0
    var runEnd: Int32 = 0
    /// What the rest of the document says of the same word.
    var document: UInt16 = 0
    var known = KnownWord()
  }

  private(set) var infos: [Info]
  /// Whether the first and last letters of words count.
  private(set) var hasAffixes = true
  /// The values of the text, in order.
  let values: [FoundValue]
  let bytes: [UInt8]
  package let tokens: [Token]
  package let sentences: [Sentence]

  package init(
    _ text: AnalyzedText, _ lists: EntityLists, writtenOn day: Day? = nil, _ lexicon: inout Lexicon
  ) {
    tokens = text.tokens
    bytes = text.bytes
    sentences = text.sentences
    values = findValues(in: text.bytes.span, range: 0..<text.bytes.count, relativeTo: day)
    infos = Array(repeating: Info(), count: tokens.count)
    let base = text.baseLanguage
    let span = text.bytes.span
    for i in tokens.indices {
      let token = tokens[i]
      let (marks, shape) = TokenView.shape(span, token)
      infos[i].marks = marks
      infos[i].shape = shape
      infos[i].hash = lexicon.hash(of: token.term)
      if token.kind == .word {
        if lexicon.isStopWord(token.term, language: base) { infos[i].marks.insert(.common) }
        if marks.contains(.lower), token.end - token.start <= 3, TokenView.isJoiner(span, token) {
          infos[i].marks.insert(.joiner)
        }
      }
    }
    for sentence in sentences where !sentence.tokens.isEmpty {
      lookUp(sentence.tokens, lists)
      markRuns(sentence.tokens)
    }
    markValues()
    markDocument()
  }

  private static func isJoiner(_ bytes: borrowing Span<UInt8>, _ token: Token) -> Bool {
    let at = Int(token.start)
    return switch token.end - token.start {
    case 1: bytes[at] == 0x79 || bytes[at] == 0x65
    case 2:
      bytes.hasBytes("of", at: at) || bytes.hasBytes("de", at: at) || bytes.hasBytes("du", at: at)
        || bytes.hasBytes("al", at: at) || bytes.hasBytes("el", at: at)
        || bytes.hasBytes("la", at: at) || bytes.hasBytes("da", at: at)
        || bytes.hasBytes("do", at: at) || bytes.hasBytes("di", at: at)
        || bytes.hasBytes("on", at: at) || bytes.hasBytes("in", at: at)
    default:
      bytes.hasBytes("the", at: at) || bytes.hasBytes("and", at: at)
        || bytes.hasBytes("for", at: at) || bytes.hasBytes("von", at: at)
        || bytes.hasBytes("van", at: at) || bytes.hasBytes("der", at: at)
        || bytes.hasBytes("den", at: at) || bytes.hasBytes("bin", at: at)
        || bytes.hasBytes("del", at: at) || bytes.hasBytes("dos", at: at)
        || bytes.hasBytes("das", at: at)
    }
  }

  private mutating func lookUp(_ sentence: Range<Int>, _ lists: EntityLists) {
    var capitals = 0
    var words = 0
    for i in sentence {
      if infos[i].marks.contains(.word) { words += 1 }
      if infos[i].marks.contains(.capital) { capitals += 1 }
      var hash: UInt64 = 0
      var k = i
      while k < sentence.upperBound, k < i + 9 {
        hash = EntityLists.joined(hash, infos[k].hash)
        guard let entry = lists.entry(hash) else { break }
        if k == i { infos[i].kinds = entry }
        let names = entry.intersection(.names)
        if !names.isEmpty, infos[i].marks.contains(.capital) || k > i {
          infos[i].listedLength = UInt8(k + 1 - i)
          infos[i].listedKinds = names
        }
        guard entry.contains(.prefix) else { break }
        k += 1
      }
    }
    infos[sentence.lowerBound].marks.insert(.first)
    if words > 3, capitals * 10 > words * 6 {
      for i in sentence { infos[i].marks.insert(.mostlyCapitals) }
    }
    var i = sentence.lowerBound
    while i < sentence.upperBound {
      let length = Int(infos[i].listedLength)
      if length == 0 {
        i += 1
        continue
      }
      for k in i..<(i + length) {
        infos[k].listedPlace = length == 1 ? 3 : k == i ? 1 : 2
        infos[k].insideKinds = infos[i].listedKinds
      }
      i += length
    }
  }

  private mutating func markRuns(_ sentence: Range<Int>) {
    var i = sentence.lowerBound
    while i < sentence.upperBound {
      guard infos[i].marks.contains(.capital) else {
        infos[i].runStart = Int32(i)
        infos[i].runEnd = Int32(i)
        i += 1
        continue
      }
      var end = i + 1
      while end < sentence.upperBound {
        if infos[end].marks.contains(.capital) {
          end += 1
        } else if end + 1 < sentence.upperBound, infos[end + 1].marks.contains(.capital),
          infos[end].marks.contains(.joiner) || isHyphen(end)
        {
          end += 2
        } else if end + 2 < sentence.upperBound, infos[end + 2].marks.contains(.capital),
          infos[end].marks.contains(.joiner), infos[end + 1].marks.contains(.joiner)
        {
          end += 3
        } else {
          break
        }
      }
      for k in i..<end {
        infos[k].runStart = Int32(i)
        infos[k].runEnd = Int32(end)
      }
      i = end
    }
  }

  private func isHyphen(_ i: Int) -> Bool {
    tokens[i].end - tokens[i].start == 1
      && (bytes[Int(tokens[i].start)] == 0x2D || bytes[Int(tokens[i].start)] == 0x26)
  }

  private mutating func markValues() {
    var i = 0
    for value in values {
      while i < tokens.count, Int(tokens[i].end) <= value.utf8.lowerBound { i += 1 }
      var isFirst = true
      let type = UInt8(EntityLabels.index(EntityTagger.type(value.value)))
      while i < tokens.count, Int(tokens[i].start) < value.utf8.upperBound {
        infos[i].value = 1 + 2 * type + (isFirst ? 0 : 1)
        isFirst = false
        i += 1
      }
    }
  }

  /// Gathers what each word does in the whole document.
  private mutating func markDocument() {
    var capacity = 64
    while capacity < tokens.count * 2 { capacity *= 2 }
    var slots = [Int32](repeating: -1, count: capacity)
    var hashes: [UInt64] = []
    var facts: [UInt16] = []
    var places = [Int32](repeating: -1, count: tokens.count)
    for i in infos.indices where infos[i].marks.contains(.word) {
      let hash = infos[i].hash
      var slot = Int(truncatingIfNeeded: hash) & (capacity - 1)
      while slots[slot] >= 0, hashes[Int(slots[slot])] != hash {
        slot = (slot + 1) & (capacity - 1)
      }
      if slots[slot] < 0 {
        slots[slot] = Int32(hashes.count)
        hashes.append(hash)
        facts.append(0)
      }
      let place = Int(slots[slot])
      places[i] = Int32(place)
      let marks = infos[i].marks
      var fact: UInt16 = 0
      if marks.contains(.lower) { fact |= 1 }
      if marks.contains(.capital), !marks.contains(.first), !marks.contains(.mostlyCapitals) {
        fact |= facts[place] & 2 != 0 ? 4 : 2
        if i > 0 {
          let before = infos[i - 1]
          if before.kinds.contains(.title) { fact |= 8 }
          if before.kinds.contains(.given), before.marks.contains(.capital) { fact |= 16 }
        }
        if i + 1 < infos.count, infos[i + 1].marks.contains(.capital) {
          let after = infos[i + 1].kinds
          if after.contains(.orgHead) { fact |= 32 }
          if after.contains(.locHead) { fact |= 64 }
        }
        if infos[i].runEnd - infos[i].runStart >= 2 {
          fact |= Int(infos[i].runEnd) == i + 1 ? 128 : Int(infos[i].runStart) == i ? 256 : 512
        }
      }
      facts[place] |= fact
    }
    for i in infos.indices where places[i] >= 0 { infos[i].document = facts[Int(places[i])] }
  }

  /// Looks up the words that the model weighs, and those around them.
  package mutating func markKnown(_ known: (UInt64) -> KnownWord) {
    for i in infos.indices where infos[i].marks.contains(.word) {
      infos[i].known = known(infos[i].hash)
    }
    markLive()
  }

  private mutating func markLive() {
    for sentence in sentences {
      for i in sentence.tokens {
        let info = infos[i]
        if info.marks.contains(.capital) || info.marks.contains(.digit) || info.value != 0
          || info.listedPlace != 0 || info.known.isNameAlone
        {
          infos[i].marks.insert(.live)
        }
      }
      // Small words and signs between.
      var last = -10
      for i in sentence.tokens where infos[i].marks.contains(.live) {
        let gap = i - last - 1
        if gap > 0, gap <= 2, (last + 1..<i).allSatisfy({ isSmall($0) }) {
          for k in (last + 1)..<i { infos[k].marks.insert(.live) }
        }
        last = i
      }
    }
  }

  private func isSmall(_ i: Int) -> Bool {
    let length = tokens[i].end - tokens[i].start
    return length <= 2 || infos[i].marks.contains(.joiner) || !infos[i].marks.contains(.word)
  }

  /// Marks of a token's letters, and a hash of its form: runs of capitals, small letters, figures.
  private static func shape(
    _ bytes: borrowing Span<UInt8>, _ token: Token
  ) -> (Marks, UInt32) {
    var marks: Marks = []
    let start = Int(token.start)
    let end = Int(token.end)
    guard start < end, end <= bytes.count else { return ([], 0) }
    let first = bytes[start]
    if token.kind == .word { marks.insert(.word) }
    if ASCII.isUpper(first) {
      marks.insert(.capital)
    } else if ASCII.isLower(first) {
      marks.insert(.lower)
      // "iPhone", "eBay".
      if end - start > 2, ASCII.isUpper(bytes[start + 1]) { marks.insert(.capital) }
    } else if ASCII.isDigit(first) {
      marks.insert(.digit)
    } else if first >= 0x80, token.kind == .word,
      let scalar = Unicode.Scalar(bytes.scalar(at: start).value)
    {
      if scalar.properties.isUppercase { marks.insert(.capital) }
      if scalar.properties.isLowercase { marks.insert(.lower) }
    }
    var hash: UInt32 = 17
    var last: UInt32 = 0
    var run: UInt32 = 0
    var allCapitals = end - start > 1
    for k in start..<min(end, start + 24) {
      let byte = bytes[k]
      let kind: UInt32
      if ASCII.isLower(byte) {
        kind = 1
        allCapitals = false
      } else if ASCII.isUpper(byte) {
        kind = 2
      } else if ASCII.isDigit(byte) {
        kind = 3
      } else if byte >= 0x80 {
        kind = 4
      } else {
        kind = 5 + UInt32(byte)
      }
      run = kind == last ? run + 1 : 1
      if run <= 2 || kind == 3 && run <= 4 { hash = (hash ^ kind) &* 0x0100_0193 }
      last = kind
    }
    if marks.contains(.capital), allCapitals { marks.insert(.allCapitals) }
    return (marks, hash)
  }

  // MARK: For the rules

  func isCapital(_ i: Int) -> Bool { infos[i].marks.contains(.capital) }
  func isLower(_ i: Int) -> Bool { infos[i].marks.contains(.lower) }
  func isAcronym(_ i: Int) -> Bool { infos[i].marks.contains(.allCapitals) }
  func isWord(_ i: Int) -> Bool { infos[i].marks.contains(.word) }
  func isCommon(_ i: Int) -> Bool { infos[i].marks.contains(.common) }
  func isJoiner(_ i: Int) -> Bool { infos[i].marks.contains(.joiner) }
  package func isLive(_ i: Int) -> Bool { infos[i].marks.contains(.live) }
  func kinds(_ i: Int) -> EntityLists.Kinds { infos[i].kinds }
  func listed(_ i: Int) -> (length: Int, kinds: EntityLists.Kinds) {
    (Int(infos[i].listedLength), infos[i].listedKinds)
  }
  func hash(_ i: Int) -> UInt64 { infos[i].hash }
  /// Hash of the word at `i`; 0 outside.
  package func hashOrNone(_ i: Int) -> UInt64 { infos.indices.contains(i) ? infos[i].hash : 0 }

  /// Forgets what belongs to a group of features, to measure what the group is worth.
  ///
  /// Groups: `lists`, `values`, `document` (the same word elsewhere), `runs` (of capitals), `words`
  /// (the forms), `affixes`, `shapes`, `facts` and `groups` (of words of like meaning). False for
  /// another name.
  package mutating func forget(_ group: String) -> Bool {
    let change: (inout Info) -> Void
    switch group {
    case "lists":
      change = {
        ($0.kinds, $0.insideKinds, $0.listedPlace) = ([], [], 0)
      }
    case "values": change = { $0.value = 0 }
    case "document": change = { $0.document = 0 }
    case "runs": change = { $0.runEnd = $0.runStart }
    case "words": change = { $0.hash = 0 }
    case "facts": change = { $0.known.facts = 0 }
    case "groups": change = { $0.known.group = 0 }
    case "affixes":
      hasAffixes = false
      return true
    case "shapes": change = { $0.shape = 0 }
    default: return false
    }
    for i in infos.indices { change(&infos[i]) }
    return true
  }
}
