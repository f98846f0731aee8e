/// Names of months in the languages whose dates are read.
enum MonthNames {
  /// The month (1–12) of a name or abbreviation in small letters, or nil.
  static func month(_ word: String) -> Int? { table[word] }

  /// Words that stand inside a date.
  static let fillers: Set<String> = [
    "de", "of", "del", "den", "the", "年", "月", "日", "년", "월", "일", "di", "le", "a", "t", "der",
    // The endings of ordinal numbers: 1st, 1er, 1º, 1ste.
    "st", "nd", "rd", "th", "er", "º", "°", "ª", "ste", "e",
  ]

  /// Names of eras with the year before their first one.
  static let eras = [
    ("令和", 2018), ("平成", 1988), ("昭和", 1925), ("民國", 1911), ("民国", 1911),
  ]

  private static let table: [String: Int] = {
    var table: [String: Int] = [:]
    for (index, line) in text.split(separator: "\n").enumerated() {
      for word in line.split(separator: " ") { table[String(word)] = index + 1 }
    }
    return table
  }()

  private static let text = """
    january jan januar jänner janvier janv enero ene gennaio gen janeiro januari \
    января январь янв stycznia styczeń ocak ledna leden januára січня tammikuuta يناير
    february feb februar février févr fév febrero febbraio febb fevereiro fev februari \
    февраля февраль фев lutego luty şubat února únor februára лютого helmikuuta فبراير
    march mar märz mrz mars marzo março maart mrt \
    марта март marca marzec mart března březen березня maaliskuuta marts mär مارس
    april apr avril avr abril abr aprile \
    апреля апрель апр kwietnia kwiecień nisan dubna duben apríla квітня huhtikuuta أبريل ابريل
    may mai mayo maggio mag maio mei \
    мая май maja maj mayıs května květen máj травня toukokuuta مايو
    june jun juni juin junio giugno giu junho \
    июня июнь czerwca czerwiec haziran června červen júna червня kesäkuuta يونيو يونيه
    july jul juli juillet juil julio luglio lug julho \
    июля июль lipca lipiec temmuz července červenec júla липня heinäkuuta juill يوليو يوليه
    august aug août agosto ago augustus aout \
    августа август авг sierpnia sierpień ağustos srpna srpen серпня augusti elokuuta أغسطس اغسطس
    september sep sept septembre septiembre settembre set setembro \
    сентября сентябрь сен września wrzesień eylül září вересня syyskuuta سبتمبر
    october oct oktober okt octobre octubre ottobre ott outubro out \
    октября октябрь окт października październik ekim října říjen жовтня lokakuuta أكتوبر اكتوبر
    november nov novembre noviembre novembro \
    ноября ноябрь ноя listopada listopad kasım листопада marraskuuta نوفمبر
    december dec dezember dez décembre déc diciembre dic dicembre dezembro \
    декабря декабрь дек grudnia grudzień aralık prosince prosinec грудня joulukuuta desember ديسمبر
    """
}
