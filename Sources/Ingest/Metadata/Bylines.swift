/// Turns what pages say about authors into names.
enum Bylines {
  /// The names in `text`: "By Ann Lee and Bo Park, Staff Writers" → Ann Lee, Bo Park.
  static func names(in text: String) -> [String] {
    var line = plainText(text)
    if line.utf8.count > 300 { return [] }
    for prefix in prefixes where line.lowercased().hasPrefix(prefix) {
      line = String(line.dropFirst(prefix.count))
      while let first = line.first, first == ":" || first == " " { line.removeFirst() }
      break
    }
    if let cut = line.firstIndex(where: { "|•·\n".contains($0) }) { line = String(line[..<cut]) }
    for separator in [" and ", " und ", " et ", " y ", " e ", " en ", " with ", " & ", ";", "/"] {
      line = line.split(separator: separator, omittingEmptySubsequences: true).joined(
        separator: ",")
    }
    var names: [String] = []
    for part in line.split(separator: ",") {
      guard let name = name(String(part)) else { continue }
      if !names.contains(where: { $0.lowercased() == name.lowercased() }) { names.append(name) }
    }
    return names
  }

  /// A part of a byline as a name, or nil when it is a role, a date or an address.
  private static func name(_ part: String) -> String? {
    var name = part.split(separator: " ").joined(separator: " ")
    for prefix in prefixes where name.lowercased().hasPrefix(prefix) {
      name = String(name.dropFirst(prefix.count)).split(separator: " ").joined(separator: " ")
    }
    if let open = name.firstIndex(of: "(") { name = String(name[..<open]) }
    while let last = name.last, " .,:-–".contains(last) {
      if last == ".", name.count > 2, name.dropLast().last?.isUppercase == true { break }
      name.removeLast()
    }
    let lower = name.lowercased()
    let words = lower.split(separator: " ")
    guard !name.isEmpty, words.count <= 6, name.utf8.count >= 2, name.utf8.count <= 80 else {
      return nil
    }
    guard !name.contains(where: \.isNumber), !name.contains("@"), !name.contains("http") else {
      return nil
    }
    if roles.contains(lower) { return nil }
    if words.contains(where: { roleWords.contains(String($0)) }) { return nil }
    guard name.contains(where: \.isLetter), name.first?.isLetter == true else { return nil }
    return name
  }

  private static let prefixes = [
    "written by ", "posted by ", "published by ", "authored by ", "reported by ", "story by ",
    "by: ",
    "by ", "von: ", "von ", "par ", "por ", "di ", "door ", "author: ", "authors: ", "autor: ",
    "text: ",
    "words by ", "opinion by ", "from ", "submitted by ",
  ]

  private static let roles: Set<String> = [
    "admin", "administrator", "staff", "editor", "editors", "guest", "author", "posted", "unknown",
    "webmaster", "redaktion", "editorial team", "editorial board", "jr", "phd", "md", "facebook",
    "twitter", "share", "email", "print", "comments", "none", "null", "contributor", "updated",
  ]

  private static let roleWords: Set<String> = [
    "writer", "reporter", "correspondent", "columnist", "editor", "journalist", "updated",
    "published",
    "minutes", "min", "read", "comment", "comments", "views", "follow", "subscribe", "monday",
    "tuesday",
    "wednesday", "thursday", "friday", "saturday", "sunday", "january", "february", "march",
    "april",
    "june", "july", "august", "september", "october", "november", "december", "ago", "am", "pm",
  ]
}
