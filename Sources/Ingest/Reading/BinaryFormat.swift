import Bytes

/// What binary bytes are, or nil when they look like text.
func binaryFormat(_ bytes: borrowing Span<UInt8>) -> String? {
  if bytes.hasBytes("\u{89}PNG", at: 0)
    || (bytes.count > 4 && bytes[0] == 0x89 && bytes.hasBytes("PNG", at: 1))
  {
    return "a PNG picture"
  }
  if bytes.hasBytes("%PDF-", at: 0) { return "a PDF file; turn it into text with pdftotext" }
  if bytes.hasBytes("GIF8", at: 0) { return "a GIF picture" }
  if bytes.count > 3, bytes[0] == 0xFF, bytes[1] == 0xD8, bytes[2] == 0xFF {
    return "a JPEG picture"
  }
  if bytes.hasBytes("PK\u{3}\u{4}", at: 0) {
    return "a ZIP or Office file; turn documents into text with pandoc"
  }
  if bytes.hasBytes("RIFF", at: 0), bytes.hasBytes("WEBP", at: 8) { return "a WebP picture" }
  if bytes.hasBytes("{\\rtf", at: 0) { return "an RTF document; turn it into text with pandoc" }
  if bytes.count > 3, bytes[0] == 0xD0, bytes[1] == 0xCF, bytes[2] == 0x11, bytes[3] == 0xE0 {
    return "an old Office document; turn it into text with antiword or LibreOffice"
  }
  if bytes.count > 1, bytes[0] == 0x1F, bytes[1] == 0x8B { return "gzip data" }
  if bytes.count > 1, bytes[0] == 0xFF && bytes[1] == 0xFE || bytes[0] == 0xFE && bytes[1] == 0xFF {
    return nil
  }
  // Text has few control characters; UTF-16 without a mark has one NUL in two bytes.
  var controls = 0
  var zeros = 0
  let count = min(bytes.count, 4_096)
  for i in 0..<count {
    let byte = bytes[i]
    if byte == 0 {
      zeros += 1
    } else if byte < 0x20, !ASCII.isSpace(byte), byte != 0x1B, byte != 0x0B {
      controls += 1
    }
  }
  if controls * 20 > count { return "binary data" }
  if zeros * 20 > count, zeros * 10 < count * 4 || zeros * 10 > count * 6 { return "binary data" }
  return nil
}
