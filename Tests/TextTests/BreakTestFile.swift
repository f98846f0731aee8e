import Foundation

/// A file of break tests of the Unicode standard, as Debian's package unicode-data installs it.
struct BreakTestFile {
  /// A line: a text and the UTF-8 offsets at which the standard cuts it, its ends included.
  struct Line {
    var number: Int
    var text: String
    var boundaries: [Int]
  }

  /// Where the files are.
  static let folder = "/usr/share/unicode/auxiliary"
  static var isInstalled: Bool {
    FileManager.default.fileExists(atPath: folder + "/WordBreakTest.txt")
  }

  let version: String
  let lines: [Line]

  init(_ name: String) throws {
    let text = try String(contentsOfFile: Self.folder + "/" + name, encoding: .utf8)
    let rows = text.split(separator: "\n", omittingEmptySubsequences: false)
    version = String(rows[0].split(separator: "-").last?.prefix(4) ?? "")
    var lines: [Line] = []
    for (index, row) in rows.enumerated() {
      guard let test = row.split(separator: "#", omittingEmptySubsequences: false).first,
        test.contains("÷")
      else { continue }
      var line = Line(number: index + 1, text: "", boundaries: [])
      for word in test.split(whereSeparator: \.isWhitespace) {
        switch word {
        case "÷": line.boundaries.append(line.text.utf8.count)
        case "×": break
        default:
          if let value = UInt32(word, radix: 16), let scalar = Unicode.Scalar(value) {
            line.text.unicodeScalars.append(scalar)
          }
        }
      }
      lines.append(line)
    }
    self.lines = lines
  }
}
