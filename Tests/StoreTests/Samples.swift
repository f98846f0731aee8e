import Foundation
import Model
import Store
import Testing

/// A store in a folder of its own, which is removed with it.
final class TemporaryStore {
  let folder: URL
  let store: CorpusStore

  init() throws {
    folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("store-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    store = try CorpusStore(path: folder.appendingPathComponent("s.sqlite").path, creating: true)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  /// Adds versions in one run and completes it.
  @discardableResult
  func run(
    _ versions: [(Version, [Mention])], date: String = "2025-03-01",
    segment: ([UncountedText]) -> WordSegment = wordSegment
  ) throws -> [AddedVersion] {
    let (run, outcomes) = try store.write { writer in
      let run = try writer.begin(date: #require(Day(iso: date)), corpus: "Corpus")
      return (
        run, try versions.map { try writer.add($0.0, mentions: $0.1, words: 10, run: run) }
      )
    }
    try store.countNewVersions(by: segment)
    try store.write { writer in
      try writer.rebuildFrame()
      try writer.complete(run)
    }
    return outcomes
  }
}

/// A version of the document `address`; its identifiers are made from address and text.
func sample(
  _ address: String, text: String, published: String? = nil, captured: String? = nil,
  file: String? = nil, publisher: String = "The Harbour Review"
) -> Version {
  var metadata = Metadata()
  metadata.title = Found("On \(address)", Evidence(.meta, "og:title"))
  metadata.authors = [Found("Ada Penn", Evidence(.jsonLD)), Found("Bo Lund", Evidence(.visible))]
  metadata.publisher = Found(publisher, Evidence(.meta))
  metadata.published = published.flatMap(Day.init(iso:)).map { Found($0, Evidence(.jsonLD)) }
  return Version(
    id: VersionID(rawValue: "\(address)#\(text.hashValueStable)"),
    document: DocumentID(rawValue: address), address: address,
    captured: captured.flatMap(Day.init(iso:)).map { Found($0, Evidence(.path, "folder")) },
    origin: Origin(file: file ?? "\(address).html"), text: text,
    passages: [Passage(index: 0, kind: .paragraph, utf8: 0..<text.utf8.count)],
    metadata: metadata, contentHash: "\(text.hashValueStable)",
    issues: [Issue("encoding-replaced", "3 bytes were not UTF-8")])
}

func mention(_ theme: String, at utf8: Range<Int>, value: Value? = nil) -> Mention {
  Mention(
    subject: Subject(.theme, theme), name: theme.capitalized, passage: 0, utf8: utf8, value: value,
    score: 500_000)
}

extension String {
  /// A hash that is the same in every run.
  var hashValueStable: UInt64 {
    utf8.reduce(14_695_981_039_346_656_037) { ($0 ^ UInt64($1)) &* 1_099_511_628_211 }
  }
}

/// The words between blanks, small.
func wordSegment(_ texts: [UncountedText]) -> WordSegment {
  var lists: [String: PostingList] = [:]
  var segment = WordSegment()
  for text in texts {
    let words = text.text.lowercased().split { !$0.isLetter }.map(String.init)
    for (word, same) in Dictionary(grouping: words, by: \.self) {
      lists[word, default: PostingList()].append(version: text.version, count: same.count)
    }
    segment.counts.append((text.version, words.count))
  }
  segment.words = lists.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  return segment
}
