/// An address that is written relative to another, made whole.
///
/// - Parameters:
///   - reference: An address, a path, or nothing.
///   - base: The address that it is relative to; nil when there is none.
/// - Returns: The whole address; `reference` itself where `base` gives nothing to complete it with.
/// - Source: RFC 3986, section 5.2, without checks of the parts.
func resolvedAddress(_ reference: String, base: String?) -> String {
  guard !hasScheme(reference), let base, hasScheme(base),
    let schemeEnd = base.firstIndex(of: ":")
  else { return reference }
  if reference.isEmpty { return base }
  let scheme = base[...schemeEnd]
  if reference.hasPrefix("//") { return scheme + reference }
  let rest = base[base.index(after: schemeEnd)...]
  guard rest.hasPrefix("//") else { return reference }
  let pathStart = rest.dropFirst(2).firstIndex { "/?#".contains($0) } ?? rest.endIndex
  let origin = scheme + rest[..<pathStart]
  let path = rest[pathStart...].prefix { $0 != "?" && $0 != "#" }
  switch reference.first {
  case "/": return origin + withoutDots(reference)
  case "#": return String(base.prefix { $0 != "#" }) + reference
  case "?": return origin + (path.isEmpty ? "/" : path) + reference
  default:
    let folder = path.lastIndex(of: "/").map { path[...$0] } ?? "/"
    return origin + withoutDots(folder + reference)
  }
}

private func hasScheme(_ address: String) -> Bool {
  guard let colon = address.firstIndex(of: ":"), colon > address.startIndex else { return false }
  return address[..<colon].allSatisfy {
    $0.isASCII && ($0.isLetter || $0.isNumber || "+-.".contains($0))
  }
}

/// A path without `.` and `..`; what follows a question mark or number sign stays.
private func withoutDots(_ path: String) -> String {
  let end = path.firstIndex { $0 == "?" || $0 == "#" } ?? path.endIndex
  var kept: [Substring] = []
  let parts = path[..<end].split(separator: "/", omittingEmptySubsequences: false).dropFirst()
  for (place, part) in parts.enumerated() {
    let isLast = place == parts.count - 1
    if part == ".." { _ = kept.popLast() }
    if part != "..", part != "." {
      kept.append(part)
    } else if isLast {
      kept.append("")
    }
  }
  return "/" + kept.joined(separator: "/") + path[end...]
}
