import Model
import Text

extension Version {
  /// Sets the language by the words of the text where the page states none or clearly another one.
  ///
  /// Many systems state the language of their own pages, whatever the article is written in.
  mutating func settleLanguage() {
    let stated = metadata.language?.value
    let found = detectLanguage(text)
    guard found.code != "und" else { return }
    if let stated {
      guard found.isReliable, found.percent >= 95, text.utf8.count >= 400,
        !areKindred(stated.lowercased(), found.code)
      else { return }
      issues.append(
        Issue("language-wrong", "the page says \(stated) and is written in \(found.code)"))
    }
    metadata.language = Found(
      found.code, Evidence(.derived, "words of the text", confidence: 900))
  }

  /// Notes the languages of a text that is written in several.
  mutating func noteLanguages(_ languages: TextLanguages) {
    guard languages.isMixed else { return }
    metadata.languages = languages.shares.map {
      Found($0.code, Evidence(.derived, "\($0.percent) % of the text", confidence: 900))
    }
    let shares = languages.shares.map { "\($0.percent) % \($0.code)" }.joined(separator: ", ")
    issues.append(Issue("mixed-languages", "written in several languages: \(shares)"))
  }
}
