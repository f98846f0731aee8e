/// The kind of a passage.
public enum PassageKind: String, Hashable, Sendable, CaseIterable {
  /// The title of the text.
  case title
  /// The deck or standfirst below the title.
  case deck
  /// A section heading.
  case heading
  /// Running text.
  case paragraph
  /// A block quotation.
  case quote
  /// One item of a list.
  case listItem = "list-item"
  /// The caption of a picture or table.
  case caption
  /// A row of a table, cells separated by tabs.
  case table
  /// A block of code or other preformatted text.
  case code
  /// A correction, disclaimer or other editorial note.
  case note
  /// Text that belongs to the page rather than to the article.
  case boilerplate
}

/// A stretch of a version's text that the page sets apart.
public struct Passage: Hashable, Sendable {
  /// The place in reading order, from 0.
  public var index: Int
  /// The kind.
  public var kind: PassageKind
  /// UTF-8 byte offsets into the version's text, half-open.
  public var utf8: Range<Int>

  /// A passage of `kind` at `utf8`.
  public init(index: Int, kind: PassageKind, utf8: Range<Int>) {
    self.index = index
    self.kind = kind
    self.utf8 = utf8
  }
}
