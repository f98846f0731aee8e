import Testing

@testable import Report

struct AlphabetIndexTests {
  @Test(arguments: [
    ("apple", "A"), ("Élysée", "E"), ("“Zero”", "Z"), ("2034 World Cup", "0–9"),
    ("東京", "other scripts"), ("…", "other signs"), ("Østfold", "O"),
  ])
  func `a name stands under its first letter without accents and quotes`(
    name: String, letter: String
  ) {
    #expect(indexLetter(name) == letter)
  }

  @Test func `every letter has a place that the links above lead to`() {
    let entries = ["apple", "Zebra", "Éclair"].map {
      AlphabetEntry(name: $0, detail: "", page: "\($0.count).html")
    }
    let markup = alphabetIndex(entries).markup
    for letter in ["A", "E", "Z"] {
      #expect(markup.contains("href=\"#az-\(letter)\""))
      #expect(markup.contains("id=\"az-\(letter)\""))
    }
  }

  @Test func `numbers and their per cent signs are tied together, other words are not`() {
    #expect(tied("35 % shorter, a % sign, 9 of 10") == "35\u{A0}% shorter, a % sign, 9 of 10")
  }
}
