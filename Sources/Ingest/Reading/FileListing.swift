import Bytes
public import Model

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A file of a corpus.
public struct FileEntry: Hashable, Sendable {
  /// Path relative to the corpus, percent-escaped where it is not plain text.
  public var path: String
  /// The path to open, in the bytes of the file system.
  public var systemPath: [UInt8]
  /// Bytes.
  public var size: Int
  /// A number made from inode and times that changes when the file does; never used as a date.
  public var stamp: Int
}

/// The files of a corpus, and what stands in the way of reading the others.
public struct FileListing: Sendable {
  /// Files of a known form, in the byte order of their paths.
  public var files: [FileEntry] = []
  /// How many files of other forms were passed over, pictures and style sheets for instance; pipes and
  /// devices are counted as well.
  public var passedOver = 0
  /// Whether the root is a folder.
  public var isFolder = false
  /// Files and folders that cannot be read.
  public var failures: [Failure] = []
}

/// The extensions that are read, each also with `.gz`, `.zst` or `.br` after it.
public let knownExtensions = [
  "html", "htm", "xhtml", "xht", "txt", "text", "md", "markdown", "jsonl", "ndjson", "warc", "rss",
  "atom", "rdf", "xml",
]

/// Documents of other programs: they are met, and the failure names what turns them into text.
private let foreignExtensions = ["pdf", "doc", "docx", "odt", "rtf", "epub"]

/// Lists what is below `root`, a folder or a single file.
///
/// Hidden files are passed over, and so are files of other forms, which are counted; symbolic links to
/// files are followed, those to folders are not, so a loop cannot arise. The files come in the byte
/// order of their paths.
public func listFiles(root: String, selection: FileSelection = FileSelection()) -> FileListing {
  var listing = FileListing()
  let base = Array(root.utf8)
  guard let status = fileStatus(base) else {
    listing.failures.append(unreadable(escaped(base), escaped(base)))
    return listing
  }
  if !status.isFolder {
    guard status.isRegular else {
      let shown = escaped(base)
      listing.failures.append(
        Failure(
          origin: Origin(file: shown), code: "unreadable",
          message: "\(shown): a pipe or device. Store what it gives in a file first."))
      return listing
    }
    let name = base.lastIndex(of: 0x2F).map { Array(base[($0 + 1)...]) } ?? base
    listing.files.append(
      FileEntry(
        path: escaped(name), systemPath: base, size: status.size, stamp: status.stamp))
    return listing
  }
  listing.isFolder = true
  var pending: [[UInt8]] = [[]]
  while let folder = pending.popLast() {
    let place = folder.isEmpty ? base : base + [0x2F] + folder
    guard let names = names(in: place) else {
      listing.failures.append(unreadable(escaped(folder), escaped(folder)))
      continue
    }
    for name in names where name.first != 0x2E {
      let relative = folder.isEmpty ? name : folder + [0x2F] + name
      guard !selection.excludes(relative) else { continue }
      let path = base + [0x2F] + relative
      guard let status = fileStatus(path) else {
        listing.failures.append(unreadable(escaped(relative), escaped(relative)))
        continue
      }
      if status.isFolder {
        if !status.isLink { pending.append(relative) }
      } else {
        guard selection.includes(relative) else { continue }
        guard status.isRegular, isRead(name) else {
          listing.passedOver += 1
          continue
        }
        listing.files.append(
          FileEntry(
            path: escaped(relative), systemPath: path, size: status.size, stamp: status.stamp))
      }
    }
  }
  listing.files.sort { $0.systemPath.lexicographicallyPrecedes($1.systemPath) }
  return listing
}

private func unreadable(_ file: String, _ shown: String) -> Failure {
  Failure(
    origin: Origin(file: file), code: "unreadable",
    message: "\(shown): cannot be read (\(reason())). Check that it exists and its permissions.")
}

private func escaped(_ name: [UInt8]) -> String {
  let span = name.span
  return percentEscaped(span)
}

func reason() -> String { unsafe String(cString: strerror(errno)) }

/// A file name without its compression suffix, and its extension in small letters.
func forms(of name: String) -> (extension: String, compression: String) {
  var parts = name.lowercased().split(separator: ".", omittingEmptySubsequences: false)
  guard parts.count > 1 else { return ("", "") }
  var compression = ""
  if let last = parts.last, ["gz", "zst", "br"].contains(last) {
    compression = String(last)
    parts.removeLast()
    if parts.count == 1 { return ("", compression) }
  }
  return (String(parts.last ?? ""), compression)
}

private func isRead(_ name: [UInt8]) -> Bool {
  let forms = forms(of: String(decoding: name, as: UTF8.self))
  return knownExtensions.contains(forms.extension) || foreignExtensions.contains(forms.extension)
    || forms.extension.isEmpty && !forms.compression.isEmpty
}

// The system's calls take and give C structures and pointers; nothing of them leaves this file.

private struct FileStatus {
  var isFolder: Bool
  var isRegular: Bool
  var isLink: Bool
  var size: Int
  var stamp: Int
}

private func fileStatus(_ path: [UInt8]) -> FileStatus? {
  var link = stat()
  var target = stat()
  let name = path.map { CChar(bitPattern: $0) } + [0]
  guard unsafe lstat(name, &link) == 0, unsafe stat(name, &target) == 0 else { return nil }
  let kind = target.st_mode & S_IFMT
  #if canImport(Glibc)
    let times = (target.st_mtim, target.st_ctim)
  #else
    let times = (target.st_mtimespec, target.st_ctimespec)
  #endif
  var stamp = Int(truncatingIfNeeded: target.st_ino)
  for part in [times.0.tv_sec, times.0.tv_nsec, times.1.tv_sec, times.1.tv_nsec] {
    stamp = stamp &* 1_000_003 &+ Int(part)
  }
  return FileStatus(
    isFolder: kind == S_IFDIR, isRegular: kind == S_IFREG, isLink: link.st_mode & S_IFMT == S_IFLNK,
    size: Int(target.st_size), stamp: stamp)
}

private func names(in folder: [UInt8]) -> [[UInt8]]? {
  guard let directory = unsafe opendir(folder.map { CChar(bitPattern: $0) } + [0]) else {
    return nil
  }
  defer { unsafe closedir(directory) }
  var names: [[UInt8]] = []
  while let entry = unsafe readdir(directory) {
    let name = unsafe withUnsafeBytes(of: entry.pointee.d_name) { raw in
      unsafe Array(raw.prefix { $0 != 0 })
    }
    if name != [0x2E], name != [0x2E, 0x2E] { names.append(name) }
  }
  return names.sorted { $0.lexicographicallyPrecedes($1) }
}
