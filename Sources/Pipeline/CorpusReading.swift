import Ingest

/// Which files of a corpus are read, and where foreign JSON Lines hold what.
public struct CorpusReading: Sendable, Equatable {
  /// Patterns of the files that are read, such as `*.html`; all files of known forms when empty.
  public var include: [String] = []
  /// Patterns of files and folders that are left out.
  public var exclude: [String] = []
  /// Fields of JSON Lines with plain text; the usual names when empty, here and below.
  public var textFields: [String] = []
  /// Fields with HTML.
  public var htmlFields: [String] = []
  /// Fields with the title.
  public var titleFields: [String] = []
  /// Fields with the address.
  public var urlFields: [String] = []
  /// Fields with the date of publication.
  public var dateFields: [String] = []
  /// Fields with an author or a list of them.
  public var authorFields: [String] = []

  /// Everything, under the usual names.
  public init() {}

  /// The patterns as the listing takes them; throws for one that is none.
  func selection() throws(PipelineError) -> FileSelection {
    func globs(_ patterns: [String], _ flag: String) throws(PipelineError) -> [Glob] {
      var globs: [Glob] = []
      for pattern in patterns {
        guard let glob = Glob(pattern) else {
          throw PipelineError(.usage, "\(flag): '\(pattern)' has a [ without its ]")
        }
        globs.append(glob)
      }
      return globs
    }
    var selection = FileSelection()
    selection.include = try globs(include, "--include")
    selection.exclude = try globs(exclude, "--exclude")
    return selection
  }

  /// The settings of the readers.
  var options: ReadingOptions {
    var options = ReadingOptions()
    func take(_ names: [String], _ field: WritableKeyPath<FieldMapping, [String]>) {
      if !names.isEmpty { options.fields[keyPath: field] = names }
    }
    take(textFields, \.text)
    take(htmlFields, \.html)
    take(titleFields, \.title)
    take(urlFields, \.url)
    take(dateFields, \.date)
    take(authorFields, \.author)
    // Who names the field of the text wants no other that a line may have as well.
    if !textFields.isEmpty, htmlFields.isEmpty { options.fields.html = [] }
    if !htmlFields.isEmpty, textFields.isEmpty { options.fields.text = [] }
    return options
  }

  /// A number that tells one mapping of fields from another; 0 for the usual names.
  ///
  /// Mixed into the stamps of files, it has them read again when the mapping changes.
  var fingerprint: Int {
    let lists = [textFields, htmlFields, titleFields, urlFields, dateFields, authorFields]
    guard !lists.allSatisfy(\.isEmpty) else { return 0 }
    let text = lists.map { $0.joined(separator: "\u{1F}") }.joined(separator: "\u{1E}")
    return text.utf8.reduce(17) { $0 &* 1_000_003 &+ Int($1) }
  }

  /// The files below `root` that are wanted.
  func files(root: String) throws(PipelineError) -> FileListing {
    var listing = listFiles(root: root, selection: try selection())
    let fingerprint = fingerprint
    for index in listing.files.indices { listing.files[index].stamp &+= fingerprint }
    return listing
  }
}
