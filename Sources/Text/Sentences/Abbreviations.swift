/// Abbreviations that end in a full stop, by what may follow them.
enum Abbreviations {
  /// How likely a sentence ends after an abbreviation.
  enum Kind {
    /// A name or number follows: never an end.
    case leading
    /// May end a sentence when a typical first word follows.
    case inner
    /// Ends a sentence whenever a capital follows.
    case final
    /// A time of day: a capital that is no day or time zone begins a sentence.
    case time
  }

  /// The kind of `word`, a normal form without its last full stop, or nil; `own` are the
  /// abbreviations of the language.
  static func kind(of word: ShortWord, own: ShortWordSet) -> Kind? {
    if own.contains(word) { return .leading }
    if leading.contains(word) { return .leading }
    if final.contains(word) { return .final }
    if times.contains(word) { return .time }
    return inner.contains(word) ? .inner : nil
  }

  /// Whether `word` is an abbreviation only before a number: "no. 5", but "Oh no."
  static func needsNumber(_ word: ShortWord) -> Bool {
    beforeNumbers.contains(word) || word.isOneByte
  }

  private static let leading = ShortWordSet(
    """
    mr mrs ms mx messrs mmes dr drs prof profs rev revd hon gen col lt capt cmdr maj sgt cpl adm brig
    pte sen sens rep reps gov govs pres supt det insp sr st ste mt ft fr msgr amb vs v nos vol vols pp p
    figs secs arts ch cf viz approx est ed eds trans c ca e.g i.e nr no n vers chap rs ps p.s op sec
    """)

  /// Whether `word` is an abbreviation only after a number.
  static func isUnit(_ word: ShortWord) -> Bool { units.contains(word) }

  private static let units = ShortWordSet("in mm mi")

  private static let beforeNumbers = ShortWordSet(
    "no nos nr fig figs sec art arts vol vols est op ps")

  private static let inner = ShortWordSet(
    """
    jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat
    inc ltd co corp plc llc bros assn assoc dept dist univ inst intl natl govt jr esq ph.d m.d b.a
    m.a u.s u.k u.n e.u u.s.a u.s.s.r d.c ave blvd rd ln hwy bldg apt ste calif mass conn wash
    ariz fla ill ind mich minn miss penn tenn tex va wis colo md mo la ga ala ark okla ore neb nev
    oz lb lbs hr hrs min mins yr yrs ft in kg km cm mm mi sq max avg tel ext fig art i.v f.e al pvt
    btw med
    """)

  private static let final = ShortWordSet("etc")

  private static let times = ShortWordSet("a.m p.m")

  /// Words with a capital that go with the time of day before them.
  static let afterTime = ShortWordSet(
    """
    est edt pst pdt cst cdt mst mdt gmt utc bst cet et pt ct mt eastern pacific central
    mountain monday tuesday wednesday thursday friday saturday sunday jan feb mar apr jun jul aug sept
    oct nov dec january february march april may june july august september october november december
    """)

  /// Prepositions before a time of day.
  static let timePrepositions = ShortWordSet(
    "at by until till after before around from since about on")

  /// German words that an ordinal number follows.
  static let beforeOrdinals = ShortWordSet(
    "am im dem den der des die das vom zum beim ab bis und oder ins seit jedem jeden jede ihr ihrem"
  )

  /// The abbreviations of `language`; empty where it has none of its own.
  static func own(_ language: String) -> ShortWordSet { byLanguage[language] ?? none }

  /// Whether tokens of `language` follow rules that were made for it.
  static func hasRules(_ language: String) -> Bool {
    ["en", "ja", "zh", "ko", "und"].contains(language) || byLanguage[language] != nil
  }

  private static let none = ShortWordSet("")

  private static let byLanguage: [String: ShortWordSet] = [
    "de": ShortWordSet(
      """
      z.b d.h u.a usw bzw ca evtl ggf inkl exkl nr str dr prof hr fr frl st bd abs art aufl bes betr
      bspw dgl ebd etc geb gegr gest jh jhd jan feb mär apr jun jul aug sep okt nov dez kap max min
      mio mrd mwst o.ä o.g rd s sog tel u.u v.a vgl z.t z.zt zzgl i.d.r s.o s.u u.ä ing dipl phil
      """),
    "fr": ShortWordSet(
      "m mm mme mmes mlle mlles dr pr st ste av bd art chap éd env ex fig hab no p pp vol cf etc"),
    "es": ShortWordSet(
      """
      sr sra sres sras srta srtas dr dra drs dres d dña ud uds vd vds ej pág págs art núm av avda etc
      ee.uu lic ing arq prof profa gral cap cnel tte sgto mons fr hno hna sto sta cía dpto tel
      """),
    "it": ShortWordSet(
      """
      sig sigg sig.ra sig.na dott dr prof ing avv on art cap pag pagg ecc es fig n st s cfr arch geom
      rag dr.ssa dott.ssa prof.ssa mons gen col ten
      """),
    "pt": ShortWordSet(
      "sr sra srs sras srta dr dra prof profa eng exmo av art pág págs ex etc n núm"),
    "nl": ShortWordSet(
      "dhr mevr mw dr drs ir ing mr prof bijv bv d.w.z enz etc nl o.a resp st blz nr jl a.s"),
    "da": ShortWordSet("hr fr dr skt st bl.a f.eks ca nr kl mht evt pga jf osv mv dvs inkl ekskl"),
    "pl": ShortWordSet(
      "np tj tzw itd itp m.in dr hab prof inż mgr ks św ul al nr tel r w godz wg zob str"),
    "ru": ShortWordSet(
      "т.е т.к т.н т.д т.п г гг в вв руб коп тыс млн млрд им ул д стр см рис проф акад"),
    "bg": ShortWordSet("т.е т.н напр вкл ул пл бул гр г р ж.к проф д-р инж акад св стр чл"),
    "kk": ShortWordSet("т.б т.с.с б.з.б обл қ г"),
    "el": ShortWordSet("κ κα κος π.χ δηλ κ.λπ κ.ά αρ σελ"),
    "ar": ShortWordSet("د أ م ص"),
  ]

  /// Words that often begin a sentence and are seldom capitalised within one.
  static let sentenceStarters = ShortWordSet(
    """
    the a an in on at it he she they we i you this that these those but and however there when while if
    as for his her its our my their what who how why after before since because by from with no not so
    then now yet although despite according one some many most all both each during under until such
    it's that's he's she's they're we're i'm there's even still also instead meanwhile millions
    thousands hundreds dozens people others several few nobody everyone everybody nothing here
    where which whether only once hvad det de der og el la los las un una le les il der die das er sie
    es wir ich
    """)

  /// Articles, pronouns, prepositions and conjunctions of Romance languages.
  static let functionWords: [String: ShortWordSet] = [
    "es": ShortWordSet(
      """
      el la los las un una unos unas lo al del de en por para con sin sobre entre desde hasta según
      tras ante a y o pero sino si como cuando donde que qué quien este esta estos estas ese esa esos
      esas aquel aquella su sus mi mis nuestro nuestra se le les me nos él ella ellos ellas yo
      también además así no ya hay es son fue fueron era está están durante mientras aunque porque
      después antes luego entonces algunos algunas otros otras todos todas cada ambos ambas uno
      """),
    "fr": ShortWordSet(
      """
      le la les l' un une des du de d' en dans par pour avec sans sur sous entre vers chez depuis à au
      aux et ou mais donc or ni car si comme quand où que qu' qui ce cet cette ces son sa ses leur
      leurs mon ma mes notre nos il elle ils elles on je j' nous vous c' se s' y ne n' pas aussi ainsi
      alors après avant puis lors durant pendant selon tous toutes chaque plusieurs certains
      """),
    "it": ShortWordSet(
      """
      il lo la i gli le l' un uno una di del della dei degli delle in nel nella con su sul per tra fra
      da dal dalla a al alla e o ma se come quando dove che chi questo questa questi queste suo sua
      si non è sono era anche così dopo prima poi durante secondo ogni tutti
      """),
    "pt": ShortWordSet(
      """
      o a os as um uma uns umas do da dos das de em no na nos nas por para com sem sobre entre desde
      até e ou mas se como quando onde que quem este esta estes estas esse essa seu sua seus suas não
      é são foi era também além assim depois antes durante segundo cada todos
      """),
  ]
}
