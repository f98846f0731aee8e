import Bytes

/// The classes of words that the grammar of values knows.
enum WordClass: UInt8 {
  case other, digits, unit, teen, tens, hundred, scale, article, half, quarter, ordinal
  case fraction, dozen, and, month, weekday, season, today, period, modifier, the, of, to
  case percent, point, basis, currencySign, currencyName, currencyCode, cent, edge, ago, later
  case fiscal, hyphen, dash, stop, comma, slash, place, dayPart, holiday, suffix, glyph
  case plural, preposition, once, quote, year, nation, few, decadeName, dateSign, colon
}

/// What the word list says of one word.
struct WordEntry {
  var kind: WordClass
  var value: Int
}

/// The word list of the grammar: English words of numbers, money and the calendar, and the names of
/// months in other languages.
///
/// A month's value is its number and a hundred times what it takes to be read as a month: 0 a capital,
/// 1 a capital and words around it, 2 a short form with a day or year, 3 a day or year, 4 the same in
/// small letters, 5 the same with "de" before it or after it.
enum ValueWords {
  /// Entries by the hash of the word in small letters.
  static let table = WordTable(source)

  /// ISO 4217 codes; entries refer to them by index.
  static let currencies: [String] =
    """
    USD EUR GBP JPY CNY KRW INR CHF AUD CAD NZD HKD SGD TWD RUB UAH PLN SEK NOK DKK TRY BRL MXN ARS
    CLP COP PEN ZAR NGN KES GHS EGP MAD ILS SAR AED QAR THB MYR IDR PHP VND PKR BDT LKR NPR CZK HUF
    RON BGN ALL RSD MMK KZT IQD IRR KWD XOF ETB ZMW TZS UGX ISK
    """.split(whereSeparator: \.isWhitespace).map(String.init)

  private static let source = """
    unit:0 zero|unit:1 one|unit:2 two|unit:3 three|unit:4 four|unit:5 five|unit:6 six|unit:7 seven
    unit:8 eight|unit:9 nine|teen:10 ten|teen:11 eleven|teen:12 twelve|teen:13 thirteen
    teen:14 fourteen|teen:15 fifteen|teen:16 sixteen|teen:17 seventeen|teen:18 eighteen
    teen:19 nineteen|tens:20 twenty|tens:30 thirty|tens:40 forty|tens:50 fifty|tens:60 sixty
    tens:70 seventy|tens:80 eighty|tens:90 ninety|hundred:2 hundred|scale:3 thousand k
    scale:6 million m mn mln|scale:9 billion bn b bln|scale:12 trillion tn trn tln trln|scale:5 lakh|scale:7 crore
    plural:2 hundreds|plural:3 thousands|plural:6 millions|plural:9 billions|plural:12 trillions
    plural:1 tens|plural:12 dozens|dozen:12 dozen|half:2 half|quarter:4 quarter|article:1 a an
    fraction:2 halves|fraction:3 thirds|fraction:4 quarters fourths|fraction:5 fifths
    fraction:6 sixths|fraction:7 sevenths|fraction:8 eighths|fraction:9 ninths|fraction:10 tenths
    fraction:100 hundredths|ordinal:1 first|ordinal:2 second|ordinal:3 third|ordinal:4 fourth
    ordinal:5 fifth|ordinal:6 sixth|ordinal:7 seventh|ordinal:8 eighth|ordinal:9 ninth
    ordinal:10 tenth|ordinal:11 eleventh|ordinal:12 twelfth|ordinal:18 eighteenth
    ordinal:19 nineteenth|ordinal:20 twentieth|ordinal:0 final|ordinal:-1 latter|and:0 and
    month:1 january|month:2 february|month:103 march|month:4 april|month:105 may|month:6 june
    month:7 july|month:108 august|month:9 september|month:10 october|month:11 november
    month:12 december|month:201 jan|month:202 feb|month:203 mar|month:204 apr|month:206 jun
    month:207 jul|month:208 aug|month:209 sept sep|month:210 oct|month:211 nov|month:212 dec
    weekday:1 monday|weekday:2 tuesday|weekday:3 wednesday|weekday:4 thursday|weekday:5 friday
    weekday:6 saturday|weekday:7 sunday|season:1 spring|season:2 summer|season:3 autumn
    season:13 fall|season:4 winter|today:0 today tonight|today:-1 yesterday|today:1 tomorrow
    period:1 day days|period:2 week weeks|period:3 month months|period:5 year years
    period:6 decade decades|period:7 century centuries|period:8 season seasons|period:9 weekend
    period:10 weekends|period:4 quarters|year:0 fy
    modifier:-1 last past previous preceding recent|modifier:1 next coming following|modifier:0 this
    modifier:5 that those these|modifier:6 same|the:0 the|of:0 of|of:1 de del|to:0 to through until
    percent:0 percent pct|percent:1 per|percent:2 cent|point:0 point points|basis:0 basis
    place:0 end|place:1 start beginning|place:2 middle height eve|edge:0 early|edge:1 mid
    edge:2 late|ago:0 ago|later:1 later after|later:-1 earlier before|fiscal:0 fiscal
    dayPart:0 morning afternoon evening night|suffix:0 st nd rd th er|once:2 twice|once:1 once
    holiday:1225 christmas|holiday:0 easter ramadan diwali thanksgiving|holiday:101 new
    preposition:0 in on by since from during till between around circa before after
    preposition:1 about some nearly almost over under roughly
    currencyName:0 dollar dollars|currencyName:1 euro euros|currencyName:2 pound pounds sterling
    currencyName:3 yen|currencyName:4 yuan renminbi|currencyName:5 won|currencyName:6 rupee rupees
    currencyName:7 franc francs|currencyName:14 rouble roubles ruble rubles|currencyName:15 hryvnia
    currencyName:16 zloty zlotys|currencyName:17 krona kronor|currencyName:18 krone kroner
    currencyName:20 lira liras|currencyName:21 reais|currencyName:22 peso pesos
    currencyName:26 sol soles|currencyName:27 rand|currencyName:28 naira|currencyName:29 shilling
    currencyName:29 shillings|currencyName:30 cedi cedis|currencyName:32 dirham dirhams
    currencyName:33 shekel shekels|currencyName:34 riyal riyals|currencyName:37 baht
    currencyName:38 ringgit|currencyName:39 rupiah|currencyName:41 dong|currencyName:43 taka
    currencyName:46 koruna korunas|currencyName:47 forint forints|currencyName:48 leu lei
    currencyName:49 lev leva|currencyName:50 lek leks|currencyName:51 dinar dinars
    currencyName:52 kyat kyats|currencyName:53 tenge|currencyName:55 rial rials
    currencyName:58 birr|currencyName:59 kwacha|cent:0 cents|cent:38 sen|cent:2 pence p
    currencyCode:6 rs|currencyCode:33 nis|currencyCode:43 tk|currencyCode:38 rm|currencyCode:57 cfa|currencyCode:27 r
    currencyCode:59 k|suffix:9 s|basis:1 percentage|quarter:9 q|quarter:8 h|nation:7 swiss
    nation:9 canadian|nation:8 australian|nation:31 egyptian|nation:0 american us u|nation:57 cfa
    nation:10 zealand|nation:11 kong|nation:12 singapore|nation:13 taiwan|nation:23 argentine
    nation:24 chilean|nation:25 colombian|nation:40 philippine|nation:42 pakistani
    nation:45 nepalese nepali|nation:44 lankan|nation:39 indonesian|nation:54 iraqi
    nation:55 iranian|nation:56 kuwaiti|nation:29 kenyan|nation:60 tanzanian|nation:61 ugandan
    nation:17 swedish|nation:18 norwegian|nation:19 danish|nation:62 icelandic
    few:0 few several couple many|decadeName:1920 twenties|decadeName:1930 thirties
    decadeName:1940 forties|decadeName:1950 fifties|decadeName:1960 sixties
    decadeName:1970 seventies|decadeName:1980 eighties|decadeName:1990 nineties
    month:301 januar januari jänner janvier gennaio stycznia января
    month:302 februar februari février febbraio lutego февраля
    month:303 märz maart março марта|month:304 avril aprile kwietnia апреля
    month:305 mai maggio maio мая|month:306 juni juin giugno czerwca июня
    month:307 juli juillet luglio lipca июля|month:308 août augustus augusti sierpnia августа
    month:309 septembre settembre września сентября|month:310 oktober ottobre października октября
    month:311 novembre listopada ноября|month:312 dezember décembre dicembre desember grudnia декабря
    month:403 mars marzo marca marts|month:404 kwietniem|month:405 mei maj maja|month:408 agosto
    month:410 octobre|month:501 enero janeiro|month:502 febrero fevereiro|month:504 abril
    month:505 mayo|month:506 junio junho|month:507 julio julho|month:509 septiembre setembro setiembre
    month:510 octubre outubro|month:511 noviembre novembro|month:512 diciembre dezembro
    """
}

/// Words with their entries, found by hash.
struct WordTable: Sendable {
  private var slots: [(hash: UInt64, entry: WordEntry)]
  private let mask: Int
  /// The longest word, in bytes.
  let longest: Int

  /// A table of lines such as `unit:1 one|unit:2 two`; what cannot be read is left out.
  init(_ source: String) {
    slots = Array(repeating: (0, WordEntry(kind: .other, value: 0)), count: 1024)
    mask = 1023
    var longest = 0
    let bytes = source.utf8Span.span
    var head: (kind: WordClass, value: Int)?
    var at = 0
    while at < bytes.count {
      let start = at
      while at < bytes.count, !WordTable.isSeparator(bytes[at]) { at += 1 }
      let word = start..<at
      let isItem = start == 0 || bytes[start - 1] != WordTable.space
      at += 1
      if isItem {
        head = WordTable.head(bytes, word)
        continue
      }
      guard let head, !word.isEmpty else { continue }
      let hash = stableHash(bytes, in: word) | 1
      var slot = Int(truncatingIfNeeded: hash >> 8) & mask
      while slots[slot].hash != 0 && slots[slot].hash != hash { slot = (slot + 1) & mask }
      // The first entry of a word counts: "k" and "cent" stand in two lists.
      if slots[slot].hash == 0 {
        slots[slot] = (hash, WordEntry(kind: head.kind, value: head.value))
      }
      longest = max(longest, word.count)
    }
    self.longest = longest
  }

  /// The entry of the word whose bytes in small letters hash to `hash`.
  func entry(_ hash: UInt64) -> WordEntry? {
    let key = hash | 1
    var slot = Int(truncatingIfNeeded: key >> 8) & mask
    while slots[slot].hash != 0 {
      if slots[slot].hash == key { return slots[slot].entry }
      slot = (slot + 1) & mask
    }
    return nil
  }

  private static let space = UInt8(ascii: " ")

  private static func isSeparator(_ byte: UInt8) -> Bool {
    byte == space || byte == UInt8(ascii: "|") || byte == UInt8(ascii: "\n")
  }

  /// The class and value of an item that begins with "unit:1".
  private static func head(
    _ bytes: borrowing Span<UInt8>, _ word: Range<Int>
  ) -> (kind: WordClass, value: Int)? {
    guard let colon = word.first(where: { bytes[$0] == UInt8(ascii: ":") }) else { return nil }
    var name: [UInt8] = []
    name.append(bytes, word.lowerBound..<colon)
    var number: [UInt8] = []
    number.append(bytes, (colon + 1)..<word.upperBound)
    guard let kind = kinds[String(decoding: name, as: UTF8.self)],
      let value = Int(String(decoding: number, as: UTF8.self))
    else { return nil }
    return (kind, value)
  }

  private static let kinds: [String: WordClass] = [
    "unit": .unit, "teen": .teen, "tens": .tens, "hundred": .hundred, "scale": .scale,
    "plural": .plural, "dozen": .dozen, "half": .half, "quarter": .quarter, "article": .article,
    "fraction": .fraction, "ordinal": .ordinal, "and": .and, "month": .month,
    "weekday": .weekday, "season": .season, "today": .today, "period": .period, "year": .year,
    "modifier": .modifier, "the": .the, "of": .of, "to": .to, "percent": .percent,
    "point": .point, "basis": .basis, "place": .place, "edge": .edge, "ago": .ago,
    "later": .later, "fiscal": .fiscal, "dayPart": .dayPart, "suffix": .suffix, "once": .once,
    "holiday": .holiday, "preposition": .preposition, "currencyName": .currencyName,
    "currencyCode": .currencyCode, "cent": .cent, "nation": .nation, "few": .few,
    "decadeName": .decadeName,
  ]
}
