import Bytes

/// The commonest function words of languages that share the Latin script.
///
/// In a sentence or two they tell kindred languages apart better than letters do.
enum FunctionWords {
  /// Only texts up to this many bytes are told by their function words.
  static let longestText = 1_024

  private static let languages = ["en", "de", "fr", "es", "it", "pt", "nl", "gl", "ca"]

  /// For each word a bit for each of `languages`.
  private static let bits: [String: UInt16] = {
    var bits: [String: UInt16] = [:]
    for (index, list) in lists.enumerated() {
      for word in list.split(whereSeparator: \.isWhitespace) {
        bits[String(word), default: 0] |= 1 << UInt16(index)
      }
    }
    return bits
  }()

  /// The language that the function words of `text` speak for, given what the detector found.
  ///
  /// Nil where they do not speak clearly: fewer than two of them, fewer than one word in seven, or
  /// no lead over the language `found`, which has to be of two words where there is one.
  static func language(of text: borrowing Span<UInt8>, found: String?) -> String? {
    guard text.count <= longestText else { return nil }
    var votes = [Int](repeating: 0, count: languages.count)
    var words = 0
    var word: [UInt8] = []
    for i in 0...text.count {
      if i < text.count, text[i] >= 0x80 || ASCII.isLetter(text[i]), !isApostrophe(text, i) {
        word.append(text[i])
        continue
      }
      guard !word.isEmpty else { continue }
      words += 1
      if word.count <= 12 {
        var form: [UInt8] = []
        let span = word.span
        appendNormalForm(span, 0..<span.count, to: &form)
        let spoken = bits[String(decoding: form, as: UTF8.self)] ?? 0
        for k in votes.indices where spoken & (1 << UInt16(k)) != 0 { votes[k] += 1 }
      }
      word.removeAll(keepingCapacity: true)
    }
    let best = votes.indices.max { (votes[$0], $1) < (votes[$1], $0) } ?? 0
    guard votes[best] >= 2, votes[best] * 7 >= words else { return nil }
    let rivals = votes.indices.filter { $0 != best }.map { votes[$0] }.max() ?? 0
    guard let found, found != languages[best] else {
      return votes[best] > rivals || found == languages[best] ? languages[best] : nil
    }
    let own = languages.firstIndex(of: found).map { votes[$0] } ?? 0
    return votes[best] >= own + 2 && votes[best] > rivals ? languages[best] : nil
  }

  private static func isApostrophe(_ text: borrowing Span<UInt8>, _ i: Int) -> Bool {
    text[i] == 0xE2 || i > 0 && text[i - 1] == 0xE2 || i > 1 && text[i - 2] == 0xE2
  }

  private static let lists = [
    """
    the of and to in is was for that it with as on be at by this had not are but from or have an they
    which you were her his she he all their there been has when who will more if out so what its we i s
    """,
    """
    der die und in den von zu das mit sich des auf für ist im dem nicht ein eine als auch es an werden
    aus er hat dass sie nach wird bei einer um am sind noch wie einem über einen so zum war haben nur
    """,
    """
    de la le et les des en un du une que est pour qui dans a par plus pas au sur ne se ce il sont la l d
    qu avec son aux ses cette ou être ont sa été comme mais elle lui on leur n s c deux ces était fut
    """,
    """
    de la que el en y a los se del las un por con no una su para es al lo como más o pero sus le ha fue
    este esta son entre está cuando muy sin sobre también hasta hay donde desde todo nos durante otros
    él tras fueron era así según uno años siendo sido
    """,
    """
    di che è e la il un a per in una mi sono ho non ma lo ha le si con da i del della gli dei nel alla
    al delle come più anche dal nella stato questo sua suo dalla fu era degli cui
    """,
    """
    de a o que e do da em um para é com não uma os no se na por mais as dos como mas foi ao ele das tem à
    seu sua ou ser quando muito há nos já está eu também só pelo pela até isso ela entre era depois são
    """,
    """
    de en van ik te dat die in een hij het niet zijn is was op aan met als voor had er maar om hem dan
    zou of wat mijn men dit zo door over ze zich bij ook tot je mij uit der daar haar naar heb wordt
    """,
    """
    de a o que e do da en un para é con non unha os no se na por máis as dos como mais foi ao das ten
    seu súa ou ser cando moi hai nos xa está eu tamén só polo pola ata iso ela entre era despois son dun
    dunha nun nunha coa co cos coas polos polas aos ás
    """,
    """
    de la i el que a en un per les l els amb una del d no es és al dels va com més als ha seu seva ser
    són pel aquest aquesta però quan on fou o ho també molt entre fins sobre sense cap
    """,
  ]
}
