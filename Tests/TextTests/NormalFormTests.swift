import Foundation
import TestSupport
import Testing
import Text

struct NormalFormTests {
  private static let folder = "/usr/share/unicode/"
  private static var isInstalled: Bool {
    FileManager.default.fileExists(atPath: folder + "CaseFolding.txt")
  }

  /// The fields of the lines of a file of the Unicode standard.
  private func rows(_ name: String) throws -> [[String]] {
    try String(contentsOfFile: Self.folder + name, encoding: .utf8).split(separator: "\n")
      .compactMap { line in
        let text = line.prefix { $0 != "#" }
        guard !text.allSatisfy(\.isWhitespace) else { return nil }
        return text.split(separator: ";", omittingEmptySubsequences: false).map {
          $0.trimmingCharacters(in: .whitespaces)
        }
      }
  }

  private func string(_ scalars: String) -> String {
    var text = ""
    for part in scalars.split(separator: " ") {
      if let value = UInt32(part, radix: 16), let scalar = Unicode.Scalar(value) {
        text.unicodeScalars.append(scalar)
      }
    }
    return text
  }

  private func scalars(_ text: String) -> [UInt32] { text.unicodeScalars.map(\.value) }

  @Test(arguments: [
    ("ﬁnal ﬂow eﬀort oﬃce", "final flow effort office"), ("ＡＢＣ１２３！", "abc123!"),
    ("ｶﾞｿﾘﾝ", "ガソリン"), ("ΟΔΟΣ", "οδοσ"), ("Οδος", "οδοσ"), ("STRAẞE", "straße"),
    ("“Don’t” – ‹he›", "\"don't\" - 'he'"), ("co\u{AD}op\u{200D} \u{2067}a\u{2069}", "coop a"),
    ("İstanbul", "i\u{307}stanbul"), ("ǆ Ǆ ǅ", "dž dž dž"), ("m²", "m²"),
  ])
  func `ways to write the same are the same`(text: String, form: String) {
    #expect(scalars(normalForm(text)) == scalars(form))
  }

  @Test(arguments: ["Cafe\u{301}", "か\u{3099}", "\u{1112}\u{1161}\u{11AB}", "Vie\u{323}\u{302}t"])
  func `a letter and its mark are one letter`(text: String) {
    let composed = text.precomposedStringWithCanonicalMapping
    #expect(scalars(text) != scalars(composed))
    #expect(scalars(normalForm(text)) == scalars(normalForm(composed)))
  }

  @Test(.enabled(if: isInstalled, "needs Debian's package unicode-data"))
  func `case is folded as the standard's simple folding has it`() throws {
    // Digraphs and full-width letters are spelled out besides, and a mark, U+0345, stays a mark.
    var count = 0
    for row in try rows("CaseFolding.txt") where row[1] == "C" || row[1] == "S" {
      let from = string(row[0])
      if normalForm(from).unicodeScalars.count > 1 || row[0].hasPrefix("FF") || row[0] == "0345" {
        continue
      }
      count += 1
      #expect(scalars(normalForm(from)) == scalars(string(row[2])), "U+\(row[0])")
    }
    #expect(count > 1_350)
  }

  @Test(.enabled(if: isInstalled, "needs Debian's package unicode-data"))
  func `letters made of a letter and a mark, ligatures and widths follow the standard`() throws {
    var (composed, spelled) = (0, 0)
    for row in try rows("UnicodeData.txt") where !row[5].isEmpty {
      guard let value = UInt32(row[0], radix: 16), value < 0x10000 else { continue }
      let letter = string(row[0])
      if row[5].hasPrefix("<wide>") || row[5].hasPrefix("<narrow>") && value < 0xFFA0
        || row[5].hasPrefix("<compat>") && value >= 0xFB00 && value <= 0xFB17
      {
        guard value != 0x3000, value != 0xFF9E, value != 0xFF9F else { continue }
        spelled += 1
        let target = row[5].split(separator: " ").dropFirst().joined(separator: " ")
        #expect(scalars(normalForm(letter)) == scalars(normalForm(string(target))), "U+\(row[0])")
      } else if !row[5].hasPrefix("<"), row[5].contains(" "),
        let mark = UInt32(row[5].suffix(4), radix: 16), mark >= 0x300, mark < 0x370,
        letter.precomposedStringWithCanonicalMapping.unicodeScalars.count == 1
      {
        composed += 1
        let parts = letter.decomposedStringWithCanonicalMapping
        #expect(scalars(normalForm(letter)) == scalars(normalForm(parts)), "U+\(row[0])")
      }
    }
    #expect(composed > 800)
    #expect(spelled > 150)
  }

  @Test(arguments: 0..<100 as Range<UInt64>)
  func `a normal form is its own normal form`(seed: UInt64) {
    var random = SplitMix64(state: seed)
    var text = ""
    for _ in 0..<40 {
      text.unicodeScalars.append(UAX29Tests.alphabet.randomElement(using: &random) ?? " ")
      if let scalar = Unicode.Scalar(UInt32.random(in: 0x80...0xFFFF, using: &random)) {
        text.unicodeScalars.append(scalar)
      }
    }
    let form = normalForm(text)
    #expect(scalars(normalForm(form)) == scalars(form))
    let plain = unaccentedForm(text)
    #expect(scalars(unaccentedForm(plain)) == scalars(plain))
  }

  @Test(arguments: [
    ("Erdoğan", "erdogan"), ("Łódź", "lodz"), ("Straße", "strasse"), ("Ærø", "aero"),
    ("İstanbul", "istanbul"), ("Diyarbakır", "diyarbakir"), ("Nguyễn", "nguyen"),
    ("Zoe\u{308}", "zoe"), ("Αθήνα", "αθηνα"), ("ёлка", "елка"), ("мой", "мой"), ("が", "が"),
    ("한국", "한국"), ("हिन्दी", "हिन्दी"),
  ])
  func `accents are left out where they are no letters of their own`(text: String, form: String) {
    #expect(scalars(unaccentedForm(text)) == scalars(form))
  }
}
