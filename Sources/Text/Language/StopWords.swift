import Bytes

/// Words that carry no content of their own, by language.
public enum StopWords {
  /// Whether `word`, in its normal form, is a stop word of `language`.
  public static func contains(_ word: String, language: String) -> Bool {
    sets[language]?.contains(stableHash(word)) ?? false
  }

  /// Whether the word whose normal form has that hash is a stop word of `language`.
  static func contains(_ hash: UInt64, language: String) -> Bool {
    sets[language]?.contains(hash) ?? false
  }

  /// The words by the hashes of their normal forms.
  private static let sets: [String: Set<UInt64>] = [
    "en": words(
      """
      a about above across after again against all almost along already also although always am among
      an and another any anyone anything are around as at away back be became because become been
      before being below between both but by can cannot could did do does doing done down during each
      either else enough even ever every everyone everything few first for from further get gets give
      given go goes going got had has have having he her here hers herself him himself his how however
      i if in indeed instead into is it its itself just last least less let like likely made make makes
      many may me might mine more most much must my myself n't na neither never no none nor not nothing
      now of off often on once one only onto or other others otherwise our ours ourselves out over own
      per perhaps put quite rather really s said same say says see seem seemed seems several shall she
      should since so some someone something sometimes still such t take taken than that the their
      theirs them themselves then there therefore these they thing things this those though through
      thus to together too toward towards two under until up upon us use used very was way we well went
      were what whatever when where whether which while who whole whom whose why will with within
      without would yet you your yours yourself 's 'll 're 've 'd 'm ca wo ai mr mrs ms dr
      """),
    "de": words(
      """
      aber alle allem allen aller alles als also am an ander andere anderem anderen anderer anderes auch
      auf aus bei bin bis bist da damit dann das dass dein deine dem den denn der des dessen die dies
      diese diesem diesen dieser dieses doch dort du durch ein eine einem einen einer eines er es etwas
      euch für gegen gewesen hab habe haben hat hatte hatten hier hin hinter ich ihm ihn ihnen ihr ihre
      ihrem ihren ihrer im in indem ins ist ja jede jedem jeden jeder jedes jedoch jetzt kann kein keine
      keinem keinen keiner können könnte machen man manche mehr mein meine mich mir mit muss musste nach
      nicht nichts noch nun nur ob oder ohne sehr sein seine seinem seinen seiner seit sich sie sind so
      solche soll sollte sondern sonst über um und uns unser unter viel vom von vor während war waren
      was weg weil weiter welche wenn werde werden wie wieder will wir wird wirst wo wollen würde würden
      zu zum zur zwar zwischen bereits dabei daher darauf immer schon etwa wurde wurden worden
      """),
    "fr": words(
      """
      à ai alors au aucun aussi autre autres aux avait avant avec avoir c ça car ce ceci cela celle
      celles celui ces cet cette ceux chaque ci comme comment d dans de depuis des deux devrait doit donc
      dont du elle elles en encore entre est et été être eu fait faire font hors il ils j je jusque l la
      le les leur leurs lors lui là m ma mais me même mes moins mon n ne ni nos notre nous on ont ou où
      par parce pas peu peut plus plusieurs pour pourquoi qu quand que quel quelle quelles quels qui s sa
      sans sera ses seulement si sien son sont sous sur t ta tandis te tes ton tous tout toute toutes
      très trop tu un une vers vos votre vous y était étaient ainsi après contre selon
      """),
    "es": words(
      """
      a al algo alguna algunas alguno algunos ante antes aquel así aun aunque bajo bien cada como con
      contra cual cuando de del desde donde dos durante e el ella ellas ellos en entre era eran es esa
      esas ese eso esos esta está estaba están estas este esto estos fue fueron ha habría había han hasta
      hay la las le les lo los más me mi mientras mucho muchos muy nada ni no nos nosotros o os otra
      otras otro otros para pero poco por porque pues que qué quien se sea según ser si sí sido sin sobre
      son su sus también tan tanto te tiene tienen toda todas todo todos tras tu tus un una unas uno unos
      usted y ya yo
      """),
    "it": words(
      """
      a abbiamo ad agli ai al alla alle allo anche ancora c che chi ci come con contro cui da dagli dai
      dal dalla dalle dallo degli dei del della delle dello di dopo dove due e è ed era erano essere fa
      fino fra gli ha hanno i il in io l la le lei li lo loro lui ma me mentre mi mia mio molto ne negli
      nei nel nella nelle nello no noi non nostro o ogni per perché più poi prima può quale quando quanto
      quella quelle quelli quello questa queste questi questo qui se sé sei sembra senza si sia sono sopra
      sotto stato su sua sue sugli sui sul sulla sulle suo suoi tra tre tu tutti tutto un una uno vi voi
      """),
    "pt": words(
      """
      a à ao aos aquela aquele aqueles as às até com como contra da das de dela dele deles depois do dos
      e é ela elas ele eles em entre era eram essa esse esta está estão estas este estes eu foi foram há
      isso isto já la lhe mais mas me mesmo meu minha muito muitos na não nas nem no nos nós nossa nosso
      num numa o os ou para pela pelas pelo pelos por porque qual quando que quem são se seja sem ser seu
      seus só sobre sua suas também te tem têm tinha toda todas todo todos tu um uma umas uns você
      """),
    "nl": words(
      """
      aan al alles als altijd andere ben bij daar dan dat de der deze die dit doch doen door dus een en
      er ge geen geweest haar had heb hebben heeft hem het hier hij hoe hun iemand iets ik in is ja je
      kan kon kunnen maar me meer men met mij mijn moet na naar niet niets nog nu of om omdat onder ons
      ook op over reeds te tegen toch toen tot u uit uw van veel voor want waren was wat werd wezen wie
      wil worden wordt zal ze zelf zich zij zijn zo zonder zou
      """),
  ]

  private static func words(_ text: String) -> Set<UInt64> {
    let bytes = text.utf8Span.span
    var found: Set<UInt64> = []
    var start = 0
    for at in 0...bytes.count
    where at == bytes.count || bytes[at] == UInt8(ascii: " ") || bytes[at] == UInt8(ascii: "\n") {
      if at > start { found.insert(stableHash(bytes, in: start..<at)) }
      start = at + 1
    }
    return found
  }
}
