/// The bytes of a literal of ASCII text, as a table that is part of the program.
///
/// Nothing is read or built when the program starts. A literal of text compiles at once, where one
/// of numbers takes the compiler a minute.
@safe public struct LiteralBytes: Sendable {
  // A `StaticString` has no Span. Its bytes are constant and stay for ever, so sharing them is safe.
  @usableFromInline nonisolated(unsafe) let start: UnsafePointer<UInt8>
  /// Number of bytes.
  public let count: Int

  /// The bytes of `literal`, which has to be of ASCII.
  public init(_ literal: StaticString) {
    precondition(literal.hasPointerRepresentation, "a table is more than one scalar")
    unsafe start = literal.utf8Start
    count = literal.utf8CodeUnitCount
  }

  // Inlinable for `variorum-bench --stage graphemes`: a table is read for every scalar.
  /// The byte at `index`, less than `count`.
  @inlinable @inline(__always)
  public subscript(index: Int) -> UInt8 {
    precondition(index >= 0 && index < count)
    return unsafe start[index]
  }
}
