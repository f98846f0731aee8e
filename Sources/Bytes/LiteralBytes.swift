/// The bytes of a literal of ASCII text, as a table that is part of the program.
///
/// Nothing is read or built when the program starts. A literal of text compiles at once, where one
/// of numbers takes the compiler a minute.
@safe public struct LiteralBytes: @unchecked Sendable {
  // A `StaticString` has no Span. Its bytes are constant and stay for ever, so sharing them is safe.
  private let start: UnsafePointer<UInt8>
  /// Number of bytes.
  public let count: Int

  /// The bytes of `literal`, which has to be of ASCII.
  public init(_ literal: StaticString) {
    precondition(literal.hasPointerRepresentation, "a table is more than one scalar")
    unsafe start = literal.utf8Start
    count = literal.utf8CodeUnitCount
  }

  /// The byte at `index`, less than `count`.
  @inline(__always)
  public subscript(index: Int) -> UInt8 {
    precondition(index >= 0 && index < count)
    return unsafe start[index]
  }
}
