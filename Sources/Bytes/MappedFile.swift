#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A file whose bytes are mapped into memory and never copied.
///
/// The file must not be cut shorter while it is mapped. Pointers are needed because `mmap` gives
/// one; they stay inside this file.
@safe public final class MappedFile: Sendable {
  /// Why a file could not be mapped.
  public struct Failure: Error, Hashable, Sendable, CustomStringConvertible {
    /// What failed, with the path and the system's reason.
    public let description: String
  }

  // Immutable after initialisation and only ever read, so sharing it is safe.
  @usableFromInline nonisolated(unsafe) let base: UnsafeRawPointer?
  /// Number of bytes.
  public let count: Int

  /// Maps the file at `path` for reading.
  public convenience init(path: String) throws(Failure) {
    try self.init(systemPath: Array(path.utf8))
  }

  /// Maps the file at a path in the bytes of the file system, which may be no valid UTF-8.
  public init(systemPath: [UInt8]) throws(Failure) {
    let path = percentEscaped(systemPath.span)
    let name = systemPath.map { CChar(bitPattern: $0) } + [0]
    // Opening a pipe would wait for a writer for ever.
    let descriptor = unsafe open(name, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { throw Failure(description: "\(path): \(systemReason())") }
    defer { close(descriptor) }
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0 else {
      throw Failure(description: "\(path): \(systemReason())")
    }
    guard status.st_mode & S_IFMT == S_IFREG else {
      throw Failure(description: "\(path): a folder, pipe or device, not a file")
    }
    count = Int(status.st_size)
    guard count > 0 else {
      unsafe base = nil
      return
    }
    let address = unsafe mmap(nil, count, PROT_READ, MAP_PRIVATE, descriptor, 0)
    guard let address = unsafe address, unsafe address != MAP_FAILED else {
      throw Failure(description: "\(path): \(systemReason())")
    }
    unsafe base = UnsafeRawPointer(address)
  }

  deinit {
    if let base = unsafe base {
      unsafe munmap(UnsafeMutableRawPointer(mutating: base), count)
    }
  }

  /// The bytes of the file.
  public var bytes: Span<UInt8> {
    @_lifetime(borrow self)
    get {
      let buffer = unsafe UnsafeBufferPointer(
        start: base?.assumingMemoryBound(to: UInt8.self), count: base == nil ? 0 : count)
      return unsafe _overrideLifetime(Span(_unsafeElements: buffer), borrowing: self)
    }
  }

  /// The 24 bytes from `offset` as three words; zeros where the file is too short.
  @inlinable @inline(__always)
  public func row(at offset: Int) -> (UInt64, UInt64, UInt64) {
    guard offset >= 0, offset + 24 <= count, let base = unsafe base else { return (0, 0, 0) }
    // In bounds by the line above; the loads ask for no alignment.
    return unsafe (
      base.loadUnaligned(fromByteOffset: offset, as: UInt64.self),
      base.loadUnaligned(fromByteOffset: offset + 8, as: UInt64.self),
      base.loadUnaligned(fromByteOffset: offset + 16, as: UInt64.self)
    )
  }

  /// The sixteen little-endian numbers of two bytes at `offset`; zeros where the file is too short.
  @inlinable @inline(__always)
  public func sixteen(at offset: Int) -> SIMD16<Int16> {
    guard offset >= 0, offset + 32 <= count, let base = unsafe base else { return .zero }
    // In bounds by the line above; the load asks for no alignment.
    return unsafe base.loadUnaligned(fromByteOffset: offset, as: SIMD16<Int16>.self)
  }

  /// The little-endian number of two bytes at `offset`; zero where the file is too short.
  @inlinable @inline(__always)
  public func number(at offset: Int) -> Int16 {
    guard offset >= 0, offset + 2 <= count, let base = unsafe base else { return 0 }
    // In bounds by the line above; the load asks for no alignment.
    return unsafe base.loadUnaligned(fromByteOffset: offset, as: Int16.self)
  }

  /// The two little-endian numbers at `offset`; zeros where the file is too short.
  @inlinable @inline(__always)
  public func pair(at offset: Int) -> (UInt32, UInt32) {
    guard offset >= 0, offset + 8 <= count, let base = unsafe base else { return (0, 0) }
    // In bounds by the line above; the load asks for no alignment.
    return unsafe (
      base.loadUnaligned(fromByteOffset: offset, as: UInt32.self),
      base.loadUnaligned(fromByteOffset: offset + 4, as: UInt32.self)
    )
  }
}

private func systemReason() -> String { unsafe String(cString: strerror(errno)) }
