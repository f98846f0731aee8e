import Bytes
import Model
import Tagging

/// Says whether two names mean the same, and whether a side has a name at all.
struct NameIndex {
  private var wordsA: [String: Int] = [:]
  private var wordsB: [String: Int] = [:]
  private var initialsA: Set<String> = []
  private var initialsB: Set<String> = []
  private var entitiesA: Set<Int> = []
  private var entitiesB: Set<Int> = []
  /// The countries of words and whole names.
  private var nations: [String: String] = [:]
  private var nationsA: Set<String> = []
  private var nationsB: Set<String> = []
  /// Words that only say what kind of thing a name is for.
  private var generic: Set<String> = []

  init(_ itemsA: [FactItem], _ itemsB: [FactItem], _ tagger: EntityTagger?) {
    if let tagger {
      nationsA = learn(itemsA, tagger)
      nationsB = learn(itemsB, tagger)
    }
    for item in itemsA where item.type == .name {
      for word in item.words { wordsA[word, default: 0] += 1 }
      if let entity = item.entity { entitiesA.insert(entity) }
      if item.words.count > 1 { initialsA.insert(Self.initials(item.words)) }
    }
    for item in itemsB where item.type == .name {
      for word in item.words { wordsB[word, default: 0] += 1 }
      if let entity = item.entity { entitiesB.insert(entity) }
      if item.words.count > 1 { initialsB.insert(Self.initials(item.words)) }
    }
  }

  /// Takes up what the tagger knows of the words of names; gives the countries among them.
  private mutating func learn(_ items: [FactItem], _ tagger: EntityTagger) -> Set<String> {
    var held: Set<String> = []
    for item in items where item.type == .name {
      if let nation = tagger.nation(of: item.words) {
        nations[item.key] = nation
        held.insert(nation)
      }
      for word in item.words {
        if tagger.isGeneric(word) { generic.insert(word) }
        guard item.words.count > 1, let nation = tagger.nation(of: [word]) else { continue }
        nations[word] = nation
        held.insert(nation)
      }
    }
    return held
  }

  /// Whether no word of a name says more than what kind of thing it is for.
  func isGeneric(_ words: [String]) -> Bool {
    words.allSatisfy { generic.contains($0) || FactWords.titles.contains($0) }
  }

  /// Whether two words of names are the same, in another form or for the same country.
  func isSameWord(_ x: String, _ y: String, isLoose: Bool) -> Bool {
    if Self.alike(x, y) || isLoose && Self.isSpelling(x, y) { return true }
    guard let nation = nations[x] else { return false }
    return nation == nations[y]
  }

  func isInA(_ item: FactItem) -> Bool {
    item.entity.map(entitiesA.contains) ?? false
      || nations[item.key].map(nationsA.contains) ?? false || isIn(item, wordsA, initialsA)
  }

  func isInB(_ item: FactItem) -> Bool {
    item.entity.map(entitiesB.contains) ?? false
      || nations[item.key].map(nationsB.contains) ?? false || isIn(item, wordsB, initialsB)
  }

  private func isIn(_ item: FactItem, _ words: [String: Int], _ initials: Set<String>) -> Bool {
    if item.words.count == 1, initials.contains(item.words[0]) { return true }
    // The last word of a name is what it is called by later on.
    guard let last = item.words.last, let first = item.words.first else { return true }
    if item.words.count > 1, words[Self.initials(item.words)] != nil { return true }
    let held = item.words.count { words[$0] != nil }
    return held == item.words.count
      || (item.words.count > 1 && words[last] != nil && !generic.contains(last)
        && held * 2 >= item.words.count)
      || (item.words.count == 2 && words[last] != nil) || (first == last && words[first] != nil)
  }

  /// The shorter name's words are all in the longer one, or one is the other's initials.
  ///
  /// A loose comparison takes spellings that differ in some letters for one name.
  func agree(_ x: FactItem, _ y: FactItem, isLoose: Bool) -> Bool {
    if let entity = x.entity, entity == y.entity { return true }
    if let nation = nations[x.key], nation == nations[y.key] { return true }
    if isOwnThing(y, of: x) || isOwnThing(x, of: y) { return false }
    let (short, long) = x.words.count <= y.words.count ? (x.words, y.words) : (y.words, x.words)
    if short.allSatisfy({ word in
      long.contains { isSameWord(word, $0, isLoose: isLoose) }
    }) {
      return true
    }
    if let last = short.last, last == long.last, short.count == 1 || long.count == 2 {
      return short[0].utf8.first == long[0].utf8.first
    }
    return short.count == 1 && long.count > 1 && Self.initials(long) == short[0]
  }

  /// Whether a name holds that of a country and more than words for a kind of thing: the Japan Innovation
  /// Campus is not Japan, as the Japanese government may be.
  func isOwnThing(_ name: FactItem, of country: FactItem) -> Bool {
    guard country.words.count < name.words.count, nations[country.key] != nil,
      nations[name.key] == nil, name.entityType != nil,
      country.words.allSatisfy({ word in
        name.words.contains { isSameWord(word, $0, isLoose: false) }
      })
    else { return false }
    return name.words.contains { word in
      nations[word] == nil && !isGeneric([word])
        && !country.words.contains { isSameWord(word, $0, isLoose: false) }
    }
  }

  private static func initials(_ words: [String]) -> String {
    String(words.compactMap(\.unicodeScalars.first).map(Character.init))
  }

  /// Equal, or one with an ending of the other's (Japan, Japanese).
  private static func alike(_ x: String, _ y: String) -> Bool {
    if x == y || romanized(x) == romanized(y) { return true }
    let (short, long) = x.utf8.count <= y.utf8.count ? (x, y) : (y, x)
    guard short.utf8.count >= 4, long.utf8.count - short.utf8.count <= 3 else { return false }
    return long.hasPrefix(short)
  }

  /// A name with the endings and marks in which ways of writing it in Latin letters differ made one:
  /// Zelensky, Zelenskyy and Zelenskiy; Marib and Ma'rib.
  private static func romanized(_ word: String) -> String {
    var bytes: [UInt8] = []
    for scalar in word.unicodeScalars {
      switch scalar.value {
      case 0x27, 0x60, 0x2018, 0x2019, 0x02BB, 0x02BC, 0x02BE, 0x02BF: continue
      default: bytes.append(contentsOf: Array(String(scalar).utf8))
      }
    }
    // Only behind a consonant and with enough before it to be a name's ending.
    let ending = bytes.reversed().prefix { $0 == 0x79 || $0 == 0x69 || $0 == 0x6A }.count
    if ending > 0, bytes.count - ending >= 4 {
      bytes.removeLast(ending)
      bytes.append(0x79)
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func isSpelling(_ x: String, _ y: String) -> Bool {
    let p = skeleton(x)
    let q = skeleton(y)
    if p == q, p.count > 1 || p.count == 1 && min(x.utf8.count, y.utf8.count) > 2 { return true }
    // A letter beyond ASCII may stand for any: accents come and go with the spelling.
    let a = x.unicodeScalars.map { $0.isASCII ? $0.value : 0 }
    let b = y.unicodeScalars.map { $0.isASCII ? $0.value : 0 }
    let longest = max(a.count, b.count)
    guard min(a.count, b.count) >= 4, longest <= 40, abs(a.count - b.count) <= 3 else {
      return false
    }
    var row = Array(0...b.count)
    for i in a.indices {
      var before = row[0]
      row[0] = i + 1
      for j in b.indices {
        let old = row[j + 1]
        row[j + 1] = min(
          old + 1, row[j] + 1, before + (a[i] == b[j] || a[i] == 0 || b[j] == 0 ? 0 : 1))
        before = old
      }
    }
    return row[b.count] * 5 <= longest * 2 && a[0] == b[0] || row[b.count] * 10 <= longest * 3
  }

  /// The consonants of a name as they sound, which spellings in another script's letters share.
  private static func skeleton(_ word: String) -> [UInt8] {
    var found: [UInt8] = []
    var previous: UInt8 = 0
    let bytes = Array(word.utf8)
    for (i, byte) in bytes.enumerated() {
      let next = i + 1 < bytes.count ? bytes[i + 1] : 0
      var sound: UInt8
      switch byte {
      case 0x61, 0x65, 0x69, 0x6F, 0x75, 0x79, 0x77, 0x68, 0x6A, 0x27: sound = 0
      case 0x70 where next == 0x68: sound = 0x66
      case 0x63 where next == 0x65 || next == 0x69 || next == 0x79: sound = 0x73
      case 0x63, 0x71, 0x78: sound = 0x6B
      case 0x7A: sound = 0x73
      case 0x62: sound = 0x76
      default: sound = ASCII.isLower(byte) ? byte : 0
      }
      if sound == 0x66 { sound = 0x76 }
      if sound != 0, sound != previous { found.append(sound) }
      previous = sound
    }
    return found
  }
}
