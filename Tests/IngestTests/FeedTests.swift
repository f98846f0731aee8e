import Foundation
import Ingest
import Model
import Testing

struct FeedTests {
  private let rss = """
    <?xml version="1.0" encoding="utf-8"?>
    <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
      xmlns:dc="http://purl.org/dc/elements/1.1/"><channel>
    <title>The Harbour Ledger</title><link>https://harbour.example/</link><language>en-GB</language>
    <item><title>Fees &amp;amp; ferries</title><link>https://harbour.example/fees</link>
    <description>Why the fee was raised.</description>
    <content:encoded><![CDATA[<p>The harbour fee was raised in March, and nobody was asked.</p>
    <p>The ferry pays most of it, says the council.</p>]]></content:encoded>
    <pubDate>Wed, 27 Aug 2025 06:00:00 GMT</pubDate><dc:creator>Oda Marwick</dc:creator>
    <category>Ports</category></item>
    <item><title>Short</title><guid isPermaLink="true">https://harbour.example/short</guid>
    <description>&lt;p&gt;One &lt;b&gt;ferry&lt;/b&gt; less on Sundays from May.&lt;/p&gt;</description>
    <author>desk@harbour.example (Jan Petersen)</author></item>
    <item><title>Nothing in it</title></item>
    </channel></rss>
    """

  private let atom = """
    <feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://harbour.example/2025/" xml:lang="en">
    <title type="html">The &lt;i&gt;Harbour&lt;/i&gt; Ledger</title><author><name>The desk</name></author>
    <entry xml:base="08/"><title>A plain title</title><id>urn:1</id><link rel="self" href="x"/>
    <link href="../09/quay.html"/><published>2025-08-27T06:00:00Z</published>
    <updated>2025-08-29T06:00:00Z</updated><author><name>Oda Marwick</name><uri>u</uri></author>
    <content type="xhtml"><x:div xmlns:x="http://www.w3.org/1999/xhtml"><x:p>The quay is closed &lt;again&gt;,
    and the ferry lands<x:br/>at the old pier.</x:p></x:div></content></entry>
    <entry><title>Another</title><id>https://harbour.example/b</id><updated>2025-09-01T00:00:00Z</updated>
    <content type="text">It rains &amp; pours: 3 &lt; 4 days.

    The pier is dry.</content></entry>
    </feed>
    """

  private func read(_ text: String, name: String = "feed.xml") throws -> [ReaderOutcome] {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try Data(text.utf8).write(to: folder.appendingPathComponent(name))
    var outcomes: [ReaderOutcome] = []
    for entry in listFiles(root: folder.path).files {
      var reader = FileReader(entry)
      while let outcome = reader.next() { outcomes.append(outcome) }
    }
    return outcomes
  }

  private func records(_ outcomes: [ReaderOutcome]) -> [InputRecord] {
    outcomes.compactMap { if case .document(let record) = $0 { record } else { nil } }
  }

  private func failures(_ outcomes: [ReaderOutcome]) -> [Failure] {
    outcomes.compactMap { if case .failure(let failure) = $0 { failure } else { nil } }
  }

  private func extracted(_ record: InputRecord) -> ExtractedPage {
    let text = decode(record.bytes, header: record.charset, isHTML: true)
    return extract(PageInput(utf8: text.utf8, kind: .html, url: record.url, given: record.given))
  }

  @Test func `an entry of RSS is a document with its link, title, author and day`() throws {
    let found = records(try read(rss))
    try #require(found.count == 2)
    #expect(found[0].url == "https://harbour.example/fees")
    let page = extracted(found[0])
    #expect(page.metadata.title?.value == "Fees & ferries")
    #expect(page.metadata.title?.evidence.source == .feed)
    #expect(page.metadata.deck?.value == "Why the fee was raised.")
    #expect(page.metadata.authors.map(\.value) == ["Oda Marwick"])
    #expect(page.metadata.published?.value == Day(iso: "2025-08-27"))
    #expect(page.metadata.publisher?.value == "The Harbour Ledger")
    #expect(page.metadata.language?.value == "en-GB")
    #expect(page.metadata.tags.map(\.value) == ["Ports"])
    #expect(
      page.text
        == "The harbour fee was raised in March, and nobody was asked.\n\n"
        + "The ferry pays most of it, says the council.")
    #expect(found[1].url == "https://harbour.example/short")
    let short = extracted(found[1])
    #expect(short.text == "One ferry less on Sundays from May.")
    #expect(short.metadata.authors.map(\.value) == ["Jan Petersen"])
  }

  @Test func `an entry without content is passed over with the reason`() throws {
    let reasons = try read(rss).compactMap {
      if case .skipped(_, let reason) = $0 { reason } else { nil }
    }
    #expect(reasons == ["an entry without content or summary"])
  }

  @Test func `entries of Atom hold XHTML or plain text, and links are relative to xml base`() throws
  {
    let found = records(try read(atom, name: "feed.atom"))
    try #require(found.count == 2)
    #expect(
      found.map(\.url) == [
        "https://harbour.example/2025/09/quay.html", "https://harbour.example/b",
      ])
    let first = extracted(found[0])
    #expect(first.text.contains("closed <again>, and the ferry lands"))
    #expect(first.metadata.publisher?.value == "The Harbour Ledger")
    #expect(first.metadata.authors.map(\.value) == ["Oda Marwick"])
    #expect(first.metadata.published?.value == Day(iso: "2025-08-27"))
    #expect(first.metadata.modified?.value == Day(iso: "2025-08-29"))
    let second = extracted(found[1])
    #expect(second.text == "It rains & pours: 3 < 4 days.\n\nThe pier is dry.")
    #expect(second.metadata.authors.map(\.value) == ["The desk"])
    #expect(second.metadata.published?.evidence.detail == "updated")
  }

  @Test(arguments: [
    "<item><title>x</b></item>", "<item><description>x", "<item><description><![CDATA[x",
    "<item a=b></item>", "<item>x < y</item>",
  ])
  func `a malformed entry is one failure, and the entries around it are read`(bad: String) throws {
    let good = "<item><description>A ferry less.</description></item>"
    let outcomes = try read("<rss><channel>\(good)\(bad)\n\(good)</channel></rss>")
    let isOpen = bad.contains("CDATA")
    #expect(records(outcomes).count == 2)
    #expect(failures(outcomes).map(\.code) == ["malformed"])
    #expect(failures(outcomes).first?.origin.offset == 14 + good.utf8.count)
    #expect(failures(outcomes).first?.message.contains(isOpen ? "has no end" : "feed.xml") == true)
  }

  @Test func `entities of a document type are neither fetched nor expanded`() throws {
    let bomb = (1...9).map { level in
      "<!ENTITY l\(level) \"" + String(repeating: "&l\(level - 1);", count: 10) + "\">"
    }
    let outcomes = try read(
      """
      <!DOCTYPE rss [<!ENTITY l0 "lol">\(bomb.joined()) <!ENTITY file SYSTEM "file:///etc/passwd">]>
      <rss><channel><item><title>Bomb</title><description>One &l9; two &file; three &amp; four.</description>
      </item></channel></rss>
      """)
    let found = records(outcomes)
    try #require(found.count == 1)
    #expect(extracted(found[0]).text == "One &l9; two &file; three & four.")
  }

  @Test func `XML that is neither feed nor page is passed over, and XHTML is a page`() throws {
    let reasons = try read("<?xml version='1.0'?><urlset><url/></urlset>").map {
      if case .skipped(_, let reason) = $0 { reason } else { "" }
    }
    #expect(reasons == ["XML with the root <urlset>, no feed and no page"])
    let page = try read(
      "<?xml version='1.0'?><html xmlns='http://www.w3.org/1999/xhtml'><body><p>A ferry.</p></body></html>"
    )
    #expect(records(page).map(\.kind) == [.html])
    #expect(failures(try read("no XML at all")).map(\.code) == ["malformed"])
    #expect(failures(try read(" \n")).map(\.code) == ["empty"])
  }

  @Test func `a feed in an East Asian encoding is read in it`() throws {
    let head = "<?xml version=\"1.0\" encoding=\"EUC-JP\"?><rss><channel><item><description>"
    let bytes =
      Array(head.utf8) + Array(repeatElement([0xC6, 0xFC, 0xCB, 0xDC], count: 8).joined())
      + Array("</description></item></channel></rss>".utf8)
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try Data(bytes).write(to: folder.appendingPathComponent("a.rss"))
    var reader = FileReader(try #require(listFiles(root: folder.path).files.first))
    guard case .document(let record)? = reader.next() else {
      Issue.record("no document")
      return
    }
    #expect(extracted(record).text == String(repeating: "日本", count: 8))
  }

  @Test func `feeds with thousands of broken entries are given up, not looked through for ever`()
    throws
  {
    let outcomes = try read("<rss>" + String(repeating: "<item><![CDATA[", count: 20_000))
    #expect(failures(outcomes).count == 100)
    #expect(failures(outcomes).last?.message.hasSuffix("The rest is not read.") == true)
  }
}
