import Comparison

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Where the table of meanings is looked for.
enum MeaningFile {
  /// The table, or nil where no folder holds it: `VARIORUM_DATA`, the resource folder beside the
  /// executable, `../share/variorum`.
  static func load() -> MeaningTable? {
    for folder in folders() {
      if let table = MeaningTable(path: folder + "/Models/meaning.model") { return table }
    }
    return nil
  }

  private static func folders() -> [String] {
    var found: [String] = []
    if let data = unsafe getenv("VARIORUM_DATA") { unsafe found.append(String(cString: data)) }
    // `readlink` fills a buffer of ours; nothing outlives the call.
    var buffer = [UInt8](repeating: 0, count: 4096)
    let count = unsafe buffer.withUnsafeMutableBytes { raw -> Int in
      guard let base = raw.baseAddress else { return 0 }
      return unsafe readlink("/proc/self/exe", base.assumingMemoryBound(to: CChar.self), 4096)
    }
    let path: String
    if count > 0 {
      path = String(decoding: buffer[..<count], as: UTF8.self)
    } else {
      path = CommandLine.arguments.first ?? ""
    }
    let folder = path.split(separator: "/", omittingEmptySubsequences: false).dropLast()
      .joined(separator: "/")
    for name in ["variorum_Tagging.resources", "mini_Tagging.resources"] {
      found.append(folder + "/" + name)
    }
    found.append(folder + "/../share/variorum")
    return found
  }
}
