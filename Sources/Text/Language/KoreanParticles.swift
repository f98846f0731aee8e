/// The particles that Korean writes together with the noun before them, as data.
///
/// They are taken off one after another until none is left, so that a noun has the same stem with any
/// particles and without: "학교", "학교에서", "학교에서는", "학교들이". No dictionary says where a noun
/// really ends, so "민주주의" loses its last syllable too, but it does so in every form.
enum KoreanParticles {
  /// What the syllable before a particle has to end in.
  private enum Ending {
    case any
    case vowel
    case consonant
    /// A vowel or ㄹ.
    case vowelOrL
    /// A consonant other than ㄹ.
    case consonantButL
  }

  private struct Particle {
    let bytes: [UInt8]
    let ending: Ending
    /// The least number of scalars that have to be left.
    let fewest: Int
  }

  /// Of one syllable nearly all could also be the end of a short noun, as in "회의" or "바다가".
  private static let lists: [(String, Ending, fewest: Int)] = [
    ("을", .consonant, 1), ("를", .vowel, 1),
    ("은 이 과", .consonant, 2), ("는 가 와 랑", .vowel, 2),
    ("의 에 께 도 만 들", .any, 2), ("로", .vowelOrL, 2),
    ("에서 에게 께서 한테 까지 부터 처럼 에게서 한테서", .any, 1),
    ("보다 하고 마저 조차 밖에 만큼 마다 대로 커녕", .any, 2),
    ("로서 로써", .vowelOrL, 2), ("으로 으로서 으로써", .consonantButL, 1),
    ("이랑 이나 이라도 이든지 이라고 이라는", .consonant, 2), ("라도 든지 라고 라는", .vowel, 2),
  ]

  /// All particles, long ones first.
  private static let all: [Particle] = lists.flatMap { words, ending, fewest in
    words.split(separator: " ").map {
      Particle(bytes: Array($0.utf8), ending: ending, fewest: fewest)
    }
  }.sorted { $0.bytes.count > $1.bytes.count }

  /// The part of `word`, a normal form, before its particles; never empty.
  static func stem(_ word: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var stem = word
    while let particle = all.first(where: { ends(stem, in: $0) }) {
      stem = stem.dropLast(particle.bytes.count)
    }
    return stem
  }

  private static func ends(_ word: ArraySlice<UInt8>, in particle: Particle) -> Bool {
    guard word.count > particle.bytes.count,
      word.suffix(particle.bytes.count) == particle.bytes[...]
    else { return false }
    let rest = word.dropLast(particle.bytes.count)
    return rest.count { $0 & 0xC0 != 0x80 } >= particle.fewest
      && allows(particle.ending, after: rest)
  }

  /// Whether the last syllable of `rest` is followed by particles with that `ending`; what is no
  /// syllable, as a number or a Latin letter, may be read either way.
  private static func allows(_ ending: Ending, after rest: ArraySlice<UInt8>) -> Bool {
    guard ending != .any, let final = finalConsonant(rest) else { return true }
    switch ending {
    case .any: return true
    case .vowel: return final == 0
    case .consonant: return final != 0
    case .vowelOrL: return final == 0 || final == 8
    case .consonantButL: return final != 0 && final != 8
    }
  }

  /// The number of the final consonant of the syllable that ends `word`: 0 for none, 8 for ㄹ; nil
  /// where no Hangul syllable does.
  private static func finalConsonant(_ word: ArraySlice<UInt8>) -> Int? {
    let last = Array(word.suffix(3))
    guard last.count == 3, last[0] & 0xF0 == 0xE0 else { return nil }
    let value = Int(last[0] & 0x0F) << 12 | Int(last[1] & 0x3F) << 6 | Int(last[2] & 0x3F)
    guard value >= 0xAC00, value <= 0xD7A3 else { return nil }
    return (value - 0xAC00) % 28
  }
}
