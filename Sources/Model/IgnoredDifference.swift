/// What a reader may not care about when two texts are compared.
public enum IgnoredDifference: String, Sendable, CaseIterable {
  /// Capitals and small letters.
  case `case`
  /// Marks that are neither letters nor figures.
  case punctuation
  /// White space.
  case space
  /// Facts of one type.
  case number, date, name, money, quote, modality, negation, attribution, claim
}

extension ComparisonResult {
  /// The comparison without the edits and facts that are to be ignored; links and verdict stay.
  public func ignoring(_ ignored: Set<IgnoredDifference>) -> ComparisonResult {
    guard !ignored.isEmpty else { return self }
    var result = self
    result.changes.removeAll { change in
      IgnoredDifference(rawValue: change.type.rawValue).map(ignored.contains) ?? false
    }
    result.edits.removeAll { edit in
      edit.weight == .form
        && reduced(a, edit.linkA, ignored) == reduced(b, edit.linkB, ignored)
    }
    return result
  }

  /// A sentence without what is ignored.
  private func reduced(
    _ text: ComparedText, _ sentence: Int, _ ignored: Set<IgnoredDifference>
  ) -> String {
    let range = text.sentences[sentence]
    let bytes = text.text.utf8.dropFirst(range.lowerBound).prefix(range.count)
    var words = String(decoding: Array(bytes), as: UTF8.self)
    if ignored.contains(.case) { words = words.lowercased() }
    var kept = ""
    for scalar in words.unicodeScalars {
      if scalar.properties.isWhitespace {
        if ignored.contains(.space) { continue }
      } else if ignored.contains(.punctuation), !scalar.properties.isAlphabetic,
        scalar.properties.numericType == nil
      {
        continue
      }
      kept.unicodeScalars.append(scalar)
    }
    return kept
  }
}
