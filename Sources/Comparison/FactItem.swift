import Model

/// Something in a sentence that can be checked.
struct FactItem {
  var type: FactChange.FactType
  var utf8: Range<Int>
  /// Tokens of the side.
  var tokens: Range<Int>
  /// The value in a form in which equal facts are equal strings.
  var key: String
  /// For pairing: the unit of a number, the group of a modal word; else empty.
  var group: String = ""
  /// The words of a name, in normal form, stop words left out.
  var words: [String] = []
  /// Index of the sentence.
  var unit: Int
  /// What the tagger takes a name for; nil for a name that only has capitals.
  var entityType: EntityType?
  /// What a number counts, where it is a unit of measure; nil for anything else.
  var measure: Measure?
  /// Number of the entity among those of both sides; equal ones are one entity.
  var entity: Int?
}

/// A unit of measure behind a number.
struct Measure: Hashable {
  /// One name for all spellings of the unit.
  let unit: String
  /// Where its word ends, in bytes of the text.
  let end: Int
}
