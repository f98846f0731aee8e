import Testing
import Text

struct LanguageTests {
  @Test(arguments: [
    ("El diario de la ciudad organiza un concurso de poesía para los niños.", "es"),
    ("Posteriormente la gestión de las vías pasó a ser cosa del ayuntamiento.", "es"),
    ("O concello organiza unha festa para os nenos e as nenas da vila.", "gl"),
    ("L'Ajuntament de la ciutat organitza una festa amb els veïns del barri.", "ca"),
    ("Le groupe joue dans l'album Live at the Apollo avec un orchestre.", "fr"),
    ("She left the house because the lights were on and nobody was in.", "en"),
    ("大殿原為明代建築，後來被毀，二十年前重建。", "zh-Hant"),
    ("彼は東京の大学で日本の歴史を教えています。", "ja"),
    ("그는 서울에 있는 대학교에서 역사를 가르치고 있다.", "ko"),
  ])
  func `a sentence is enough to tell the language`(text: String, language: String) {
    #expect(detectLanguage(text).code == language)
  }

  @Test(arguments: ["", "Hm.", "12 345 67", "Ana, Olaf, Kim"])
  func `too little text has no language`(text: String) {
    #expect(detectLanguage(text).code == "und")
  }

  @Test func `a long text is told by pieces of it, and one in two languages as a whole`() {
    let english = String(
      repeating: "The ministers met in the old town to talk about it. ", count: 60)
    let russian = String(
      repeating: "Министры встретились в старом городе, чтобы поговорить. ", count: 60)
    #expect(detectLanguage(english).code == "en")
    #expect(detectLanguage(english).percent > 95)
    let mixed = detectLanguage(english + russian + russian)
    #expect(mixed.code == "ru")
    #expect(mixed.percent < 95)
  }
}
