import Bytes
import Comparison
import Foundation
import Ingest
public import Model
public import Report
import Store
import Text

/// Compares two texts, or collates several.
public struct CompareQuery {
  /// Files, `-` for standard input, or identifiers of stored documents.
  public var sides: [String]
  /// The store for identifiers; nil for the usual place.
  public var store: String?
  /// Least probability at which two sentences are linked, 0.1–0.9.
  public var threshold = 0.5
  /// What is not reported.
  public var ignored: Set<IgnoredDifference> = []

  /// A comparison of `sides`, which are two or more.
  public init(sides: [String], store: String? = nil) {
    self.sides = sides
    self.store = store
  }

  /// The comparison of the first side with the second; throws when one cannot be read.
  public func report() throws -> ComparisonReport {
    let read = try sides.prefix(2).map(side)
    var lexicon = Lexicon()
    let result = try Self.comparer().compare(
      read[0].input, read[1].input, options: options, lexicon: &lexicon
    ).ignoring(ignored)
    var report = ComparisonReport(result: result, labelA: read[0].label, labelB: read[1].label)
    report.rows = sentenceRows(result)
    return report
  }

  /// The collation of all sides; throws when one cannot be read or there are too many.
  public func collation(_ mode: Collation.Mode) throws -> CollationReport {
    try collated(try sides.map(side), mode)
  }

  /// The versions of the stored document that the only side names, in order of capture.
  public func history() throws -> CollationReport {
    let opened = try openStore(store)
    let name = sides.first ?? ""
    guard let document = try opened.onlyDocument(name) else { throw unknownDocument(name) }
    let versions = try opened.versions(of: document.id)
    guard versions.count > 1 else {
      throw PipelineError(
        .nothingFound, "\(name): only one version of this document is known so far.")
    }
    let sides = versions.map { version in
      let day = version.captured.map { "captured \($0.value)" } ?? "capture undated"
      return Side(
        input: ComparisonInput(version), label: "\(day), version \(version.id.rawValue)")
    }
    return try collated(sides, .history)
  }

  /// The documents that are variants of the one that the only side names, against their hub.
  public func variants() throws -> CollationReport {
    let opened = try openStore(store)
    let name = sides.first ?? ""
    guard let document = try opened.onlyDocument(name) else { throw unknownDocument(name) }
    guard
      let group = try opened.groups().first(where: { group in
        group.members.contains { $0.document == document.id }
      })
    else {
      throw PipelineError(.nothingFound, "\(name): no variant of this document is known so far.")
    }
    var sides: [Side] = []
    for member in group.members {
      guard let known = try opened.document(member.document),
        let version = try opened.newestVersion(of: member.document)
      else { continue }
      let place = known.publisher ?? known.address
      let relation = member.relation == .hub ? "hub" : member.relation.rawValue
      sides.append(Side(input: ComparisonInput(version), label: "\(place), \(relation)"))
    }
    // The hub is the first member of its group.
    return try collated(sides, .base(0))
  }

  private func unknownDocument(_ name: String) -> PipelineError {
    PipelineError(
      .nothingFound, "\(name): no document has this identifier or address. Try `variorum search`.")
  }

  /// Texts that are collated at once, and those where each is compared with every other.
  private static let most = (all: 100, parallel: 12)

  private func collated(_ sides: [Side], _ mode: Collation.Mode) throws -> CollationReport {
    let limit = mode == .parallel ? Self.most.parallel : Self.most.all
    guard sides.count <= limit else {
      throw PipelineError(
        .usage,
        "\(sides.count) texts are more than the \(limit) that can be collated so. "
          + (mode == .parallel ? "Choose a base with --base." : "Leave some out."))
    }
    var lexicon = Lexicon()
    var collation = try Self.comparer().collate(
      sides.map(\.input), mode: mode, options: options, lexicon: &lexicon)
    for k in collation.steps.indices {
      collation.steps[k].result = collation.steps[k].result.ignoring(ignored)
    }
    return CollationReport(collation: collation, labels: sides.map(\.label))
  }

  private static func comparer() throws -> Comparer {
    Comparer(meaning: MeaningFile.load(), tagger: try EntityFiles.tagger())
  }

  private var options: ComparisonOptions {
    var options = ComparisonOptions()
    options.strictness = threshold - 0.5
    return options
  }

  struct Side {
    var input: ComparisonInput
    var label: String
  }

  /// A side before its text is looked for.
  enum Source {
    case record(InputRecord, label: String)
    case stored(Side)

    var side: Side {
      switch self {
      case .stored(let side): return side
      case .record(let record, let label):
        let page = extracted(record)
        return Side(
          input: ComparisonInput(
            text: page.text, passages: page.passages, metadata: page.metadata,
            language: page.metadata.language?.value), label: label)
      }
    }
  }

  func side(_ name: String) throws -> Side { try source(name).side }

  func source(_ name: String) throws -> Source {
    if name == "-" {
      let bytes = [UInt8](FileHandle.standardInput.readDataToEndOfFile())
      guard bytes.contains(where: { !ASCII.isSpace($0) }) else {
        throw PipelineError(.unreadable, "standard input is empty: there is nothing to compare")
      }
      let record = InputRecord(
        origin: Origin(file: "standard input"),
        kind: looksLikeHTML(bytes.span) ? .html : .text, bytes: bytes)
      return .record(record, label: "standard input")
    }
    var isFolder: ObjCBool = false
    if unsafe FileManager.default.fileExists(atPath: name, isDirectory: &isFolder) {
      guard !isFolder.boolValue else {
        throw PipelineError(
          .unreadable,
          "\(name): is a folder. Name one file of it, or run `variorum nightly \(name)` to compare "
            + "all versions in it.")
      }
      return .record(try onlyRecord(name), label: name)
    }
    if let stored = try storedSide(name) { return .stored(stored) }
    throw PipelineError(
      .unreadable, "\(name): no such file, and no stored document has an identifier that begins so")
  }

  private func onlyRecord(_ path: String) throws -> InputRecord {
    guard let entry = listFiles(root: path).files.first else {
      throw PipelineError(.unreadable, "\(path): cannot be read. Check its permissions.")
    }
    var reader = FileReader(entry)
    var found: InputRecord?
    while let outcome = reader.next() {
      switch outcome {
      case .document(let record):
        guard found == nil else {
          throw PipelineError(
            .unreadable,
            "\(path): holds several documents. Run `variorum nightly` on it and compare two by "
              + "their identifiers.")
        }
        found = record
      case .failure(let failure): throw PipelineError(.unreadable, failure.message)
      case .skipped, .seenAgain: continue
      }
    }
    guard let found else {
      throw PipelineError(.unreadable, "\(path): holds no document")
    }
    return found
  }

  private func storedSide(_ name: String) throws -> Side? {
    guard name.utf8.count >= 4, name.utf8.allSatisfy(isHexDigit),
      FileManager.default.fileExists(atPath: storePath(store))
    else { return nil }
    let opened = try openStore(store)
    guard let document = try opened.onlyDocument(name),
      let version = try opened.newestVersion(of: document.id)
    else { return nil }
    return Side(
      input: ComparisonInput(version), label: document.publisher ?? document.address)
  }
}

private func isHexDigit(_ byte: UInt8) -> Bool {
  ASCII.isDigit(byte) || (0x61...0x66).contains(byte | 0x20)
}

extension CorpusStore {
  /// The document whose identifier begins with `name` or whose address is `name`.
  ///
  /// Throws when several begin so.
  func onlyDocument(_ name: String) throws -> Document? {
    let ids = try documentIDs(beginningWith: name.lowercased())
    guard ids.count < 2 else {
      let list = ids.map(\.rawValue).joined(separator: ", ")
      throw PipelineError(.usage, "\(name): several documents begin so: \(list)")
    }
    if let id = ids.first { return try document(id) }
    return try document(documentID(normalisedAddress(name) ?? name))
  }
}
