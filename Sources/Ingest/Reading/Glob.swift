import Bytes

/// A pattern for paths, as shells write them.
///
/// `*` stands for any bytes but `/`, `**` for any bytes, `?` for one byte but `/`, `[a-z]` for one of a
/// set and `[!a-z]` for one outside it; a backslash takes the meaning of what follows it. A pattern
/// without `/` is held against names, any other one against whole paths relative to the corpus.
public struct Glob: Sendable, Equatable {
  private enum Part: Sendable, Equatable {
    case byte(UInt8)
    /// One byte but `/`.
    case any
    case set([ClosedRange<UInt8>], isNegated: Bool)
    /// Any bytes, `/` among them or not.
    case star(crossesFolders: Bool)
  }

  private var parts: [Part] = []
  private let isForNames: Bool

  /// The pattern `text`; nil when a `[` has no `]`.
  public init?(_ text: String) {
    let bytes = Array(text.utf8)
    isForNames = !bytes.contains(0x2F)
    var i = 0
    while i < bytes.count {
      switch bytes[i] {
      case 0x2A:
        var end = i
        while end < bytes.count, bytes[end] == 0x2A { end += 1 }
        let crosses = end - i > 1
        i = end
        parts.append(.star(crossesFolders: crosses))
        // "**/" stands for no folder as well.
        if crosses, i < bytes.count, bytes[i] == 0x2F, parts.count == 1 { i += 1 }
      case 0x3F:
        parts.append(.any)
        i += 1
      case 0x5B:
        guard let (part, end) = Glob.set(bytes, i) else { return nil }
        parts.append(part)
        i = end
      case 0x5C where i + 1 < bytes.count:
        parts.append(.byte(bytes[i + 1]))
        i += 2
      default:
        parts.append(.byte(bytes[i]))
        i += 1
      }
    }
  }

  private static func set(_ bytes: [UInt8], _ start: Int) -> (Part, Int)? {
    var i = start + 1
    var ranges: [ClosedRange<UInt8>] = []
    let isNegated = i < bytes.count && (bytes[i] == 0x21 || bytes[i] == 0x5E)
    if isNegated { i += 1 }
    let first = i
    while i < bytes.count {
      if bytes[i] == 0x5D, i > first { return (.set(ranges, isNegated: isNegated), i + 1) }
      if i + 2 < bytes.count, bytes[i + 1] == 0x2D, bytes[i + 2] != 0x5D {
        ranges.append(min(bytes[i], bytes[i + 2])...max(bytes[i], bytes[i + 2]))
        i += 3
      } else {
        ranges.append(bytes[i]...bytes[i])
        i += 1
      }
    }
    return nil
  }

  /// Whether the pattern stands for `path`, relative to the corpus, in the bytes of the file system.
  ///
  /// - Complexity: O(length of the path × length of the pattern), whatever the pattern.
  public func matches(_ path: [UInt8]) -> Bool {
    let start = isForNames ? (path.lastIndex(of: 0x2F) ?? -1) + 1 : 0
    // All places of the pattern that the bytes so far may have led to.
    var places = [Bool](repeating: false, count: parts.count + 1)
    places[0] = true
    passStars(&places)
    for byte in path[start...] {
      var next = [Bool](repeating: false, count: parts.count + 1)
      for (place, part) in parts.enumerated() where places[place] {
        switch part {
        case .star(let crosses): if crosses || byte != 0x2F { next[place] = true }
        default: if accepts(part, byte) { next[place + 1] = true }
        }
      }
      passStars(&next)
      places = next
    }
    return places[parts.count]
  }

  private func accepts(_ part: Part, _ byte: UInt8) -> Bool {
    switch part {
    case .byte(let wanted): byte == wanted
    case .any: byte != 0x2F
    case .set(let ranges, let isNegated):
      byte != 0x2F && ranges.contains { $0.contains(byte) } != isNegated
    case .star: true
    }
  }

  /// A star may stand for nothing.
  private func passStars(_ places: inout [Bool]) {
    for (place, part) in parts.enumerated() where places[place] {
      if case .star = part { places[place + 1] = true }
    }
  }
}

/// Which files of a corpus are read.
public struct FileSelection: Sendable, Equatable {
  /// Only files that one of these stands for; all when empty.
  public var include: [Glob] = []
  /// No files or folders that one of these stands for.
  public var exclude: [Glob] = []

  /// All files.
  public init() {}

  /// Whether the file at `path` is wanted.
  func includes(_ path: [UInt8]) -> Bool {
    (include.isEmpty || include.contains { $0.matches(path) }) && !excludes(path)
  }

  /// Whether the file or folder at `path` is kept out.
  func excludes(_ path: [UInt8]) -> Bool { exclude.contains { $0.matches(path) } }
}
