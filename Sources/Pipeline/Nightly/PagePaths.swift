import Bytes
import Model

/// The path of the page of a theme or name from the folder of the digest.
func pagePath(of subject: Subject) -> String {
  "\(subject.kind == .theme ? "themes" : "names")/\(fileName(subject.id)).html"
}

/// The path of the page of a publisher from the folder of the digest.
func publisherPath(of name: String) -> String { "publishers/\(fileName(name)).html" }

/// An identifier as a file name: letters, digits and hyphens, everything else in hexadecimal.
///
/// A long one keeps its beginning and ends with a hash of the whole, so that two never share a name.
func fileName(_ id: String) -> String {
  var name = ""
  for byte in id.utf8 {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x5F: name.unicodeScalars.append(.init(byte))
    default: name += "~" + String(byte, radix: 16)
    }
    if name.utf8.count > 150 { break }
  }
  if name.utf8.count > 150 {
    name = String(name.prefix(120)) + "~~" + String(stableHash(id), radix: 16)
  }
  return name.isEmpty || name == "index" ? "~" + name : name
}
