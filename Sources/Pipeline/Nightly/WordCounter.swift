import Model
import Store
import Text

/// Counts the words of texts and turns them into postings.
struct WordCounter {
  /// Terms at which the lexicon is emptied.
  private static let maximumTerms = 1 << 22

  private var lexicon = Lexicon()

  /// The words of `texts`, whose versions rise.
  ///
  /// O(bytes of the texts) time; about twelve bytes of memory for each word of a text that differs
  /// from the others in it.
  mutating func segment(_ texts: [UncountedText]) -> WordSegment {
    if lexicon.count > WordCounter.maximumTerms { lexicon.removeAll() }
    var segment = WordSegment()
    var counts: [UInt32] = []
    var entries: [(term: UInt32, version: Int, count: UInt32)] = []
    for text in texts {
      let words = countedWords(in: text.text, language: text.language, lexicon: &lexicon)
      if counts.count < lexicon.count {
        counts += Array(repeating: 0, count: lexicon.count - counts.count)
      }
      var met: [UInt32] = []
      var total = 0
      for word in words {
        if !word.isNumber { total += 1 }
        let term = Int(word.term.rawValue)
        if counts[term] == 0 { met.append(word.term.rawValue) }
        counts[term] += 1
      }
      for term in met {
        entries.append((term, text.version, counts[Int(term)]))
        counts[Int(term)] = 0
      }
      segment.counts.append((text.version, total))
    }
    segment.words = postings(entries)
    for (word, _) in segment.words {
      if let plain = plainForm(of: word) { segment.plainForms.append((plain, word)) }
    }
    return segment
  }

  private func postings(
    _ entries: [(term: UInt32, version: Int, count: UInt32)]
  ) -> [(word: String, postings: PostingList)] {
    var lists: [PostingList] = []
    var places = Array(repeating: UInt32.max, count: lexicon.count)
    var terms: [UInt32] = []
    for entry in entries {
      var place = places[Int(entry.term)]
      if place == .max {
        place = UInt32(lists.count)
        places[Int(entry.term)] = place
        lists.append(PostingList())
        terms.append(entry.term)
      }
      lists[Int(place)].append(version: entry.version, count: Int(entry.count))
    }
    let words = terms.map { lexicon.string(of: TermID(rawValue: $0)) }
    // By bytes, as the store orders them, so that rows are added in the order of its tree.
    let order = words.indices.sorted { a, b in
      words[a].utf8.lexicographicallyPrecedes(words[b].utf8)
    }
    return order.map { (words[$0], lists[$0]) }
  }
}

/// The form of `word` without accents; nil where it has none.
func plainForm(of word: String) -> String? {
  if word.utf8.allSatisfy({ $0 < 0x80 }) { return nil }
  let plain = unaccentedForm(word)
  // Strings that look alike are equal to Swift, whatever their bytes.
  return plain.utf8.elementsEqual(word.utf8) ? nil : plain
}
