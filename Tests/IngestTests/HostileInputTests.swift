import Bytes
import Foundation
import Ingest
import Model
import TestSupport
import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// What no page should be, each with its stated outcome.
///
/// The limit of time is far above what linear work takes and far below what quadratic work would.
@Suite(.timeLimit(.minutes(5))) struct HostileInputTests {
  private let prose =
    "The duty on steel was raised in March, and hardly anybody outside the ports "
    + "has noticed it since, says the harbour master, who pays it."

  private func extracted(_ page: String) -> ExtractedPage {
    extract(PageInput(utf8: decode(Array(page.utf8), isHTML: true).utf8, kind: .html))
  }

  private func times(_ text: String, _ count: Int) -> String {
    String(repeating: text, count: count)
  }

  // MARK: Markup

  @Test func `a million nested elements are flattened with an issue, and the text stays`() {
    let found = extracted(times("<div>", 1_000_000) + "<p>\(prose)</p>")
    #expect(found.text == prose)
    #expect(found.issues.map(\.code) == ["depth-capped"])
  }

  @Test func `a tag of a hundred thousand attributes is dropped with an issue, and the text stays`()
  {
    let attributes = (0..<100_000).map { "a\($0)=1" }.joined(separator: " ")
    let found = extracted("<div \(attributes)><p>\(prose)</p></div>")
    #expect(found.text == prose)
    #expect(found.issues.map(\.code) == ["tag-capped"])
  }

  @Test func `ends of elements that were never opened cost no more than their bytes`() {
    let found = extracted("<p>\(prose)</p>" + times("<div>", 40_000) + times("</span>", 40_000))
    #expect(found.text == prose)
    #expect(found.issues.map(\.code) == ["depth-capped"])
  }

  @Test func `a text of 12 megabytes in one element is read whole`() {
    let words = times("harbour fees and ferries ", 503_316)
    let found = extracted("<article><p>\(words).</p></article>")
    #expect(found.text.utf8.count == words.utf8.count + 1)
    #expect(found.issues.isEmpty)
  }

  @Test func `zero bytes are spaces`() {
    #expect(extracted("<p>\(prose.replacingOccurrences(of: " ", with: "\0"))</p>").text == prose)
    #expect(extracted(times("\0", 5_000)).issues.map(\.code) == ["no-text"])
  }

  @Test func `entities that a page defines are neither expanded nor fetched`() {
    let bomb = (1...9).map { "<!ENTITY l\($0) \"" + times("&l\($0 - 1);", 10) + "\">" }.joined()
    let found = extracted(
      "<!DOCTYPE html [<!ENTITY l0 \"lol\">\(bomb)<!ENTITY f SYSTEM \"file:///etc/passwd\">]>"
        + "<p>\(prose)</p><p>And then: &l9; and &f; and no more of it, as the council was told.</p>"
    )
    #expect(found.text.contains("&l9; and &f; and no more"))
    #expect(!found.text.contains("root:"))
    #expect(found.text.utf8.count < 1_000)
  }

  @Test func `what would be visited again and again is visited once`() {
    let breaks = extracted(
      "<article><p>\(prose)" + times("fee<br><br>", 20_000) + "</p></article>")
    #expect(breaks.text.hasPrefix(prose))
    let authors = (0..<20_000).map { "{\"name\":\"Ann B\($0)\"}" }.joined(separator: ",")
    let data =
      "<script type=application/ld+json>{\"@type\":\"Article\",\"author\":[\(authors)]}</script>"
    #expect(extracted("\(data)<p>\(prose)</p>").metadata.authors.count <= 12)
    let block =
      "<script type=application/ld+json>{\"@type\":\"Article\",\"headline\":\"The Quiet Tariff\"}</script>"
    #expect(
      extracted(times(block, 10_000) + "<p>\(prose)</p>").metadata.title?.value
        == "The Quiet Tariff")
    let brackets = extract(PageInput(utf8: Array(times("](", 100_000).utf8), kind: .markdown))
    #expect(brackets.passages.count <= 1)
  }

  // MARK: Properties

  private let page = """
    <!doctype html><html lang="en"><head><meta charset="utf-8"><title>The Quiet Tariff | Ledger</title>
    <script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2025-08-27"}</script>
    <style>p { color: red }</style></head><body><!-- frame --><nav><a href="/a">Home</a></nav>
    <article><h1>The Quiet Tariff</h1><p class="lead">“Häfen” &amp; fees, caf&eacute; &#8212; 日本語.</p>
    <blockquote>Nobody asked.</blockquote><table><tr><td>1</td><td>2</td></tr></table>
    <p>What the ministry calls a technical change costs a shipyard two million crowns.</p></article>
    </body></html>
    """

  /// Whether passages are in order, apart, inside the text and cut at whole characters.
  private func isSound(_ found: ExtractedPage) -> Bool {
    let bytes = Array(found.text.utf8)
    var end = 0
    for passage in found.passages {
      guard passage.utf8.lowerBound >= end, passage.utf8.upperBound <= bytes.count,
        String(validating: bytes[passage.utf8], as: UTF8.self) != nil
      else { return false }
      end = passage.utf8.upperBound
    }
    return true
  }

  @Test func `every beginning of a page gives sound passages`() {
    let bytes = Array(page.utf8)
    for end in 0...bytes.count {
      for kind in [InputKind.html, .text, .markdown] where kind == .html || end % 8 == 0 {
        let text = decode(Array(bytes[..<end]), isHTML: kind == .html)
        #expect(
          isSound(extract(PageInput(utf8: text.utf8, kind: kind))), "the first \(end) bytes")
      }
    }
  }

  @Test(arguments: 0..<100 as Range<UInt64>)
  func `random bytes give sound passages`(seed: UInt64) {
    var random = SplitMix64(state: seed)
    let bytes = (0..<2_000).map { _ in UInt8.random(in: 0...255, using: &random) }
    let kind = [InputKind.html, .text, .markdown][Int(seed % 3)]
    let text = decode(bytes, isHTML: kind == .html)
    #expect(String(validating: text.utf8, as: UTF8.self) != nil)
    #expect(isSound(extract(PageInput(utf8: text.utf8, kind: kind))))
  }

  @Test(arguments: 0..<30 as Range<UInt64>)
  func `random pieces of markup give sound passages`(seed: UInt64) {
    var random = SplitMix64(state: seed)
    let pieces = [
      "<div>", "</div>", "<p>", "</p>", "<table>", "<tr>", "<td>", "</table>", "<script>",
      "</script>",
      "<!--", "-->", "<a href='", "'>", "</a>", "<noscript>", "<svg>", "&amp;", "&#x", "<", ">",
      "\"",
      "word ", "Two words. ", "<h1>", "</h1>", "<li>", "<pre>\n", "<article class=comment>", "é",
      "\0",
    ]
    let text = (0..<600).map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
    #expect(isSound(extracted(text)))
  }

  // MARK: Files

  @Test(arguments: [[], Array(" \n\t".utf8)])
  func `an empty file is a failure that says so`(bytes: [UInt8]) throws {
    let scratch = try Scratch()
    for name in ["a.html", "b.txt", "c.md"] { try scratch.write(name, bytes) }
    #expect(scratch.outcomes().words == ["failure: empty", "failure: empty", "failure: empty"])
  }

  @Test func `a picture that is called a page is refused`() throws {
    let scratch = try Scratch()
    try scratch.write("a.html", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13])
    guard case .failure(let failure)? = scratch.outcomes().first else {
      Issue.record("no failure")
      return
    }
    #expect(failure.code == "binary")
    #expect(failure.message == "a.html: not a text but a PNG picture.")
  }

  @Test(arguments: [("a.pdf", "%PDF-1.7", "pdftotext"), ("a.docx", "PK\u{3}\u{4}", "pandoc")])
  func `documents of other programs are refused with the tool that turns them into text`(
    name: String, start: String, tool: String
  ) throws {
    let scratch = try Scratch()
    try scratch.write(name, Array(start.utf8) + [0, 1, 2, 3])
    guard case .failure(let failure)? = scratch.outcomes().first else {
      Issue.record("no failure")
      return
    }
    #expect(failure.message.contains(tool))
  }

  /// A file of a gigabyte that takes no room: zeros, then `end`.
  private func giant(_ scratch: Scratch, _ name: String, end: String) throws {
    try scratch.write(name, [])
    let handle = try FileHandle(forWritingTo: scratch.folder.appendingPathComponent(name))
    try handle.truncate(atOffset: 1 << 30)
    try handle.seekToEnd()
    try handle.write(contentsOf: Data(end.utf8))
    try handle.close()
  }

  @Test func `a gigabyte in one line is refused at the limit, and the next line is read`() throws {
    let scratch = try Scratch()
    try giant(scratch, "a.jsonl", end: "\n{\"text\":\"One.\"}\n")
    try giant(scratch, "b.txt", end: "")
    try giant(scratch, "c.html", end: "</p>")
    var options = ReadingOptions()
    options.maximumDocument = 1 << 20
    #expect(
      scratch.outcomes(options).words
        == ["failure: too-large", "One.", "failure: too-large", "failure: too-large"])
  }

  @Test func `a gzip bomb is refused at the limit`() throws {
    let scratch = try Scratch()
    // One block whose code for 258 more zeros is a single zero bit: each byte stands for 1,032 or more.
    let start: [UInt8] = [
      0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3, 0xEC, 0xC1, 1, 1, 0, 0, 0, 0x80, 0x90, 0xFE, 0xAF, 0xEE,
      8, 0x0A,
    ]
    let bomb = start + [UInt8](repeating: 0, count: 20_000)
    for name in ["a.html.gz", "b.jsonl.gz", "c.warc.gz"] { try scratch.write(name, bomb) }
    var options = ReadingOptions()
    options.maximumDocument = 1 << 20
    #expect(
      scratch.outcomes(options).words.prefix(2) == ["failure: too-large", "failure: too-large"])
    #expect(scratch.outcomes(options).words.dropFirst(2).allSatisfy { $0.hasPrefix("failure: ") })
  }

  @Test func `damage inside compressed lines costs one member`() throws {
    let scratch = try Scratch()
    var members = ["One.", "Two.", "Three."].map {
      gzipMember(Array("{\"text\":\"\($0)\"}\n".utf8))
    }
    members[1][18] ^= 0xFF
    try scratch.write("a.jsonl.gz", Array(members.joined()))
    #expect(scratch.outcomes().words.contains("failure: damaged"))
    #expect(scratch.outcomes().words.first == "One.")
    #expect(scratch.outcomes().words.last == "Three.")
  }

  @Test func `links in a circle, pipes and files that may not be read stop nothing`() throws {
    let scratch = try Scratch()
    let files = FileManager.default
    func path(_ name: String) -> String { scratch.folder.appendingPathComponent(name).path }
    try scratch.write("page.html", Array("<p>One.".utf8))
    try files.createSymbolicLink(atPath: path("a.html"), withDestinationPath: path("b.html"))
    try files.createSymbolicLink(atPath: path("b.html"), withDestinationPath: path("a.html"))
    try files.createSymbolicLink(atPath: path("self"), withDestinationPath: scratch.folder.path)
    let made = unsafe mkfifo(path("pipe.html"), 0o600)
    #expect(made == 0)
    try scratch.write("secret.html", Array("<p>Two.".utf8))
    try files.setAttributes([.posixPermissions: 0], ofItemAtPath: path("secret.html"))
    let listing = listFiles(root: scratch.folder.path)
    #expect(listing.files.map(\.path) == ["page.html", "secret.html"])
    #expect(listing.failures.map(\.origin.file) == ["a.html", "b.html"])
    #expect(listing.failures.allSatisfy { $0.code == "unreadable" })
    #expect(listing.passedOver == 1)
    // The superuser may read everything.
    let isRead = unsafe access(path("secret.html"), R_OK) == 0
    #expect(scratch.outcomes().words == ["<p>One.", isRead ? "<p>Two." : "failure: unreadable"])
    #expect(listFiles(root: path("pipe.html")).failures.map(\.code) == ["unreadable"])
    var entry = try #require(listing.files.first)
    entry.systemPath = Array(path("pipe.html").utf8)
    var reader = FileReader(entry)
    guard case .failure(let failure)? = reader.next() else {
      Issue.record("a pipe was read")
      return
    }
    #expect(failure.code == "unreadable")
  }

  @Test func `names of any bytes are opened as they are and shown percent-escaped`() throws {
    let scratch = try Scratch()
    for name in [
      Array("a\n\"b\".html".utf8), [0xFF, 0xE9] + Array(".html".utf8), Array("ü.html".utf8),
    ] {
      let path =
        (Array(scratch.folder.path.utf8) + [0x2F] + name).map { CChar(bitPattern: $0) } + [0]
      let descriptor = unsafe open(path, O_CREAT | O_WRONLY, 0o600)
      try #require(descriptor >= 0)
      #expect(put(descriptor, "<p>One.") == 7)
      close(descriptor)
    }
    let listing = listFiles(root: scratch.folder.path)
    #expect(listing.files.map(\.path) == ["a%0A%22b%22.html", "ü.html", "%FF%E9.html"])
    #expect(scratch.outcomes().words == ["<p>One.", "<p>One.", "<p>One."])
  }
}

/// Writes to a file that is open; returns the number of bytes.
private func put(_ descriptor: CInt, _ text: String) -> Int {
  unsafe Array(text.utf8).withUnsafeBytes { unsafe write(descriptor, $0.baseAddress, $0.count) }
}
