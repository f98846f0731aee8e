import Model
import Testing
import Text

struct SentenceTests {
  private func sentences(_ text: String, _ language: String = "en") -> [String] {
    var lexicon = Lexicon()
    let analyzed = analyze(text, language: language, lexicon: &lexicon)
    return analyzed.sentences.map { analyzed.string($0.utf8) }
  }

  @Test(arguments: [
    // Abbreviations, initials, times.
    (["See p. 14 for more.", "It is short."], "en"),
    (["At 9 p.m. Mrs. Cole rang.", "She left at 10 p.m.", "Guests followed."], "en"),
    (["Doors open at 7 p.m. Friday for all."], "en"),
    (["He spoke with Anna I. Berg yesterday.", "So did you and I.", "Nobody else came."], "en"),
    (
      ["They cost Rs. 450 each.", "Oh no.", "We sold books, maps, etc.", "Visitors liked it."], "en"
    ),
    // Lists.
    (["1) Wash the rice", "2) Boil it", "3) Serve"], "en"),
    (["a. Wash the rice", "b. Boil it"], "en"),
    (["• 1. Wash", "• 2. Boil"], "en"),
    (["It costs more for 1. above than for the rest."], "en"),
    (["There are (a) sellers and (b) buyers in it."], "en"),
    // Dots with spaces, and dots in brackets.
    (["I thought . . . well, never mind."], "en"),
    (["It ended there.", ". . . Nobody spoke. . . ."], "en"),
    (["\"It grew [...]\" (Hale 12)."], "en"),
    // Small letters, missing spaces, notes.
    (["can you help?", "i lost my key.", "it is blue."], "en"),
    (["Mix it and -- hey! -- it is done."], "en"),
    (["It rose in 1990.[4][5]", "Then it fell.7 8", "Now it stands."], "en"),
    (["He wrote that ‘it was late. Nobody came’ and left.", "I agree."], "en"),
    // Messages that are quoted without line ends, addresses in a row.
    (["Kim Berg", "03/21/2001 09:01 AM", "Please call me."], "en"),
    (["See http://example.org/a", "http://example.org/b", "More follows."], "en"),
    (["Mm.", "Sure.", "It fell 5 mm. in a day."], "en"),
    // Other languages.
    (["Das gilt z. B. für Öl.", "Er wohnt im 3. Stock."], "de"),
    (["Er rief: „Nun aber los.“", "Dann ging er."], "de"),
    (["Hay dos ríos;", "El mayor nace aquí."], "es"),
    (["Πού πας;", "το σπίτι είναι εδώ."], "el"),
    (["Բարև ձեզ:", "Ես գնում եմ:"], "hy"),
    // Marks that the Unicode standard knows, of scripts without rules of their own.
    (["मेरा नाम राम है।", "तुम कौन हो?"], "hi"),
    (["မင်္ဂလာပါ၊ နေကောင်းလား။", "ဟုတ်ကဲ့။"], "my"),
    (["ᱡᱚᱦᱟᱨ᱾", "ᱪᱮᱫ ᱞᱮᱠᱟ᱿"], "sat"),
  ])
  func `sentences end where a reader ends them`(expected: [String], language: String) {
    #expect(sentences(expected.joined(separator: " "), language) == expected)
  }

  @Test func `sentences without a space between them are parted`() {
    #expect(sentences("It was late.Then it rained.") == ["It was late.", "Then it rained."])
    #expect(sentences("እንደምን አለህ፧መልካም ቀን።", "am") == ["እንደምን አለህ፧", "መልካም ቀን።"])
    #expect(sentences("我看了《去吧！爸爸》。好！", "zh") == ["我看了《去吧！爸爸》。", "好！"])
  }

  @Test func `short lines without full stops are sentences, wrapped lines are not`() {
    #expect(sentences("apples\ngreen pears\nplums") == ["apples", "green pears", "plums"])
    #expect(sentences("It was a warm\nnight by the sea.") == ["It was a warm\nnight by the sea."])
  }

  @Test func `a million full stops and a row of dots take linear time`() {
    #expect(!sentences(String(repeating: ".", count: 1_000_000)).isEmpty)
    #expect(sentences("a " + String(repeating: ". ", count: 200_000)).count == 1)
    #expect(!sentences(String(repeating: "\u{201C}", count: 200_000)).isEmpty)
  }
}
