/// What is known about a version apart from its text; every field carries its evidence.
public struct Metadata: Hashable, Sendable {
  /// The title, without the name of the site.
  public var title: Found<String>?
  /// The deck or standfirst.
  public var deck: Found<String>?
  /// The authors in the order of the byline, roles and "By" removed, no duplicates.
  public var authors: [Found<String>] = []
  /// The day of publication.
  public var published: Found<Day>?
  /// The day of the last change.
  public var modified: Found<Day>?
  /// Why there is no day of publication; nil when there is one.
  public var undatedReason: String?
  /// The publisher or the name of the site.
  public var publisher: Found<String>?
  /// The canonical address.
  public var canonicalURL: Found<String>?
  /// The language as a BCP 47 code such as `en` or `zh-Hant`.
  public var language: Found<String>?
  /// The languages of a text in several, the largest share first; empty for a text in one.
  ///
  /// The detail of the evidence says how much of the text is in each.
  public var languages: [Found<String>] = []
  /// The section of the publication.
  public var section: Found<String>?
  /// The page's own tags, in its order.
  public var tags: [Found<String>] = []
  /// The caption of the leading image.
  public var imageCaption: Found<String>?

  /// Metadata of which nothing is known yet.
  public init() {}
}
