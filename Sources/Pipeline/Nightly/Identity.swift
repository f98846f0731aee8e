import Ingest
import Model

// Who a document is: its address, and identifiers made from it. See "Identity and time" in
// docs/ARCHITECTURE.md.

/// The address of a page: canonical URL, else URL, else `path`.
///
/// A canonical address that names only a site stands for its front page, not for this page, and is
/// passed over.
func address(canonical: String?, url: String?, path: String) -> String {
  for candidate in [canonical, url] {
    guard let candidate, let clean = normalisedAddress(candidate) else { continue }
    return clean
  }
  return path
}

/// A web address without fragment and tracking parameters, scheme and host in small letters; nil
/// when it is none or names no page.
func normalisedAddress(_ text: String) -> String? {
  let bytes = text.utf8.prefix(4096)
  guard bytes.allSatisfy({ $0 > 0x20 && $0 != 0x7F }) else { return nil }
  let text = String(decoding: bytes.prefix { $0 != UInt8(ascii: "#") }, as: UTF8.self)
  guard let mark = text.firstRange(of: "://") else { return nil }
  let scheme = text[..<mark.lowerBound].lowercased()
  guard scheme == "http" || scheme == "https" else { return nil }
  let rest = text[mark.upperBound...]
  let host = rest.prefix { $0 != "/" && $0 != "?" }.lowercased()
  guard !host.isEmpty else { return nil }
  let path = rest.dropFirst(host.count).prefix { $0 != "?" }
  let query = rest.dropFirst(host.count + path.count).dropFirst()
  let kept = query.split(separator: "&").filter { part in
    let name = part.prefix { $0 != "=" }.lowercased()
    return !name.hasPrefix("utm_") && !["fbclid", "gclid", "mc_cid", "mc_eid"].contains(name)
  }
  guard path.count > 1 || !kept.isEmpty else { return nil }
  // One page, whichever scheme it was fetched by.
  return "https://" + host + path + (kept.isEmpty ? "" : "?" + kept.joined(separator: "&"))
}

/// The identifier of the document at `address`.
func documentID(_ address: String) -> DocumentID {
  DocumentID(rawValue: String(sha256Hex(Array(address.utf8)).prefix(16)))
}

/// The identifier of the version with `title` and `text` at `address`.
func versionID(_ address: String, title: String?, text: String) -> VersionID {
  let content = address + "\u{0}" + (title ?? "") + "\u{0}" + text
  return VersionID(rawValue: String(sha256Hex(Array(content.utf8)).prefix(16)))
}

/// SHA-256 of the words of `text`: white space of any kind and length counts as one blank.
func contentHash(_ text: String) -> String {
  var words: [UInt8] = []
  words.reserveCapacity(text.utf8.count)
  var wantsBlank = false
  for byte in text.utf8 {
    if byte == 0x20 || (0x09...0x0D).contains(byte) {
      wantsBlank = !words.isEmpty
    } else {
      if wantsBlank { words.append(0x20) }
      wantsBlank = false
      words.append(byte)
    }
  }
  return sha256Hex(words)
}
