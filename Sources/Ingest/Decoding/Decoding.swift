import Bytes
public import Model

/// Text whose characters were decoded.
public struct DecodedText: Sendable {
  /// Valid UTF-8.
  public var utf8: [UInt8]
  /// The encoding that the bytes were taken for.
  public var encoding: String
  /// Where the encoding was named: `bom`, `header`, `meta`, `xml`, `detected` or `default`.
  public var evidence: String
  /// The encoding that the document names for itself, where its bytes are not in it.
  public var wronglyStated: String?
  /// How many characters could not be decoded and became U+FFFD.
  public var replacements: Int
  /// How many runs of characters were encoded twice and are no more.
  public var repairs = 0

  /// What was odd, as issues of the version.
  public var issues: [Issue] {
    var issues: [Issue] = []
    if let wronglyStated {
      issues.append(
        Issue("encoding-wrong", "it says \(wronglyStated) and is not; it was read as \(encoding)"))
    }
    if replacements > 0 {
      issues.append(
        Issue(
          "encoding-replaced",
          "\(replacements) characters are not \(encoding) (encoding from: \(evidence)); "
            + "they became U+FFFD"))
    }
    if repairs > 0 {
      issues.append(
        Issue("encoded-twice", "\(repairs) runs of characters were UTF-8 encoded twice; repaired"))
    }
    return issues
  }
}

/// Decodes the characters of a document.
///
/// The encoding is that of a byte order mark, else of the HTTP header, else of a `meta` element or an
/// XML declaration, else it is detected. A document that says it is UTF-8 and is not, or says
/// nothing, is looked at by the detector.
/// - Complexity: O(*n*).
public func decode(
  _ bytes: [UInt8], header charset: String? = nil, isHTML: Bool
) -> DecodedText {
  let isASCII = bytes.span.isASCII
  var decoded = decodedOnce(bytes, header: charset, isHTML: isHTML, isASCII: isASCII)
  if !isASCII || decoded.encoding != "UTF-8", let repaired = withoutDoubleEncoding(decoded.utf8) {
    decoded.utf8 = repaired.utf8
    decoded.repairs = repaired.repairs
  }
  return decoded
}

private func decodedOnce(
  _ bytes: [UInt8], header charset: String?, isHTML: Bool, isASCII: Bool
) -> DecodedText {
  if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
    return utf8(Array(bytes[3...]), "bom")
  }
  if bytes.starts(with: [0xFF, 0xFE]) { return convert(Array(bytes[2...]), "UTF-16LE", "bom") }
  if bytes.starts(with: [0xFE, 0xFF]) { return convert(Array(bytes[2...]), "UTF-16BE", "bom") }
  let isValid = isASCII || validUTF8(bytes)
  var stated: (name: String, evidence: String)?
  if let charset, let name = CharsetLabels.encoding(for: charset) {
    stated = (name, "header")
  } else if isHTML {
    stated = declaration(bytes.span)
  }
  // What is valid UTF-8 with characters beyond ASCII is UTF-8, whatever it says of itself.
  if isValid, stated?.name != "ISO-2022-JP", !isASCII {
    return DecodedText(
      utf8: bytes, encoding: "UTF-8", evidence: stated?.name == "UTF-8" ? "header" : "detected",
      replacements: 0)
  }
  if isValid, stated == nil || stated?.name == "UTF-8" || stated?.name == "WINDOWS-1252" {
    let name = detectedEncodingOfASCII(bytes)
    if let name { return convert(bytes, name, "detected") }
    return DecodedText(utf8: bytes, encoding: "UTF-8", evidence: "default", replacements: 0)
  }
  if let stated, stated.name != "UTF-8", stated.name != "UTF-16LE", stated.name != "UTF-16BE" {
    return convert(bytes, stated.name, stated.evidence)
  }
  // Few broken characters in a long page that says UTF-8: it is UTF-8 with a scar.
  let repaired = utf8(bytes, stated?.evidence ?? "default")
  let foreign = bytes.reduce(0) { $0 + ($1 >= 0x80 ? 1 : 0) }
  if repaired.replacements * 10 < foreign { return repaired }
  guard let name = detectedEncoding(bytes), name != "UTF-8" else {
    return stated == nil ? convert(bytes, "WINDOWS-1252", "default") : repaired
  }
  var text = convert(bytes, name, "detected")
  text.wronglyStated = stated?.name
  return text
}

private func validUTF8(_ bytes: [UInt8]) -> Bool { String(validating: bytes, as: UTF8.self) != nil }

/// ISO-2022-JP is seven-bit and passes as ASCII.
private func detectedEncodingOfASCII(_ bytes: [UInt8]) -> String? {
  bytes.span.firstRange(of: "\u{1B}$B") != nil ? "ISO-2022-JP" : nil
}

private func utf8(_ bytes: [UInt8], _ evidence: String) -> DecodedText {
  if validUTF8(bytes) {
    return DecodedText(utf8: bytes, encoding: "UTF-8", evidence: evidence, replacements: 0)
  }
  let before = countReplacements(bytes)
  let repaired = Array(String(decoding: bytes, as: UTF8.self).utf8)
  return DecodedText(
    utf8: repaired, encoding: "UTF-8", evidence: evidence,
    replacements: countReplacements(repaired) - before)
}

private func countReplacements(_ bytes: [UInt8]) -> Int {
  var count = 0
  var i = 0
  while i + 2 < bytes.count {
    if bytes[i] == 0xEF, bytes[i + 1] == 0xBF, bytes[i + 2] == 0xBD { count += 1 }
    i += 1
  }
  return count
}

private func convert(_ bytes: [UInt8], _ encoding: String, _ evidence: String) -> DecodedText {
  guard let result = converted(bytes, from: encoding) else { return utf8(bytes, evidence) }
  return DecodedText(
    utf8: result.utf8, encoding: encoding, evidence: evidence, replacements: result.replacements)
}

/// The encoding that a page names in its first bytes.
///
/// - Source: WHATWG HTML, "prescan a byte stream to determine its encoding", simplified: the label
///   after the first `charset` within the first 2,048 bytes.
private func declaration(_ bytes: borrowing Span<UInt8>) -> (name: String, evidence: String)? {
  let end = min(bytes.count, 2_048)
  let isXML = bytes.hasBytes("<?xml", at: 0)
  var i = 0
  while i < end {
    let isCharset = bytes.hasBytesIgnoringCase("charset", at: i)
    let isEncoding = isXML && i < 128 && bytes.hasBytesIgnoringCase("encoding", at: i)
    guard isCharset || isEncoding else {
      i += 1
      continue
    }
    i += isCharset ? 7 : 8
    while i < end, ASCII.isSpace(bytes[i]) { i += 1 }
    guard i < end, bytes[i] == 0x3D else { continue }
    i += 1
    while i < end, ASCII.isSpace(bytes[i]) || bytes[i] == 0x22 || bytes[i] == 0x27 { i += 1 }
    var label: [UInt8] = []
    while i < end, label.count < 40,
      ASCII.isAlphanumeric(bytes[i]) || [0x2D, 0x5F, 0x3A, 0x2E].contains(bytes[i])
    {
      label.append(bytes[i])
      i += 1
    }
    if let name = CharsetLabels.encoding(for: String(decoding: label, as: UTF8.self)) {
      return (name, isCharset ? "meta" : "xml")
    }
  }
  return nil
}
