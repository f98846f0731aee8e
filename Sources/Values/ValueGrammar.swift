import Bytes
import Model

/// Reads the values in a list of words.
///
/// Every rule looks a bounded number of words ahead, so that the whole is linear.
struct ValueGrammar {
  let words: [ValueWord]
  let reference: Day?
  private(set) var found: [FoundValue] = []

  init(words: [ValueWord], reference: Day?) {
    self.words = words
    self.reference = reference
  }

  /// A reading of the words up to `end`.
  struct Reading<Content> {
    var end: Int
    var content: Content
  }

  /// A number: coefficient and power of ten.
  struct Amount {
    var coefficient: Int64
    var exponent: Int
    /// Whether it is one word or figure that a reader may take for something else.
    var isWeak = false

    var decimal: Decimal { Decimal(coefficient: coefficient, exponent: exponent) }
  }

  /// Fills `found`.
  mutating func run(_ text: borrowing Span<UInt8>) {
    var i = 0
    while i < words.count {
      if let date = date(at: i) {
        add(i, date.end, .date(date.content))
        i = date.end
      } else if let money = money(at: i) {
        add(i, money.end, .money(money.content.0.decimal, currency: money.content.1))
        i = money.end
      } else if let number = number(at: i) {
        if let share = percent(after: number, from: i) {
          add(i, share.end, .percent(share.content.decimal))
          i = share.end
        } else if isPlainNumber(text, i, number) {
          let unit = unit(text, number.end)
          add(i, number.end, .number(number.content.decimal, unit: unit))
          i = number.end
        } else {
          i = max(i + 1, number.end)
        }
      } else {
        i += 1
      }
    }
  }

  private mutating func add(_ first: Int, _ end: Int, _ value: Value) {
    guard first < end, end <= words.count else { return }
    found.append(
      FoundValue(utf8: Int(words[first].start)..<Int(words[end - 1].end), value: value))
  }

  // MARK: Words

  /// The class of the word at `i`; `other` outside the text.
  func kind(_ i: Int) -> WordClass { i >= 0 && i < words.count ? words[i].kind : .other }

  /// The value of the word at `i`; 0 outside the text.
  func value(_ i: Int) -> Int { i >= 0 && i < words.count ? Int(words[i].value) : 0 }

  /// Whether the word at `i` follows without white space.
  func isJoined(_ i: Int) -> Bool { i > 0 && i < words.count && !words[i].isSpaced }

  /// Whether the word at `i` has a capital.
  func isCapital(_ i: Int) -> Bool { i >= 0 && i < words.count && words[i].isCapital }

  /// Whether the word at `i` is one of letters.
  func isWord(_ i: Int) -> Bool { i >= 0 && i < words.count && words[i].isWord }

  /// Whether a hyphen or dash joins the words at `i - 1` and `i + 1`.
  func isHyphen(_ i: Int) -> Bool {
    kind(i) == .hyphen && isJoined(i) && isJoined(i + 1)
  }

  /// Bytes of the word at `i`.
  func length(_ i: Int) -> Int {
    i >= 0 && i < words.count ? Int(words[i].end - words[i].start) : 0
  }

  // MARK: Plain numbers

  /// Whether the number stands for itself and is not part of a name, a version or a time.
  private func isPlainNumber(
    _ text: borrowing Span<UInt8>, _ i: Int, _ number: Reading<Amount>
  ) -> Bool {
    let next = number.end
    if kind(i) == .digits {
      // "COVID-19", "F-16", "A4", "v2".
      if i > 0, isJoined(i), isWord(i - 1) { return false }
      if i > 1, kind(i - 1) == .hyphen, isJoined(i), isJoined(i - 1), isWord(i - 2) {
        return false
      }
      // "9/11", "10:30", "1.2.3": what they state is no count.
      if isJoined(i), isFigureJoined(i - 1, i - 2) { return false }
      if isJoined(next + 1), isFigureJoined(next, next + 1) { return false }
      // "7th", "3D", "5G": figures with letters that are no scale.
      if isJoined(next), isWord(next), kind(next) == .suffix || length(next) == 1 { return false }
    } else if i > 0, isHyphen(i - 1) {
      return false
    }
    if number.content.isWeak {
      // "one" as a pronoun, "a third party".
      if kind(i) == .unit, i > 0, words[i].isSpaced, Self.beforePronoun.contains(name(text, i - 1))
      {
        return false
      }
      switch kind(next) {
      case .other:
        return isWord(next) && !isCapital(next) && !Self.afterPronoun.contains(name(text, next))
      case .period, .hundred, .scale: return true
      default: return false
      }
    }
    return true
  }

  /// Whether `mark`, a colon, slash or full stop, joins a figure at `other` to its neighbour.
  private func isFigureJoined(_ mark: Int, _ other: Int) -> Bool {
    (kind(mark) == .slash || kind(mark) == .colon || kind(mark) == .stop) && isJoined(mark)
      && kind(other) == .digits
      && isJoined(max(mark, other))
  }

  /// The word after a number as its unit, in small letters; empty where there is none.
  private func unit(_ text: borrowing Span<UInt8>, _ next: Int) -> String {
    guard next < words.count, words[next].isWord, !words[next].startsLine,
      kind(next) == .other || kind(next) == .period, length(next) <= 20
    else { return "" }
    let name = name(text, next)
    return Self.noUnits.contains(name) ? "" : name
  }

  /// The word at `i` in small letters; empty for a long one.
  private func name(_ text: borrowing Span<UInt8>, _ i: Int) -> String {
    guard length(i) <= 20 else { return "" }
    var bytes: [UInt8] = []
    for k in Int(words[i].start)..<Int(words[i].end) { bytes.append(ASCII.lowercased(text[k])) }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static let afterPronoun: Set<String> = [
    "should", "must", "could", "might", "would", "will", "can", "may", "has", "had", "is", "was",
    "does", "did", "it",
  ]

  private static let beforePronoun: Set<String> = ["no", "any", "every", "each", "some", "which"]

  private static let noUnits: Set<String> = [
    "or", "more", "less", "for", "with", "as", "at", "that", "who", "which", "is", "are", "was",
    "were", "have", "had", "has", "will", "would", "than", "but", "if", "so", "it", "he", "she",
    "they", "we", "not", "when", "while", "out", "up", "down", "off", "into", "per", "may", "can",
    "should", "must", "could", "might", "does", "did", "do",
  ]
}
