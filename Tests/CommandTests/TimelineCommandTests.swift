import Foundation
import TestSupport
import Testing

/// A nightly run over the corpus of the repository, made once for all tests that read its store.
enum Corpus {
  static let folder: Result<String, any Error> = Result {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
      "variorum-corpus-\(UUID().uuidString)"
    ).path
    let night = try run([
      "nightly", "Corpus", "--output", folder, "--quiet", "--date", "2026-06-01",
    ])
    try #require(night.code == 0, "\(night.complaint)")
    return folder
  }
}

/// Runs a command over a corpus of its own: JSON Lines that are read once.
final class OwnCorpus {
  private let folder: URL

  init(_ lines: [String], date: String = "2025-06-01") throws {
    folder = FileManager.default.temporaryDirectory.appendingPathComponent(
      "variorum-own-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try lines.joined(separator: "\n").write(
      to: folder.appendingPathComponent("c.jsonl"), atomically: true, encoding: .utf8)
    let night = try runProgram([
      "nightly", folder.appendingPathComponent("c.jsonl").path, "--output",
      folder.appendingPathComponent("out").path, "--quiet", "--date", date,
    ])
    try #require(night.code == 0 || night.code == 3, "\(night.complaint)")
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  func callAsFunction(_ arguments: String...) throws -> Finished {
    try runProgram(
      arguments + ["--store", folder.appendingPathComponent("out/variorum.sqlite").path])
  }
}

private func runProgram(_ arguments: [String]) throws -> Finished { try run(arguments) }

@Suite struct TimelineCommandTests {
  private func line(_ id: Int, _ text: String, _ date: String?, publisher: String = "Quay Post")
    -> String
  {
    let published = date.map { ",\"published\":\"\($0)\"" } ?? ""
    return "{\"id\":\"\(id)\",\"publisher\":\"\(publisher)\",\"text\":\"\(text)\"\(published)}"
  }

  private func corpus(_ command: [String]) throws -> Finished {
    try run(command + ["--store", Corpus.folder.get() + "/variorum.sqlite"])
  }

  private func unwrapped(_ text: String) -> String {
    text.split { $0 == "\n" || $0 == " " || $0 == "\u{A0}" }.joined(separator: " ")
  }

  @Test func `an unknown theme, name or term is answered with the nearest ones`() throws {
    let theme = try corpus(["timeline", "monetary polcy"])
    #expect(theme.code == 1)
    #expect(theme.complaint.contains("Did you mean: Monetary policy"))
    let term = try corpus(["timeline", "--term", "ministr"])
    #expect(term.code == 1)
    #expect(term.complaint.contains("minister"))
    let publisher = try corpus(["timeline", "--term", "minister", "--publisher", "Meridian Revue"])
    #expect(publisher.code == 1)
    #expect(publisher.complaint.contains("Meridian Review"))
  }

  @Test func `a term or name typed without accents finds those with them`() throws {
    let own = try OwnCorpus([
      line(1, "President Recep Erdoğan spoke in Ankara about the harbour.", "2025-02-03"),
      line(2, "President Recep Erdogan spoke again in Ankara.", "2025-02-04"),
      line(3, "Mr Özil stayed in Istanbul, and Özil was content.", "2025-02-05"),
    ])
    func days(_ term: String) throws -> Int {
      let finished = try own("timeline", "--term", term, "--bucket", "day", "--csv")
      try #require(finished.code == 0, "\(finished.complaint)")
      return finished.output.split(separator: "\n").filter {
        $0.split(separator: ",", omittingEmptySubsequences: false)[6] == "1"
      }.count
    }
    #expect(try days("Erdogan") == 2)
    #expect(try days("Erdoğan") == 1)
    #expect(try days("recep erdogan") == 2)
    #expect(try days("ozil") == 1)
    #expect(try days("Őzil") == 1)
    let evidence = try own("timeline", "--term", "recep erdogan", "--json")
    #expect(evidence.code == 0)
    let name = try own("entities", "Mesut Erdogan Unknown")
    #expect(name.code == 1)
    let found = try own("timeline", "--entity", "Recep Erdogan")
    #expect(found.code == 0, "\(found.complaint)")
    #expect(try own("timeline", "--entity", "recep erdoğan").code == 0)
  }

  @Test func `reversed dates are a wrong command line`() throws {
    let finished = try corpus([
      "timeline", "monetary-policy", "--from", "2025-02-01", "--to", "2025-01-01",
    ])
    #expect(finished.code == 2)
    #expect(finished.complaint.contains("turn them round"))
  }

  @Test func `a range without documents says which dates there are`() throws {
    let finished = try corpus([
      "timeline", "--term", "minister", "--from", "1950-01-01", "--to", "1951-01-01",
    ])
    #expect(finished.code == 1)
    #expect(finished.complaint.contains("the dates of the corpus are 20"))
  }

  @Test func `a bucket finer than the dates is drawn with a note`() throws {
    let own = try OwnCorpus(
      (2000..<2020).map { line($0, "The harbour in \($0) is open.", "\($0)-01-01") })
    let finished = try own("timeline", "--term", "harbour", "--bucket", "day")
    #expect(finished.code == 0)
    #expect(unwrapped(finished.output).contains("is finer than the dates of this corpus"))
    #expect(finished.output.contains("… 364\u{A0}days without an article"))
  }

  @Test func `a corpus without dates says so`() throws {
    let own = try OwnCorpus([line(1, "The harbour is open.", nil)])
    let finished = try own("timeline", "--term", "harbour")
    #expect(finished.code == 1)
    #expect(finished.complaint.contains("none of the 1 documents has a date"))
  }

  @Test func `one document makes a timeline`() throws {
    let own = try OwnCorpus([line(1, "The harbour is open.", "2025-02-03")])
    let finished = try own("timeline", "--term", "harbour", "--csv")
    #expect(finished.code == 0)
    #expect(finished.output.split(separator: "\n").count == 2)
    #expect(finished.output.contains(",2025-02-03,1,1,1,1.0,"))
    #expect(try own("timeline", "--term", "harbour").code == 0)
  }

  @Test func `dates of the far past and of the future are kept, reported and not shown`() throws {
    let own = try OwnCorpus(
      (1...25).map { line($0, "The harbour \($0).", "2025-02-\($0 < 10 ? "0" : "")\($0)") } + [
        line(90, "The harbour of old.", "1801-01-01"), line(91, "The harbour to be.", "2031-01-01"),
      ])
    let finished = try own("timeline", "--term", "harbour")
    #expect(unwrapped(finished.output).contains("25 of 25"))
    #expect(unwrapped(finished.output).contains("1 document dated before 1900"))
    #expect(unwrapped(finished.output).contains("1 document dated after the run"))
    let whole = try own(
      "timeline", "--term", "harbour", "--from", "1800-01-01", "--to", "2031-12-31", "--bucket",
      "year")
    #expect(unwrapped(whole.output).contains("27 of 27"))
  }

  @Test func `groups stand side by side with the interval of their difference`() throws {
    let own = try OwnCorpus(
      (0..<40).map {
        line(
          $0, $0 % 2 == 0 || $0 > 35 ? "The harbour \($0)." : "The road \($0).",
          "2025-0\($0 / 10 + 1)-11", publisher: $0 % 2 == 0 ? "Quay Post" : "Road News")
      })
    let finished = try own(
      "timeline", "--term", "harbour", "--group", "publisher=Quay Post", "--group",
      "publisher=Road News")
    #expect(finished.code == 0)
    #expect(
      unwrapped(finished.output).contains(
        "larger in publisher=Quay Post than in publisher=Road News"))
    #expect(try own("timeline", "--term", "harbour", "--group", "colour=red").code == 2)
  }

  @Test func `sentences of a point can be seen with their place`() throws {
    let own = try OwnCorpus([
      line(1, "Nothing here. The old harbour of Vigo is open. It rains.", "2025-02-03"),
      line(2, "The harbour is shut.", "2025-05-03"),
    ])
    let finished = try own(
      "timeline", "--term", "harbour", "--bucket", "month", "--at", "2025-02-01", "--json")
    let line = try #require(
      finished.output.split(separator: "\n").first { $0.contains("evidence/1") })
    #expect(line.contains("\"The old harbour of Vigo is open.\""))
    #expect(line.contains("[8,15]"))
    #expect(line.contains("[22,29]"))
    #expect(!finished.output.contains("harbour is shut"))
  }

  @Test func `a phrase is counted where its words follow each other`() throws {
    let own = try OwnCorpus([
      line(1, "Interest rates rise. Rates of interest fall.", "2025-02-03"),
      line(2, "The rates of the harbour.", "2025-02-04"),
    ])
    let finished = try own("timeline", "--term", "interest rates", "--csv", "--bucket", "year")
    #expect(finished.output.contains(",1,1,2,0.5,"))
    #expect(
      try own("timeline", "--term", "rates interest").complaint.contains("one after the other"))
  }

  @Test func `a picture is one SVG document in which names are text`() throws {
    let own = try OwnCorpus([
      line(1, "The harbour is open.", "2025-02-03", publisher: "<script>alert(1)</script>"),
      line(2, "The harbour is shut.", "2025-02-04", publisher: "Quay & Co"),
    ])
    let file = FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID()).svg")
    defer { try? FileManager.default.removeItem(at: file) }
    let finished = try own(
      "timeline", "--term", "harbour", "--by", "publisher", "--svg", file.path)
    #expect(finished.code == 0, "\(finished.complaint)")
    let text = try String(contentsOf: file, encoding: .utf8)
    #expect(text.hasPrefix("<svg xmlns"))
    #expect(text.contains("Quay &amp; Co"))
    #expect(!text.contains("<script"))
  }

  @Test func `keyness names the words of one part and of the other`() throws {
    let own = try OwnCorpus(
      (0..<12).map {
        line(
          $0, $0 < 6 ? "Harbour fees rise, harbour \($0)." : "Road fees fall, road \($0).",
          $0 < 6 ? "2023-01-0\($0 + 1)" : "2024-01-0\($0 - 5)")
      })
    let finished = try own(
      "keyness", "2023", "2024", "--copies", "--minimum-likelihood", "5", "--csv")
    #expect(finished.code == 0, "\(finished.complaint)")
    let rows = finished.output.split(separator: "\n").dropFirst()
      .map { $0.split(separator: ",").map(String.init) }
    try #require(rows.compactMap(\.first) == ["harbour", "rise", "road", "fall"])
    #expect(rows[0][3] == "12" && rows[0][4] == "0")
    #expect(try own("keyness", "1999", "2024").complaint.contains("no document lies in this part"))
    #expect(try own("keyness", "colour=red").code == 2)
  }

  @Test func `an entity is shown with its forms, documents and company`() throws {
    let list = try corpus(["entities", "--type", "place", "--limit", "3"])
    #expect(list.output.split(separator: "\n").count == 4)
    let one = try corpus(["entities", "Scotland"])
    #expect(one.output.contains("Written: Scotland ("))
    #expect(one.output.contains("Together with Scotland"))
    let unknown = try corpus(["entities", "Scotlnd"])
    #expect(unknown.code == 1)
    #expect(unknown.complaint.contains("Scotland"))
  }
}
