/// Word lists by which facts are found, in normal form.
enum FactWords {
  static let months: [String: Int] = numbered(
    """
    january|jan february|feb march|mar april|apr may june|jun july|jul august|aug \
    september|sept|sep october|oct november|nov december|dec
    """)
  static let weekdays: [String: Int] = numbered(
    "monday|mon tuesday|tue wednesday|wed thursday|thu friday|fri saturday|sat sunday|sun")
  static let units: [String: Int] = numbered(
    """
    one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen \
    sixteen seventeen eighteen nineteen
    """)
  static let tens: [String: Int] = numbered(
    "ten- twenty thirty forty fifty sixty seventy eighty ninety")
  static let scales: [String: Int] = [
    "hundred": 2, "thousand": 3, "million": 6, "billion": 9, "trillion": 12, "bn": 9, "m": 6,
    "mn": 6, "mln": 6, "bln": 9, "trln": 12, "tn": 12, "k": 3, "crore": 7, "lakh": 5,
  ]
  static let fractions: [String: String] = [
    "half": "0.5", "third": "1/3", "thirds": "1/3", "quarter": "0.25", "quarters": "0.25",
  ]
  static let currencies: [String: String] = [
    "dollar": "$", "dollars": "$", "euro": "€", "euros": "€", "pound": "£", "pounds": "£",
    "yen": "¥", "yuan": "yuan", "renminbi": "yuan", "rupee": "₹", "rupees": "₹", "rand": "R",
    "naira": "₦", "peso": "peso", "pesos": "peso", "real": "R$", "reais": "R$", "won": "₩",
    "franc": "franc", "francs": "franc", "ruble": "₽", "rubles": "₽", "roubles": "₽",
    "rouble": "₽", "shekels": "₪", "shekel": "₪", "cents": "cent", "cent": "cent",
    "shillings": "shilling", "krona": "krona", "kroner": "krone", "lira": "lira",
    "usd": "$", "eur": "€", "gbp": "£", "nis": "₪", "ringgit": "ringgit", "baht": "baht",
    "rupiah": "rupiah", "dirhams": "dirham", "riyals": "riyal", "taka": "taka",
  ]
  static let connectors = set("of de du da do dos del la le van von der den bin al el ibn y e &")
  static let titles = set(
    """
    mr mrs ms dr prof professor president minister prime secretary senator chancellor king queen \
    prince governor mayor general colonel captain sir lady lord chief ambassador judge justice
    """)
  /// Words that begin a sentence with a capital and are no name.
  static let openers = set(
    """
    according critics experts officials meanwhile today yesterday tomorrow despite although while \
    moreover however furthermore additionally instead rather yet still perhaps indeed finally \
    overall similarly consequently meanwhile ultimately recently currently given
    """)
  /// Modal and hedging words by group and by strength within it; one strength is one fact.
  static let modals: [String: (group: String, strength: String)] = {
    var found: [String: (group: String, strength: String)] = [:]
    for line in modalTable.split(separator: "\n") {
      let words = line.split(separator: " ").map(String.init)
      guard words.count > 1 else { continue }
      for word in words[1...] { found[word] = (words[0], words[1]) }
    }
    return found
  }()
  /// Group, then the words of one strength.
  private static let modalTable = """
    modal will 'll shall
    modal would
    modal may might could can possibly perhaps potentially
    modal must need needs
    modal should ought
    hedge likely probably presumably
    hedge unlikely
    hedge reportedly allegedly purportedly supposedly
    hedge apparently seemingly appears appear seems seem suggests
    hedge arguably
    hedge certainly definitely clearly undoubtedly surely inevitably
    quantity all every entirely
    quantity most mostly largely
    quantity many
    quantity some several few partly
    quantity always
    quantity often usually
    quantity sometimes
    quantity rarely seldom
    quantity nearly almost approximately
    quantity only
    """
  /// Verbs that a denial stands after.
  static let auxiliaries = set(
    """
    is are was were be been am do does did has have had will would can could may might must \
    should shall ca wo
    """)
  static let negations = set(
    "not n't no never nobody none nothing neither nor cannot without")
  /// Verbs and phrases of saying.
  static let sayings: [String: String] = grouped([
    "say":
      """
    said says say saying told tells tell added adds noted notes stated states explained \
    explains remarked emphasized emphasizes emphasize highlight highlights highlighted observes
      observed describes described writes recalls recalled announced announces reported reports wrote writes
    """,
    "claim":
      """
    claimed claims claim argued argues argue alleged alleges insisted insists insist asserted \
    asserts warned warns warn cautioned cautions contends contend maintains suggest suggests suggested estimated estimates believes believed
    """,
    "deny": "denied denies deny rejected rejects disputed disputes refused",
    "admit": "admitted admits acknowledged acknowledges conceded concedes confirmed confirms",
  ])

  static func set(_ text: String) -> Set<String> {
    Set(text.split(separator: " ").map(String.init))
  }

  private static func numbered(_ text: String) -> [String: Int] {
    var found: [String: Int] = [:]
    for (k, names) in text.split(separator: " ").enumerated() {
      for name in names.split(separator: "|") { found[String(name)] = k + 1 }
    }
    return found
  }

  private static func grouped(_ lists: [String: String]) -> [String: String] {
    var found: [String: String] = [:]
    for (group, text) in lists { for word in set(text) { found[word] = group } }
    return found
  }
}

extension FactWords {
  static let seasons = set(
    """
    year month week quarter decade century summer winter spring autumn january february march \
    april may june july august september october november december monday tuesday wednesday \
    thursday friday saturday sunday
    """)
  static let currencyMarks = set("$ € £ ¥ ₹ ₦ ₩ ₽ ₪ us$ a$ c$ nz$ r$ hk$ s$ r rs ksh chf")
}
