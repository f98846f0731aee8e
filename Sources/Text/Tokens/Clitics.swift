import Bytes

/// Words that are written together with another word, as data.
enum Clitics {
  /// English prefixes that a hyphen does not cut off.
  static let prefixes = ShortWordSet(
    """
    e non mid pre anti re co post over multi pro ex semi sub cross neo micro intra un arch counter
    inter trans ultra under extra super hyper mini mega meta proto pseudo quasi bi tri uni de dis mis
    """)

  /// Words that keep their apostrophe inside.
  static let wholeWords = ShortWordSet(
    "aujourd'hui quelqu'un l'on o'clock ma'am y'all c'mon ne'er e'er o'er")

  private static let frenchPronouns = ShortWordSet(
    "il elle on ils elles je tu nous vous ce t le la les lui leur moi toi y en")

  /// Whether a French pronoun follows the hyphen at `i`, to the end of the word or the next hyphen.
  static func isFrench(_ text: borrowing Span<UInt8>, after i: Int, _ end: Int) -> Bool {
    var k = i + 1
    while k < end, ASCII.isLetter(text[k]), k - i <= 8 { k += 1 }
    guard k == end || text[k] < 0x80 && !ASCII.isAlphanumeric(text[k]) else { return false }
    guard frenchPronouns.contains(ShortWord(normalFormOf: text, (i + 1)..<k)) else { return false }
    // "Castille-et-León", "Fontenay-le-Comte": only "-t-il" goes on after a pronoun.
    return k == end || text[k] != 0x2D || k == i + 2 && text[i + 1] | 0x20 == 0x74
  }

  /// The end of the letters and inner hyphens from `start` on.
  static func end(_ text: borrowing Span<UInt8>, _ start: Int, _ end: Int) -> Int {
    var i = start
    while i < end, ASCII.isLetter(text[i]) || text[i] == 0x2D { i += 1 }
    return i
  }
}
