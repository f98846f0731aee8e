import CUchardet

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

// iconv and libuchardet take pointers; they are used within one call and never kept.

/// `bytes` in UTF-8, with U+FFFD for each byte that has no meaning; nil for an unknown encoding.
func converted(_ bytes: [UInt8], from encoding: String) -> (utf8: [UInt8], replacements: Int)? {
  let handle = unsafe iconv_open("UTF-8", encoding)
  guard unsafe handle != iconv_t(bitPattern: -1) else { return nil }
  defer { unsafe iconv_close(handle) }
  var input = bytes.map { CChar(bitPattern: $0) }
  var out: [UInt8] = []
  out.reserveCapacity(bytes.count * 3 / 2)
  var chunk = [CChar](repeating: 0, count: 1 << 16)
  var position = 0
  var replacements = 0
  while position < input.count {
    var written = 0
    var stuck = false
    unsafe input.withUnsafeMutableBufferPointer { source in
      unsafe chunk.withUnsafeMutableBufferPointer { target in
        var from = unsafe source.baseAddress?.advanced(by: position)
        var left = source.count - position
        var to = target.baseAddress
        var room = target.count
        let result = unsafe iconv(handle, &from, &left, &to, &room)
        written = target.count - room
        position = source.count - left
        stuck = result == -1 && errno != E2BIG
      }
    }
    for i in 0..<written { out.append(UInt8(bitPattern: chunk[i])) }
    if stuck {
      out.append(contentsOf: [0xEF, 0xBF, 0xBD])
      replacements += 1
      position += 1
    }
  }
  return (out, replacements)
}

/// The encoding that libuchardet takes the first 256 KB for, as iconv knows it, or nil.
func detectedEncoding(_ bytes: [UInt8]) -> String? {
  guard let detector = unsafe uchardet_new() else { return nil }
  defer { unsafe uchardet_delete(detector) }
  let sample = bytes.prefix(1 << 18).map { CChar(bitPattern: $0) }
  guard unsafe uchardet_handle_data(detector, sample, sample.count) == 0 else { return nil }
  unsafe uchardet_data_end(detector)
  let name = unsafe String(cString: uchardet_get_charset(detector))
  // Code pages of DOS and of early Macintoshes are what the detector makes of a few dashes in the
  // windows-1252 of a text that is otherwise ASCII; pages are not written in them.
  return CharsetLabels.encoding(for: name)
}
