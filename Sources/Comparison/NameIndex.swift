import Model

/// Says whether two names mean the same, and whether a side has a name at all.
struct NameIndex {
  private var wordsA: [String: Int] = [:]
  private var wordsB: [String: Int] = [:]
  private var initialsA: Set<String> = []
  private var initialsB: Set<String> = []

  init(_ itemsA: [FactItem], _ itemsB: [FactItem]) {
    for item in itemsA where item.type == .name {
      for word in item.words { wordsA[word, default: 0] += 1 }
      if item.words.count > 1 { initialsA.insert(Self.initials(item.words)) }
    }
    for item in itemsB where item.type == .name {
      for word in item.words { wordsB[word, default: 0] += 1 }
      if item.words.count > 1 { initialsB.insert(Self.initials(item.words)) }
    }
  }

  func isInA(_ item: FactItem) -> Bool { isIn(item, wordsA, initialsA) }
  func isInB(_ item: FactItem) -> Bool { isIn(item, wordsB, initialsB) }

  private func isIn(_ item: FactItem, _ words: [String: Int], _ initials: Set<String>) -> Bool {
    if item.words.count == 1, initials.contains(item.words[0]) { return true }
    // The last word of a name is what it is called by later on.
    guard let last = item.words.last, let first = item.words.first else { return true }
    if item.words.count > 1, words[Self.initials(item.words)] != nil { return true }
    let held = item.words.count { words[$0] != nil }
    return held == item.words.count
      || (item.words.count > 1 && words[last] != nil && held * 2 >= item.words.count)
      || (item.words.count == 2 && words[last] != nil) || (first == last && words[first] != nil)
  }

  /// The shorter name's words are all in the longer one, or one is the other's initials.
  ///
  /// A loose comparison takes spellings that differ in some letters for one name.
  func agree(_ x: FactItem, _ y: FactItem, isLoose: Bool) -> Bool {
    let (short, long) = x.words.count <= y.words.count ? (x.words, y.words) : (y.words, x.words)
    if short.allSatisfy({ word in
      long.contains { Self.alike(word, $0) || (isLoose && Self.isSpelling(word, $0)) }
    }) {
      return true
    }
    if let last = short.last, last == long.last, short.count == 1 || long.count == 2 {
      return short[0].utf8.first == long[0].utf8.first
    }
    return short.count == 1 && long.count > 1 && Self.initials(long) == short[0]
  }

  private static func initials(_ words: [String]) -> String {
    String(words.compactMap(\.unicodeScalars.first).map(Character.init))
  }

  /// Equal, or one with an ending of the other's (Japan, Japanese).
  private static func alike(_ x: String, _ y: String) -> Bool {
    if x == y { return true }
    let (short, long) = x.utf8.count <= y.utf8.count ? (x, y) : (y, x)
    guard short.utf8.count >= 4, long.utf8.count - short.utf8.count <= 3 else { return false }
    return long.hasPrefix(short)
  }

  private static func isSpelling(_ x: String, _ y: String) -> Bool {
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
}
