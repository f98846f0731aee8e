/// Names of months in the languages whose dates are read.
enum MonthNames {
  /// The month (1–12) of a name or abbreviation in small letters, or nil.
  static func month(_ word: String) -> Int? { table[word] }

  /// Words that stand inside a date.
  static let fillers: Set<String> = [
    "de", "of", "del", "den", "the", "年", "月", "日", "년", "월", "일", "di", "le", "st", "a", "t",
    "der",
  ]

  private static let table: [String: Int] = {
    var table: [String: Int] = [:]
    for (index, line) in text.split(separator: "\n").enumerated() {
      for word in line.split(separator: " ") { table[String(word)] = index + 1 }
    }
    return table
  }()

  private static let text = """
    january jan januar jänner janvier janv enero ene gennaio gen janeiro januari
    february feb februar février févr fév febrero febbraio febb fevereiro fev februari
    march mar märz mrz mars marzo março maart mrt
    april apr avril avr abril abr aprile
    may mai mayo maggio mag maio mei
    june jun juni juin junio giugno giu junho
    july jul juli juillet juil julio luglio lug julho
    august aug août agosto ago augustus aout
    september sep sept septembre septiembre settembre set setembro
    october oct oktober okt octobre octubre ottobre ott outubro out
    november nov novembre noviembre novembro
    december dec dezember dez décembre déc diciembre dic dicembre dezembro
    """
}
