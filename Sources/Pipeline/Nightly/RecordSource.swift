import Ingest
import Model
import Store

/// One step of reading: a record, or the end of a file.
enum ReadingStep: Sendable {
  case outcome(ReaderOutcome)
  case end(FileState)

  /// Roughly what the step and all that is found in it take in memory, in bytes.
  var weight: Int {
    guard case .outcome(.document(let record)) = self else { return 1 << 10 }
    return (32 << 10) + record.bytes.count
  }
}

/// Reads the files of a corpus one after the other, each from its beginning to its end.
struct RecordSource {
  private var files: ArraySlice<FileEntry>
  private var current: (entry: FileEntry, reader: FileReader)?
  private var inputs = 0
  private var skipped = 0
  private let options: ReadingOptions

  init(_ files: [FileEntry], options: ReadingOptions) {
    self.files = files[...]
    self.options = options
  }

  /// The next step, or nil when all files are read.
  mutating func next() -> ReadingStep? {
    if current == nil {
      guard let entry = files.popFirst() else { return nil }
      current = (entry, FileReader(entry, options: options))
      inputs = 0
      skipped = 0
    }
    guard let outcome = current?.reader.next() else {
      guard let entry = current?.entry else { return nil }
      current = nil
      return .end(
        FileState(
          path: entry.path, size: entry.size, stamp: entry.stamp, inputs: inputs, skipped: skipped))
    }
    if case .skipped = outcome { skipped += 1 } else { inputs += 1 }
    return .outcome(outcome)
  }
}
