import Bytes
import CBrotli
import CZlib
import CZstd

/// How bytes are compressed.
enum Compression {
  case none
  /// gzip or zlib, told by the header.
  case gzip
  /// Deflate without a header.
  case deflate
  case zstandard
  case brotli
}

/// Why compressed bytes could not be read.
struct DecompressionError: Error, Equatable {
  /// `damaged` or `too-large`.
  var code = "damaged"
  var reason: String
}

/// Decompresses a stream piece by piece.
///
/// The C libraries work on pointers into the input and into the piece that is being filled; both
/// are passed within one call and never kept.
@safe final class Decompressor {
  /// Where the next byte of the input is read.
  private(set) var position: Int
  /// Whether a gzip member ended with the last piece.
  private(set) var atMemberEnd = false
  /// Where in the input the gzip member that is being read begins.
  private(set) var memberStart: Int
  private let compression: Compression
  private var isOpen = false
  private var zlib = unsafe z_stream()
  private var zstd: OpaquePointer?
  private var brotli: OpaquePointer?

  init(_ compression: Compression, at position: Int = 0) {
    self.compression = compression
    self.position = position
    memberStart = position
    switch compression {
    case .zstandard: unsafe zstd = ZSTD_createDStream()
    case .brotli: unsafe brotli = BrotliDecoderCreateInstance(nil, nil, nil)
    default: break
    }
  }

  deinit {
    if isOpen { unsafe inflateEnd(&zlib) }
    if let zstd = unsafe zstd { unsafe ZSTD_freeDStream(zstd) }
    if let brotli = unsafe brotli { unsafe BrotliDecoderDestroyInstance(brotli) }
  }

  /// Starts anew at the gzip member at `position`.
  func resume(at position: Int) {
    if isOpen { unsafe inflateEnd(&zlib) }
    isOpen = false
    self.position = position
    memberStart = position
    atMemberEnd = false
  }

  /// Appends at most `size` bytes to `out`; appends nothing at the end of the input.
  func read(
    _ input: borrowing Span<UInt8>, into out: inout [UInt8], size: Int = 1 << 16
  ) throws(DecompressionError) {
    switch compression {
    case .none:
      let end = min(position + size, input.count)
      if position < end { out.append(input, position..<end) }
      position = max(position, end)
    case .gzip: try inflateMore(input, &out, size, window: 15 + 32)
    case .deflate: try inflateMore(input, &out, size, window: -15)
    case .zstandard: try zstdMore(input, &out, size)
    case .brotli: try brotliMore(input, &out, size)
    }
  }

  private func inflateMore(
    _ input: borrowing Span<UInt8>, _ out: inout [UInt8], _ size: Int, window: CInt
  ) throws(DecompressionError) {
    atMemberEnd = false
    if !isOpen {
      // Padding after a member is no member.
      while position < input.count, input[position] == 0 { position += 1 }
      guard position < input.count else { return }
      memberStart = position
      unsafe zlib = z_stream()
      guard
        unsafe inflateInit2_(&zlib, window, ZLIB_VERSION, CInt(MemoryLayout<z_stream>.size)) == Z_OK
      else { throw DecompressionError(reason: "zlib cannot start") }
      isOpen = true
    }
    guard position < input.count else {
      isOpen = false
      unsafe inflateEnd(&zlib)
      throw DecompressionError(reason: "the compressed data ends too early")
    }
    let before = out.count
    out.append(contentsOf: repeatElement(0, count: size))
    let available = min(input.count - position, 1 << 20)
    let status = unsafe input.withUnsafeBufferPointer { source in
      unsafe out.withUnsafeMutableBufferPointer { target in
        unsafe zlib.next_in = UnsafeMutablePointer(
          mutating: source.baseAddress?.advanced(by: position))
        unsafe zlib.avail_in = UInt32(available)
        unsafe zlib.next_out = target.baseAddress?.advanced(by: before)
        unsafe zlib.avail_out = UInt32(size)
        return unsafe inflate(&zlib, Z_NO_FLUSH)
      }
    }
    position += unsafe available - Int(zlib.avail_in)
    out.removeLast(unsafe Int(zlib.avail_out))
    switch status {
    case Z_STREAM_END:
      atMemberEnd = true
      isOpen = false
      unsafe inflateEnd(&zlib)
    case Z_OK where out.count > before || position < input.count: break
    case Z_BUF_ERROR where out.count > before: break
    default:
      isOpen = false
      unsafe inflateEnd(&zlib)
      throw DecompressionError(
        reason: status == Z_BUF_ERROR || status == Z_OK
          ? "the compressed data ends too early" : "the compressed data is damaged")
    }
  }

  private func zstdMore(
    _ input: borrowing Span<UInt8>, _ out: inout [UInt8], _ size: Int
  ) throws(DecompressionError) {
    guard position < input.count else { return }
    let before = out.count
    out.append(contentsOf: repeatElement(0, count: size))
    var written = 0
    while written == 0, position < input.count {
      let status = unsafe input.withUnsafeBufferPointer { source in
        unsafe out.withUnsafeMutableBufferPointer { target in
          var from = unsafe ZSTD_inBuffer(
            src: source.baseAddress, size: source.count, pos: position)
          var to = unsafe ZSTD_outBuffer(
            dst: target.baseAddress?.advanced(by: before), size: size, pos: 0)
          let status = unsafe ZSTD_decompressStream(zstd, &to, &from)
          position = unsafe from.pos
          written = unsafe to.pos
          return status
        }
      }
      guard ZSTD_isError(status) == 0 else {
        out.removeLast(size - written)
        throw DecompressionError(reason: "the compressed data is damaged")
      }
      if position >= input.count, status != 0, written == 0 {
        out.removeLast(size)
        throw DecompressionError(reason: "the compressed data ends too early")
      }
    }
    out.removeLast(size - written)
  }

  private func brotliMore(
    _ input: borrowing Span<UInt8>, _ out: inout [UInt8], _ size: Int
  ) throws(DecompressionError) {
    if unsafe BrotliDecoderIsFinished(brotli) != 0 { return }
    let before = out.count
    out.append(contentsOf: repeatElement(0, count: size))
    var left = size
    let result = unsafe input.withUnsafeBufferPointer { source in
      unsafe out.withUnsafeMutableBufferPointer { target in
        var available = source.count - position
        var from = unsafe source.baseAddress?.advanced(by: position)
        var to = unsafe target.baseAddress?.advanced(by: before)
        let result = unsafe BrotliDecoderDecompressStream(
          brotli, &available, &from, &left, &to, nil)
        position = source.count - available
        return result
      }
    }
    out.removeLast(left)
    switch result {
    case BROTLI_DECODER_RESULT_ERROR:
      throw DecompressionError(reason: "the compressed data is damaged")
    case BROTLI_DECODER_RESULT_NEEDS_MORE_INPUT:
      throw DecompressionError(reason: "the compressed data ends too early")
    default: break
    }
  }
}

/// All of `input` decompressed, or why not; stops with an error at `limit` bytes.
func decompressed(
  _ input: borrowing Span<UInt8>, _ compression: Compression, limit: Int
) throws(DecompressionError) -> [UInt8] {
  if case .none = compression, input.count > limit {
    throw DecompressionError(
      code: "too-large", reason: "\(input.count) bytes, the limit is \(limit)")
  }
  let stream = Decompressor(compression)
  var out: [UInt8] = []
  while true {
    let before = out.count
    try stream.read(input, into: &out)
    if out.count == before, !stream.atMemberEnd || stream.position >= input.count { return out }
    guard out.count <= limit else {
      throw DecompressionError(
        code: "too-large", reason: "more than \(limit) bytes when decompressed")
    }
  }
}

/// Where after `start` the next gzip member begins whose first bytes `isWanted` takes, or nil.
///
/// - Complexity: O(*n*), and one attempt to decompress 64 bytes at each place that looks like a member.
func nextGzipMember(
  _ bytes: borrowing Span<UInt8>, after start: Int, where isWanted: ([UInt8]) -> Bool
) -> Int? {
  var i = start + 1
  while let found = bytes.firstIndex(of: 0x1F, from: i) {
    // Magic number, deflate, and no reserved flags.
    if found + 10 <= bytes.count, bytes[found + 1] == 0x8B, bytes[found + 2] == 8,
      bytes[found + 3] & 0xE0 == 0
    {
      var probe: [UInt8] = []
      let stream = Decompressor(.gzip, at: found)
      if (try? stream.read(bytes, into: &probe, size: 64)) != nil, isWanted(probe) {
        return found
      }
    }
    i = found + 1
  }
  return nil
}
