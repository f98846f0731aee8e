import Bytes

/// A page's title without the name of the site.
///
/// `Ports are full | The Harbour Review` → `Ports are full`. `siteName` and the host tell which part is
/// the site's; where they do not, the longest part is the title.
func withoutSiteName(_ title: String, siteName: String?, url: String?) -> String {
  let title = plainText(title)
  let separators = [
    " | ", " – ", " — ", " - ", " :: ", " » ", " « ", " • ", " · ", " ~ ", " // ", " < ",
  ]
  let site = folded(Array((siteName ?? "").utf8))
  let host = hostWords(url)
  for separator in separators {
    let parts = pieces(of: title, separator)
    guard parts.count > 1 else { continue }
    func isSite(_ part: String) -> Bool {
      let key = folded(Array(part.utf8))
      guard !key.isEmpty else { return true }
      if !site.isEmpty, key == site || (key.count > 3 && contains(site, key)) { return true }
      return key.count > 3 && (contains(host, key) || (host.count > 3 && contains(key, host)))
    }
    var kept = parts
    while kept.count > 1, let last = kept.last, isSite(last) { kept.removeLast() }
    while kept.count > 1, let first = kept.first, isSite(first) { kept.removeFirst() }
    if kept.count < parts.count { return kept.joined(separator: separator) }
    if separator == " | " || separator == " :: " || separator == " » " || separator == " « " {
      return parts.max { $0.count < $1.count } ?? title
    }
    // A short last part after a dash is most often the site.
    if let last = parts.last, parts.count == 2, last.split(separator: " ").count <= 3,
      parts[0].split(separator: " ").count >= 4, last.first?.isUppercase == true
    {
      return parts[0]
    }
  }
  return title
}

private func pieces(of title: String, _ separator: String) -> [String] {
  title.contains(separator) ? title.split(separator: separator).map(String.init) : [title]
}

private func contains(_ text: [UInt8], _ part: [UInt8]) -> Bool {
  guard part.count <= text.count, !part.isEmpty else { return false }
  for start in 0...(text.count - part.count) where text[start] == part[0] {
    if text[start..<(start + part.count)].elementsEqual(part) { return true }
  }
  return false
}

/// The name of the host without `www` and the top-level domain, folded.
private func hostWords(_ url: String?) -> [UInt8] {
  folded(Array(hostName(url).utf8))
}

/// `https://www.harbour-review.example/x` → `harbour-review`.
func hostName(_ url: String?) -> String {
  guard let url, let scheme = url.firstRangeOf("://") else { return "" }
  let host = url[scheme...].prefix { $0 != "/" && $0 != ":" && $0 != "?" }
  var labels = host.split(separator: ".").map(String.init)
  if labels.first == "www" { labels.removeFirst() }
  return labels.dropLast().max { $0.count < $1.count } ?? ""
}

extension String {
  /// The place after the first `text`, or nil.
  fileprivate func firstRangeOf(_ text: String) -> String.Index? {
    var at = startIndex
    while at < endIndex {
      if self[at...].hasPrefix(text) { return index(at, offsetBy: text.count) }
      at = index(after: at)
    }
    return nil
  }
}
