/// What the rules of sentences ask about the language, found out once for a text.
struct SentenceRules {
  let abbreviations: ShortWordSet
  /// Words with a capital that begin a sentence after a semicolon.
  let functionWords: ShortWordSet?
  let isGerman: Bool
  /// Whether the mark that other languages close a quotation with opens one: »so«.
  let opensByRight: Bool
  let stopEnds: Bool
  let colonEnds: Bool
  let semicolonEnds: Bool

  init(language: String) {
    abbreviations = Abbreviations.own(language)
    functionWords = Abbreviations.functionWords[language]
    isGerman = language == "de"
    opensByRight = isGerman || language == "da"
    stopEnds = language != "hy"
    // Armenian ends sentences with a colon, the Arabic script sets a title or speaker apart by it.
    colonEnds = language == "hy" || language == "ar" || language == "fa"
    semicolonEnds = language == "el"
  }
}
