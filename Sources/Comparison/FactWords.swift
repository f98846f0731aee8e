/// Word lists by which facts are found, in normal form.
enum FactWords {
  static let months: [String: Int] = numbered(
    """
    january|jan february|feb march|mar april|apr may june|jun july|jul august|aug \
    september|sept|sep october|oct november|nov december|dec
    """)
  static let weekdays: [String: Int] = numbered(
    "monday|mon tuesday|tue wednesday|wed thursday|thu friday|fri saturday|sat sunday|sun")
  /// Words of a date that say nothing.
  static let dateGlue = set("the a an of in on at by since and , - – to from between until")
  /// Words of a date and the words that stand for them.
  static let dateWords: [String: String] = {
    var found: [String: String] = [:]
    let table = """
      last past previous preceding|next coming upcoming following|start beginning early|end late
      middle mid|this current|several few couple|1 one|2 two|3 three|4 four|5 five|6 six|7 seven
      8 eight|9 nine|10 ten|12 twelve|20 twenty|1st first|2nd second|3rd third|4th fourth
      quarter q|week weeks|year years|month months|day days|decade decades
      """
    for line in table.split(whereSeparator: { "|\n".contains($0) }) {
      let words = line.split(separator: " ").map(String.init)
      for word in words.dropFirst() { found[word] = words[0] }
    }
    return found
  }()
  /// Units of measure in all spellings, by one of them.
  static let measures: [String: String] = {
    var found: [String: String] = [:]
    let table = """
      second seconds|minute minutes min|hour hours hr hrs|day days|week weeks|month months|year years
      decade decades|century centuries|millimetre millimetres millimeter millimeters mm
      centimetre centimetres centimeter centimeters cm|metre metres meter meters m
      kilometre kilometres kilometer kilometers km|mile miles|yard yards|foot feet ft
      inch inches|gram grams grammes|kilogram kilograms kilo kilos kg|tonne tonnes ton tons
      litre litres liter liters|gallon gallons|barrel barrels|hectare hectares ha|acre acres
      watt watts|kilowatt kilowatts kw|megawatt megawatts mw|gigawatt gigawatts gw
      terawatt terawatts tw|degree degrees
      """
    for line in table.split(whereSeparator: { "|\n".contains($0) }) {
      let words = line.split(separator: " ").map(String.init)
      for word in words { found[word] = words[0] }
    }
    return found
  }()
  static let connectors = set("of de du da do dos del la le van von der den bin al el ibn y e &")
  static let titles = set(
    """
    mr mrs ms dr prof professor president minister prime secretary senator chancellor king queen \
    prince governor mayor general colonel captain sir lady lord chief ambassador judge justice \
    lieutenant major sergeant corporal lt col maj gen sgt cpl capt cmdr adm sen rep gov attorney \
    advocate head director chairman chairwoman
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
  /// Whether two modal words bind as strongly: "need" is used for "must" and for "should".
  static func isSameStrength(_ x: String, _ y: String) -> Bool {
    x == y || x == "need" && (y == "must" || y == "should")
      || y == "need" && (x == "must" || x == "should")
  }

  /// Group, then the words of one strength.
  private static let modalTable = """
    modal will 'll shall
    modal would
    modal may might could can possibly perhaps potentially
    modal must
    modal need needs
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
  /// The strengths of words of quantity that say how many of something.
  static let amounts = set("all most many some")
  /// Modal words that take certainty back.
  static let tentative = set("may might could possibly perhaps potentially")
  /// Words for a picture and what follows them in a line that names its maker.
  static let pictures = set(
    "photo photos photograph photographs picture image illustration graphic cartoon credit")
  static let makers = set("by : courtesy")
  /// Words that join a clause to another.
  static let joints = set(
    "that which who whom whose where when while if unless than because although though whether")
  /// Words that stand for a number without stating it.
  static let vagueQuantities = set(
    """
    several multiple few fewer numerous dozens hundreds thousands tens millions billions trillions \
    decades majority fraction portion handful various countless most
    """)
  /// Words of quantity that stand for a number now and then.
  static let commonQuantities = set("some many much part")
  /// Numbers that follow a vague word.
  static let roundNumbers = set("dozen hundred thousand million billion trillion")
  /// People and papers that are named for what they are when no name is given.
  static let sources = set(
    """
    experts officials analysts economists observers critics researchers scientists executives \
    veterans representatives practitioners specialists lawyers regulators investors insiders \
    participants residents farmer farmers traders engineers scholars academics diplomats \
    lawmakers auditors businesses producers negotiators advocates campaigners source sources \
    studies study research expert official analyst economist executive lawyer grower growers \
    scientist researcher engineer trader diplomat commentators institutions industry
    """)
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
