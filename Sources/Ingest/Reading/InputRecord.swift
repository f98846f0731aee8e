public import Model

/// What a record's bytes are.
public enum InputKind: String, Hashable, Sendable {
  /// HTML or XHTML.
  case html
  /// Plain text.
  case text
  /// Markdown.
  case markdown
}

/// One input that is to become a version: bytes with what their container says about them.
public struct InputRecord: Sendable {
  /// Where it was read.
  public var origin: Origin
  /// What the bytes are.
  public var kind: InputKind
  /// The content after transfer and content decoding, before its characters are decoded.
  public var bytes: [UInt8]
  /// The address, when the container states one.
  public var url: String?
  /// The charset of an HTTP header.
  public var charset: String?
  /// When the record was captured.
  public var captured: Found<Day>?
  /// What the container says about the text; taken before anything found in it.
  public var given = Metadata()

  /// A record of `bytes`.
  public init(origin: Origin, kind: InputKind, bytes: [UInt8]) {
    self.origin = origin
    self.kind = kind
    self.bytes = bytes
  }
}

/// What a reader met.
public enum ReaderOutcome: Sendable {
  /// An input.
  case document(InputRecord)
  /// A record that holds no document, with the reason.
  case skipped(Origin, reason: String)
  /// A record that says a known address was captured again with the same content.
  case seenAgain(Origin, url: String, captured: Day?)
  /// Something that could not be read.
  case failure(Failure)
}

/// What a reader takes and leaves.
public struct ReadingOptions: Sendable, Equatable {
  /// The most bytes of one document, decompressed.
  public var maximumDocument = 64 << 20
  /// Names of fields in JSON Lines.
  public var fields = FieldMapping()

  /// Options with their defaults.
  public init() {}
}
