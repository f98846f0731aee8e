import Ingest
import JSONLines
import Model
import TestSupport
import Testing

struct ExtractionTests {
  private let page = """
    <!doctype html><html lang="en"><head><title>The Quiet Tariff | Harbour Ledger</title>
    <meta property="og:site_name" content="Harbour Ledger">
    <script type="application/ld+json">{"@type":"NewsArticle","headline":"The Quiet Tariff",
    "datePublished":"2025-08-27T06:00:00Z","author":{"@type":"Person","name":"Oda Marwick"}}</script></head>
    <body><nav><ul><li><a href="/a">Home</a></li><li><a href="/b">Opinion</a></li></ul></nav>
    <article><h1>The Quiet Tariff</h1>
    <p>The duty on steel was raised in March, and hardly anybody outside the ports has noticed it since.</p>
    <p>What the ministry calls a technical change costs a shipyard two million crowns a year, and the yards
    have begun to say so in public, which is new.</p></article>
    <footer><p>All rights reserved</p></footer></body></html>
    """

  private func extracted(_ bytes: [UInt8]) -> ExtractedPage {
    extract(PageInput(utf8: bytes, kind: .html))
  }

  @Test func `the main text is found and the frame is left out`() {
    let found = extracted(Array(page.utf8))
    #expect(found.text.contains("hardly anybody outside the ports"))
    #expect(!found.text.contains("All rights reserved"))
    #expect(!found.text.contains("Opinion"))
  }

  @Test func `an editor's note above a plain text is a note, not its title`() {
    let note = "Editor’s note: This article was changed on 9 October 2025 to correct a name."
    let body =
      "The duty on steel was raised in March, and hardly anybody has noticed it since. "
      + "What the ministry calls a technical change costs a shipyard two million crowns a year."
    for title in ["The Quiet Tariff of the North", nil] {
      let text = [note, title, body].compactMap(\.self).joined(separator: "\n\n")
      let found = extract(PageInput(utf8: Array(text.utf8), kind: .text))
      #expect(found.metadata.title?.value == title)
      #expect(found.passages.first?.kind == .note)
    }
  }

  @Test func `fields carry the place that they were found at`() {
    let metadata = extracted(Array(page.utf8)).metadata
    #expect(metadata.title?.value == "The Quiet Tariff")
    #expect(metadata.authors.map(\.value) == ["Oda Marwick"])
    #expect(metadata.published?.value == Day(iso: "2025-08-27"))
    #expect(metadata.published?.evidence.source == .jsonLD)
    #expect(metadata.publisher?.value == "Harbour Ledger")
  }

  @Test func `damaged pages give valid passages and never trap`() {
    var random = SplitMix64(state: 9)
    for _ in 0..<150 {
      var bytes = Array(page.utf8)
      for _ in 0..<20 {
        let place = Int.random(in: 0..<bytes.count, using: &random)
        bytes[place] = UInt8.random(in: 0x20...0x7E, using: &random)
      }
      bytes.removeLast(Int.random(in: 0..<bytes.count, using: &random))
      let found = extracted(bytes)
      var end = 0
      for passage in found.passages {
        #expect(passage.utf8.lowerBound >= end && passage.utf8.upperBound <= found.text.utf8.count)
        end = passage.utf8.upperBound
      }
    }
  }

  @Test func `bytes of windows-1252 become the characters that were meant`() {
    let decoded = decode([0x93, 0x61, 0x94, 0x80], header: "iso-8859-1", isHTML: false)
    #expect(String(decoding: decoded.utf8, as: UTF8.self) == "“a”€")
  }

  @Test func `a few dashes beyond ASCII are windows-1252, whatever they look like`() {
    let line = "Speech, Brown\u{1}Central bank talk\u{1}October 7, 2004. "
    let bytes = Array(String(repeating: line, count: 3).utf8).map { $0 == 1 ? 0x97 : $0 }
    let decoded = decode(bytes, isHTML: false)
    #expect(decoded.encoding == "WINDOWS-1252")
    #expect(String(decoding: decoded.utf8, as: UTF8.self).hasPrefix("Speech, Brown—Central"))
  }
}
