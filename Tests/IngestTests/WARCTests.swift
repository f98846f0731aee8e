import Ingest
import Model
import Testing

struct WARCTests {
  private func record(
    _ type: String, _ block: String, url: String = "https://harbour.example/a",
    contentType: String = "application/http", version: String = "1.0"
  ) -> String {
    "WARC/\(version)\r\nWARC-Type: \(type)\r\nWARC-Target-URI: \(url)\r\n"
      + "WARC-Date: 2025-08-27T06:00:00Z\r\nContent-Type: \(contentType)\r\n"
      + "Content-Length: \(block.utf8.count)\r\n\r\n\(block)\r\n\r\n"
  }

  private func response(_ body: String, _ header: String = "") -> String {
    "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\(header)\r\n\(body)"
  }

  private func read(_ bytes: [UInt8], name: String = "a.warc") throws -> [ReaderOutcome] {
    let scratch = try Scratch()
    try scratch.write(name, bytes)
    return scratch.outcomes()
  }

  @Test(arguments: ["1.0", "1.1"])
  func `records of every type are taken, passed over or seen again`(version: String) throws {
    let records = [
      record("warcinfo", "software: x", version: version),
      record("request", "GET / HTTP/1.1\r\n\r\n", version: version),
      record("response", response("<p>One."), version: version),
      record(
        "response",
        response("3\r\n<p>\r\n4\r\nTwo.\r\n0\r\n\r\n", "Transfer-Encoding: chunked\r\n"),
        version: version),
      record("metadata", "k: v", version: version), record("revisit", "", version: version),
      record("resource", "<p>Three.", contentType: "text/html; charset=utf-8", version: version),
      record("resource", "20250827 1.2.3.4", contentType: "text/dns", version: version),
      record("conversion", "Four.", contentType: "text/plain", version: version),
      record("continuation", "x", version: version),
    ]
    #expect(
      try read(Array(records.joined().utf8)).words == [
        "skipped: warcinfo record", "skipped: request record", "<p>One.", "<p>Two.",
        "skipped: metadata record", "seen again: https://harbour.example/a", "<p>Three.",
        "skipped: content type text/dns", "Four.", "skipped: continuation record",
      ])
  }

  @Test func `an address and the day of capture come with a document`() throws {
    guard
      case .document(let page)? = try read(Array(record("response", response("<p>x")).utf8)).first
    else {
      Issue.record("no document")
      return
    }
    #expect(page.url == "https://harbour.example/a")
    #expect(page.captured?.value == Day(iso: "2025-08-27"))
    #expect(page.captured?.evidence.source == .warc)
  }

  @Test func `members of their own and one stream for all read the same`() throws {
    let parts = ["<p>One.", "<p>Two.", "<p>Three."].map {
      Array(record("response", response($0)).utf8)
    }
    let whole = gzipMember(Array(parts.joined()))
    #expect(try read(whole, name: "a.warc.gz").words == ["<p>One.", "<p>Two.", "<p>Three."])
    let members = Array(parts.map(gzipMember).joined())
    #expect(try read(members, name: "a.warc.gz").words == ["<p>One.", "<p>Two.", "<p>Three."])
  }

  @Test func `a damaged member is one failure with its place, and what follows is read`() throws {
    var members = ["<p>One.", "<p>Two.", "<p>Three."].map {
      gzipMember(Array(record("response", response($0)).utf8))
    }
    members[1][200] ^= 0xFF
    let found = try read(Array(members.joined()), name: "a.warc.gz")
    #expect(found.words == ["<p>One.", "failure: damaged", "<p>Three."])
    guard case .failure(let failure) = found[1] else { return }
    #expect(failure.origin == Origin(file: "a.warc.gz", offset: members[0].count))
    #expect(failure.message.contains("a.warc.gz"))
  }

  @Test(arguments: ["WARC/1.0\r\nWARC-Type: response\r\n\r\n<p>x\r\n", "garbage\r\n\r\n"])
  func `a broken record of a plain file costs only itself`(broken: String) throws {
    let good = record("response", response("<p>One."))
    #expect(
      try read(Array((good + broken + good).utf8)).words
        == ["<p>One.", "failure: damaged", "<p>One."])
  }

  @Test func `a header without an end is given up at its limit`() throws {
    let bytes = Array("WARC/1.0\r\n".utf8) + [UInt8](repeating: 0x41, count: 3 << 20)
    #expect(try read(bytes).words == ["failure: damaged"])
  }
}
