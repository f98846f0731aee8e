/// Abbreviations that end in a full stop, by what may follow them.
enum Abbreviations {
  /// How likely a sentence ends after an abbreviation.
  enum Kind {
    /// A name or number follows: never an end.
    case leading
    /// May end a sentence when a typical first word follows.
    case inner
  }

  /// The kind of `word`, a normal form without its last full stop, or nil.
  static func kind(of word: String, language: String) -> Kind? {
    if leading.contains(word) { return .leading }
    if inner.contains(word) { return .inner }
    guard let more = byLanguage[language] else { return nil }
    return more.contains(word) ? .leading : nil
  }

  private static let leading = words(
    """
    mr mrs ms mx messrs mmes dr prof profs rev revd hon gen col lt capt cmdr maj sgt cpl adm brig pte
    sen sens rep reps gov govs pres supt det insp sr st ste mt ft fr msgr amb vs v no nos vol vols pp p
    fig figs sec secs art arts ch cf viz al approx est ed eds trans c ca e.g i.e ex nr
    """)

  private static let inner = words(
    """
    jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun
    inc ltd co corp plc llc bros assn assoc dept dist univ inst intl natl govt etc jr esq ph.d m.d b.a
    m.a u.s u.k u.n e.u u.s.a u.s.s.r d.c a.m p.m ave blvd rd ln hwy bldg apt ste calif mass conn wash
    ariz fla ill ind mich minn miss penn tenn tex va wis colo md mo la ga ala ark okla ore neb nev
    oz lb lbs hr hrs min mins yr yrs ft in kg km cm mm mi sq max avg tel ext
    """)

  private static let byLanguage: [String: Set<String>] = [
    "de": words(
      """
      z.b d.h u.a usw bzw ca evtl ggf inkl exkl nr str dr prof hr fr frl st bd abs art aufl bes betr
      bspw dgl ebd etc geb gegr gest jh jhd jan feb mär apr jun jul aug sep okt nov dez kap max min
      mio mrd mwst o.ä o.g rd s sog tel u.u v.a vgl z.t z.zt zzgl i.d.r s.o s.u u.ä ing dipl phil
      """),
    "fr": words(
      "m mm mme mmes mlle mlles dr pr st ste av bd art chap éd env ex fig hab no p pp vol cf etc"),
    "es": words(
      "sr sra sres sras srta dr dra d dña ud uds vd vds ej pág págs art núm av avda etc ee.uu"),
    "it": words("sig sigg dott dr prof ing avv on art cap pag pagg ecc es fig n st s cfr"),
    "pt": words("sr sra srs sras dr dra prof profa av art pág págs ex etc n núm"),
    "nl": words(
      "dhr mevr mw dr drs ir ing mr prof bijv bv d.w.z enz etc nl o.a resp st blz nr jl a.s"),
  ]

  /// Words that often begin a sentence and are seldom capitalised within one.
  static let sentenceStarters = words(
    """
    the a an in on at it he she they we i you this that these those but and however there when while if
    as for his her its our my their what who how why after before since because by from with no not so
    then now yet although despite according one some many most all both each during under until such
    it's that's he's she's they're we're i'm there's even still also instead meanwhile
    """)

  private static func words(_ text: String) -> Set<String> {
    Set(text.split(whereSeparator: \.isWhitespace).map(String.init))
  }
}
