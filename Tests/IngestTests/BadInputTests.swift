import Foundation
import Ingest
import Model
import Testing

@Suite struct BadInputTests {
  private func issues(_ page: String) -> [String] {
    extract(PageInput(utf8: Array(page.utf8), kind: .html)).issues.map(\.code).filter {
      $0 == "cut-off"
    }
  }

  @Test(arguments: ["<p>one <a hre", "<p>one <!-- two", "<p>one<script>two", "<p>one<style>two"])
  func `a page that is cut off in its markup says so`(page: String) {
    #expect(issues(page) == ["cut-off"])
  }

  @Test(arguments: ["<p>one", "<p>one</p><!-- two -->", "<p>3 < 4", "<p>a<script>b</script>"])
  func `a page that ends between its tags is whole`(page: String) {
    #expect(issues(page) == [])
  }

  @Test func `a page that is not what it says is read as what it is, and says so`() {
    var bytes = Array("<meta charset=utf-8><p>Le caf".utf8)
    for word in ["\u{E9} ferm", "\u{E9} depuis l'", "\u{E9}t", "\u{E9} dernier"] {
      bytes += word.unicodeScalars.map { UInt8($0.value) }
    }
    let text = decode(bytes, isHTML: true)
    #expect(String(decoding: text.utf8, as: UTF8.self).hasSuffix("café fermé depuis l'été dernier"))
    #expect(text.issues.map(\.code) == ["encoding-wrong"])
  }

  @Test func `every file of a folder is read, refused with a reason, or counted`() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    func write(_ name: String, _ text: String) throws {
      try Data(text.utf8).write(to: folder.appendingPathComponent(name))
    }
    try write("page.html", "<p>One.")
    try write("paper.pdf", "%PDF-1.7")
    try write("letter.rtf", "{\\rtf1 One.}")
    try write("broken.gz", "no gzip")
    try Data([0x1F, 0x8B, 8, 0] + Array("garbage".utf8)).write(
      to: folder.appendingPathComponent("short.txt.gz"))
    try write("picture.jpg", "x")
    try FileManager.default.createSymbolicLink(
      at: folder.appendingPathComponent("gone.txt"),
      withDestinationURL: folder.appendingPathComponent("nowhere"))
    let listing = listFiles(root: folder.path)
    #expect(listing.passedOver == 1)
    #expect(listing.failures.map(\.origin.file) == ["gone.txt"])
    var codes: [String: String] = [:]
    for entry in listing.files {
      var reader = FileReader(entry)
      while let outcome = reader.next() {
        if case .failure(let failure) = outcome { codes[entry.path] = failure.code }
        if case .document = outcome { codes[entry.path] = "document" }
      }
    }
    #expect(
      codes == [
        "page.html": "document", "paper.pdf": "binary", "letter.rtf": "binary",
        "broken.gz": "damaged", "short.txt.gz": "damaged",
      ])
  }
}
