import Bytes
import Comparison
import Foundation
import Ingest
public import Model
public import Report
import Store
import Text

/// Compares the first of several texts with each of the others.
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

  /// The reports in the order of the sides; throws when a side cannot be read.
  public func reports() throws -> [ComparisonReport] {
    let read = try sides.map(side)
    let comparer = Comparer(meaning: MeaningFile.load(), tagger: EntityFiles.tagger())
    var lexicon = Lexicon()
    var options = ComparisonOptions()
    options.strictness = threshold - 0.5
    return read.dropFirst().map { other in
      lexicon.removeAll()
      let result = comparer.compare(
        read[0].input, other.input, options: options, lexicon: &lexicon
      ).ignoring(ignored)
      return ComparisonReport(result: result, labelA: read[0].label, labelB: other.label)
    }
  }

  private struct Side {
    var input: ComparisonInput
    var label: String
  }

  private func side(_ name: String) throws -> Side {
    if name == "-" {
      let bytes = [UInt8](FileHandle.standardInput.readDataToEndOfFile())
      guard bytes.contains(where: { !ASCII.isSpace($0) }) else {
        throw PipelineError(.unreadable, "standard input is empty: there is nothing to compare")
      }
      let record = InputRecord(
        origin: Origin(file: "standard input"),
        kind: looksLikeHTML(bytes.span) ? .html : .text, bytes: bytes)
      return side(record, label: "standard input")
    }
    var isFolder: ObjCBool = false
    if unsafe FileManager.default.fileExists(atPath: name, isDirectory: &isFolder) {
      guard !isFolder.boolValue else {
        throw PipelineError(
          .unreadable,
          "\(name): is a folder. Name one file of it, or run `variorum nightly \(name)` to compare "
            + "all versions in it.")
      }
      return side(try onlyRecord(name), label: name)
    }
    if let stored = try storedSide(name) { return stored }
    throw PipelineError(
      .unreadable, "\(name): no such file, and no stored document has an identifier that begins so")
  }

  private func side(_ record: InputRecord, label: String) -> Side {
    let page = extracted(record)
    return Side(
      input: ComparisonInput(
        text: page.text, passages: page.passages, metadata: page.metadata,
        language: page.metadata.language?.value), label: label)
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
