public import Foundation

/// Writes all of a file that the user named.
///
/// A file is replaced as a whole, so that nobody sees half of it. What is no plain file (a device, a
/// pipe, a link such as `/dev/stdout`) is written to and stays what it is.
public func writeOutput(_ bytes: Data, to path: String) throws {
  var status = stat()
  let isKnown = unsafe lstat(path, &status) == 0
  guard isKnown, status.st_mode & S_IFMT != S_IFREG else {
    return try bytes.write(to: URL(fileURLWithPath: path), options: .atomic)
  }
  let descriptor = unsafe open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
  guard descriptor >= 0 else { throw CocoaError(.fileWriteNoPermission) }
  let handle = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
  try handle.write(contentsOf: bytes)
  try handle.close()
}
