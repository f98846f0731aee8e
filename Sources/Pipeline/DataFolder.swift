#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The path of a model or list such as `Models/meaning.model`, or nil where no folder holds it.
///
/// Looked for in `VARIORUM_DATA`, in the resource folder beside the executable, then in
/// `../share/variorum`; the first folder that holds a readable file or folder of the name wins.
func dataFile(_ name: String) -> String? {
  for folder in dataFolders() {
    let path = folder + "/" + name
    if unsafe access(path, R_OK) == 0 { return path }
  }
  return nil
}

/// The folders that are looked in, first choice first.
func dataFolders() -> [String] {
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
