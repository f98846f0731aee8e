/// An entry of a list from A to Z.
struct AlphabetEntry {
  var name: String
  /// What stands behind the name.
  var detail: String
  /// The address of its page, from the page that lists it.
  var page: String
}

/// Entries by their first letter, with links to the letters above them.
func alphabetIndex(_ entries: [AlphabetEntry]) -> HTML {
  var byLetter: [String: [AlphabetEntry]] = [:]
  for entry in entries { byLetter[indexLetter(entry.name), default: []].append(entry) }
  let letters = byLetter.keys.sorted {
    ($0.unicodeScalars.count, $0) < ($1.unicodeScalars.count, $1)
  }
  func anchor(_ letter: String) -> HTML { letter.utf8.count == 1 ? "az-\(letter)" : "az-other" }
  let links = letters.map { "<li><a href=\"#\(anchor($0))\">\($0)</a></li>" as HTML }
  let parts = letters.map { letter -> HTML in
    let sorted = (byLetter[letter] ?? []).sorted {
      ($0.name.lowercased(), $0.name, $0.page) < ($1.name.lowercased(), $1.name, $1.page)
    }
    let items = sorted.map { entry -> HTML in
      let detail: HTML =
        entry.detail.isEmpty ? "" : " <span class=\"note\">\(entry.detail)</span>"
      return "<li><a href=\"\(entry.page)\">\(entry.name)</a>\(detail)</li>\n"
    }
    return """
      <h3 id="\(anchor(letter))">\(letter)</h3><ul class="cols">
      \(items)</ul>

      """
  }
  return "<nav aria-label=\"Letters\"><ul class=\"az\">\(links)</ul></nav>\n" + parts.joined("")
}

/// The letter under which a name stands: that of its first letter or digit, without accents.
func indexLetter(_ name: String) -> String {
  for scalar in name.unicodeScalars {
    switch scalar.value {
    case 0x30...0x39: return "0–9"
    case 0x41...0x5A: return String(scalar)
    case 0x61...0x7A: return scalar.properties.uppercaseMapping
    case 0xC0...0x24F:
      if let letter = plainLetter(scalar.value) { return letter }
    default: if scalar.properties.isAlphabetic { return "other scripts" }
    }
  }
  return "other signs"
}

/// The letter of the alphabet below an accented Latin one; nil where there is none.
private func plainLetter(_ value: UInt32) -> String? {
  let ranges: [(ClosedRange<UInt32>, String)] = [
    (0xC0...0xC6, "A"), (0xC7...0xC7, "C"), (0xC8...0xCB, "E"), (0xCC...0xCF, "I"),
    (0xD0...0xD0, "D"), (0xD1...0xD1, "N"), (0xD2...0xD6, "O"), (0xD8...0xD8, "O"),
    (0xD9...0xDC, "U"), (0xDD...0xDD, "Y"), (0xDE...0xDE, "T"), (0xDF...0xDF, "S"),
    (0xE0...0xE6, "A"), (0xE7...0xE7, "C"), (0xE8...0xEB, "E"), (0xEC...0xEF, "I"),
    (0xF0...0xF0, "D"), (0xF1...0xF1, "N"), (0xF2...0xF6, "O"), (0xF8...0xF8, "O"),
    (0xF9...0xFC, "U"), (0xFD...0xFD, "Y"), (0xFE...0xFE, "T"), (0xFF...0xFF, "Y"),
    (0x100...0x105, "A"), (0x106...0x10D, "C"), (0x10E...0x111, "D"), (0x112...0x11B, "E"),
    (0x11C...0x123, "G"), (0x124...0x127, "H"), (0x128...0x133, "I"), (0x134...0x135, "J"),
    (0x136...0x138, "K"), (0x139...0x142, "L"), (0x143...0x14B, "N"), (0x14C...0x153, "O"),
    (0x154...0x159, "R"), (0x15A...0x161, "S"), (0x162...0x167, "T"), (0x168...0x173, "U"),
    (0x174...0x175, "W"), (0x176...0x178, "Y"), (0x179...0x17E, "Z"), (0x218...0x219, "S"),
    (0x21A...0x21B, "T"),
  ]
  return ranges.first { $0.0.contains(value) }?.1
}
