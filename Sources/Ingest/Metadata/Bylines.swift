import Bytes

/// Turns what pages say about authors into names.
enum Bylines {
  /// The names in `text`: "By Ann Lee and Bo Park, Staff Writers" → Ann Lee, Bo Park.
  ///
  /// What follows a name (a role, a date, an organisation, credentials) is left out. A single word
  /// counts only when `isLabelled`: the page says that an author's name stands here.
  ///
  /// With `isWhole` the text is nothing but names, so that small words are parts of them.
  static func names(
    in text: String, isLabelled: Bool = true, isWhole: Bool = false
  ) -> [String] {
    guard text.utf8.count <= 300 else { return [] }
    let words = plainText(text).split(separator: " ").map(String.init)
    let line = withoutOpening(words)[...]
    return names(of: spread(Array(line)), isLabelled: isLabelled, isWhole: isWhole)
  }

  /// The names after "by" inside a line: "Posted on 3 May 2020 by Ann Lee" → Ann Lee.
  static func namesAfterBy(in text: String) -> [String] {
    guard text.utf8.count <= 200 else { return [] }
    let words = plainText(text).split(separator: " ").map(String.init)
    guard let by = words.firstIndex(where: { insideWords.contains($0.lowercased()) }),
      by + 1 < words.count
    else { return [] }
    return names(of: spread(Array(words[(by + 1)...])), isLabelled: false)
  }

  /// Whether a line opens like a byline.
  static func opensByline(_ line: [UInt8]) -> Bool {
    guard mayOpenByline(line) else { return false }
    let words = String(decoding: line, as: UTF8.self).prefix(60).split(
      whereSeparator: \.isWhitespace
    ).map(String.init)
    return withoutOpening(words).count < words.count
  }

  /// Whether `name` could be the full name of a person: two to five words with capitals.
  static func isFullName(_ name: String) -> Bool {
    let words = name.split(separator: " ")
    guard (2...5).contains(words.count) else { return false }
    return words.allSatisfy { isCapitalised($0) || particles.contains(String($0).lowercased()) }
      && !words.contains { nonNames.contains($0.lowercased()) }
  }

  // MARK: Steps

  /// Whether the first word of a line is one that a byline may open with, or is not plain ASCII.
  ///
  /// Few lines pass, so that the dearer reading of words is for them alone.
  private static func mayOpenByline(_ line: [UInt8]) -> Bool {
    let word = line.drop { ASCII.isSpace($0) }.prefix { !ASCII.isSpace($0) }
    if word.contains(where: { $0 >= 0x80 }) { return true }
    for length in 2...6 where firstWords[hash(word.prefix(length))] == .glued { return true }
    var end = word.endIndex
    while end > word.startIndex, word[end - 1] == 0x3A || word[end - 1] == 0x2C { end -= 1 }
    return firstWords[hash(word[..<end])] != nil
  }

  private static func hash(_ word: ArraySlice<UInt8>) -> UInt64 {
    mixed(word.reduce(stableHashSeed) { stableHashStep($0, ASCII.lowercased($1)) })
  }

  private enum FirstWord { case whole, glued }

  private static let firstWords = NameTable(
    gluedOpenings.map { (stableHash($0.lowercased()), FirstWord.glued) }
      + (openings.union(labels)).map {
        (stableHash(String($0.prefix { $0 != " " })), FirstWord.whole)
      })

  /// Openings that may stand without a space before the name.
  private static let gluedOpenings = ["By", "by", "BY", "Von", "Par", "Author", "Autor"]

  /// The words without "By", "Written by:", "Autor:" and the like.
  private static func withoutOpening(_ words: [String]) -> [String] {
    var rest = words[...]
    var isChanged = true
    while isChanged, !rest.isEmpty {
      isChanged = false
      for length in stride(from: min(4, rest.count), through: 1, by: -1) {
        var key = rest.prefix(length).joined(separator: " ").lowercased()
        let hasColon = key.hasSuffix(":")
        while let last = key.last, last == ":" || last == "," { key.removeLast() }
        guard openings.contains(key) || (hasColon && labels.contains(key)) else { continue }
        rest = rest.dropFirst(length)
        while rest.first == ":" { rest = rest.dropFirst() }
        isChanged = true
        break
      }
    }
    // "ByAnn Lee": the space was the border of two elements.
    if rest.count == words.count, let first = rest.first {
      for glued in gluedOpenings where first.hasPrefix(glued) {
        let name = first.dropFirst(glued.count)
        if name.count > 1, name.first?.isUppercase == true,
          name.dropFirst().contains(where: \.isLowercase)
        {
          return [String(name)] + rest.dropFirst()
        }
      }
    }
    return Array(rest)
  }

  /// Sets marks that end or divide names apart from the words.
  private static func spread(_ words: [String]) -> [String] {
    var result: [String] = []
    for word in words {
      var rest = word[...]
      if let mark = rest.firstIndex(where: { "|•·⋅∙()[]<>—–@\n»".contains($0) }) {
        if mark > rest.startIndex { result.append(String(rest[..<mark])) }
        result.append("|")
        return result
      }
      if rest == "-" || rest == "/" || rest == "+" {
        result.append(rest == "-" ? "|" : ",")
        continue
      }
      var tail: [String] = []
      while let last = rest.last, ",;:".contains(last) {
        rest.removeLast()
        tail = [last == ":" ? "|" : ","]
      }
      if !rest.isEmpty { result.append(String(rest)) }
      result += tail
    }
    return result
  }

  private static func names(
    of tokens: [String], isLabelled: Bool, isWhole: Bool = false
  ) -> [String] {
    var names: [String] = []
    var current: [String] = []
    /// Takes the words so far as a name; false when they are none and the line is over.
    func close() -> Bool {
      defer { current = [] }
      guard let name = name(current, isLabelled: isLabelled, isFirst: names.isEmpty) else {
        return current.isEmpty || isCredential(current)
      }
      if !names.contains(where: { $0.lowercased() == name.lowercased() }) { names.append(name) }
      return true
    }
    for token in tokens {
      let lower = token.lowercased()
      if token == "|" {
        _ = close()
        return names
      }
      if token == "," || connectors.contains(lower) {
        if !close() { return names }
        continue
      }
      if let digit = token.firstIndex(where: \.isNumber) {
        // "Ann Lee22. Mai": a date was glued to the name. A user's name may hold digits.
        let isUser = isLabelled && current.isEmpty && names.isEmpty && token.first?.isLetter == true
        if isUser, !token.contains("/"), !token.contains(".") {
          current.append(token)
        } else if digit > token.startIndex, !current.isEmpty {
          current.append(String(token[..<digit]))
        }
        _ = close()
        return names
      }
      let isEnd =
        endings.contains(lower)
        || (!isWhole && !current.isEmpty && token.first?.isLowercase == true
          && !particles.contains(lower))
      if isEnd {
        _ = close()
        return names
      }
      current.append(token)
    }
    _ = close()
    return names
  }

  /// Words as one name, or nil when they are a role, a call or too many.
  private static func name(_ words: [String], isLabelled: Bool, isFirst: Bool) -> String? {
    var words = words
    while let last = words.last, words.count > 2, isCredential([last]) { words.removeLast() }
    guard (1...5).contains(words.count) else { return nil }
    let lower = words.map { $0.lowercased() }
    guard !lower.contains(where: { nonNames.contains($0) || $0.contains("http") }) else {
      return nil
    }
    var name = words.joined(separator: " ")
    while let last = name.last, " .,:-".contains(last) {
      if last == ".", name.dropLast().last?.isUppercase == true { break }
      if last == ".", lower.last == "jr." || lower.last == "sr." { break }
      name.removeLast()
    }
    guard name.utf8.count >= 2, name.utf8.count <= 80, name.first?.isLetter == true else {
      return nil
    }
    if words.count == 1 {
      guard isLabelled, isFirst, !singles.contains(lower[0]) else { return nil }
      return name
    }
    return isLabelled || isFullName(name) ? name : nil
  }

  /// Degrees and the like: "PhD", "MD", "RDN".
  private static func isCredential(_ words: [String]) -> Bool {
    guard words.count == 1, let word = words.first else { return false }
    let letters = word.filter(\.isLetter)
    if ["phd", "msc", "mba", "esq", "dphil", "bsc", "edd"].contains(letters.lowercased()) {
      return true
    }
    return letters.count <= 5 && letters.count >= 2 && letters.allSatisfy(\.isUppercase)
      && word.utf8.count == word.count
  }

  private static func isCapitalised(_ word: Substring) -> Bool {
    guard let first = word.first else { return false }
    return first.isUppercase || (first.isLetter && !first.isLowercase)
  }

  // MARK: Words

  private static func list(_ text: String) -> Set<String> {
    Set(text.split(separator: "\n").map(String.init))
  }

  private static func wordSet(_ text: String) -> Set<String> {
    Set(text.split(whereSeparator: \.isWhitespace).map(String.init))
  }

  /// Stand before a name.
  private static let openings = list(
    """
    by
    written by
    posted by
    published by
    authored by
    reported by
    created by
    contributed by
    submitted by
    story by
    words by
    text by
    article by
    recipe by
    opinion by
    a post by
    von
    vom
    erstellt von
    geschrieben von
    verfasst von
    veröffentlicht von
    gespeichert von
    artikel von
    ein artikel von
    beitrag von
    ein beitrag von
    ein gastbeitrag von
    eine kolumne von
    ein kommentar von
    text von
    par
    écrit par
    publié par
    rédigé par
    por
    escrito por
    publicado por
    postado por
    escribe
    di
    scritto da
    a cura di
    door
    geschreven door
    przez
    """)

  /// Stand before a colon and a name.
  private static let labels = list(
    """
    author
    authors
    autor
    autorin
    autoren
    auteur
    autore
    verfasser
    verfasserin
    redaktion
    text
    texte
    text & fotos
    text und fotos
    words
    contributor
    contributors
    written
    posted
    artikel von
    redactor
    autores
    """)

  /// Divide names inside a line.
  private static let insideWords: Set<String> = ["by", "von", "par", "por", "door", "przez"]

  private static let connectors: Set<String> = [
    "and", "und", "et", "y", "e", "en", "with", "&", "mit", "con", "oraz", "avec",
  ]

  /// Small words inside names.
  private static let particles: Set<String> = [
    "de", "van", "von", "der", "den", "del", "della", "di", "da", "dos", "das", "du", "la", "le",
    "el", "al", "bin", "ibn", "ben", "af", "av", "zu", "zur", "ter", "ten", "y", "'t", "v.",
  ]

  /// End a name.
  private static let endings: Set<String> = [
    "on", "am", "um", "at", "via", "for", "from", "published", "updated", "posted", "follow",
    "datum:", "date:", "special", "monday", "tuesday", "wednesday", "thursday", "friday",
    "saturday", "sunday", "january", "february", "march", "april", "june", "july", "august",
    "september", "october", "november", "december", "montag", "dienstag", "mittwoch",
    "donnerstag", "freitag", "samstag", "sonntag", "jan", "feb", "mar", "apr", "jun", "jul",
    "aug", "sept", "sep", "oct", "nov", "dec", "sat", "sun", "mon", "tue", "wed", "thu", "fri",
  ]

  /// Stand in no name.
  private static let nonNames = wordSet(
    """
    writer writers reporter reporters correspondent columnist editor editors journalist contributor
    contributors expert analyst minutes min read reading comment comments views view subscribe
    subscribing share sharing about author authors more posts post article articles all our we you
    your this that the founder ceo director manager president professor marketing development
    sponsored advertisement content privacy policy terms category categories tags news newsletter
    published updated search home contact follow facebook twitter instagram linkedin email print
    login register sign clicking accessing continue click here case use weiterlesen weiter weitere
    beiträge artikel autor autorin datum alle mehr über kommentare kommentar gesponserte inhalte
    anzeige quelle attorney program advice ai null undefined none unknown posted written by
    """)

  /// Single words that are no author's name.
  private static let singles = wordSet(
    """
    admin administrator staff editor editors guest author posted unknown webmaster redaktion team
    jr phd md share none null updated redacción redazione rédaction anonymous editorial user root
    default wordpress
    """)
}
