import Foundation

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The right to write into an output folder; one process at a time holds it.
///
/// The lock is the kernel's, so it is free again as soon as its process ends, however it ends. The
/// file says which process holds it.
final class RunLock: Sendable {
  private let descriptor: CInt

  /// Takes the lock of `folder`, which exists.
  ///
  /// Throws an error with the other's process id when another process holds it.
  init(folder: URL) throws {
    let path = folder.appendingPathComponent("variorum.lock").path
    descriptor = unsafe open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else {
      throw PipelineError(.unreadable, "\(path): cannot be written (\(systemReason()))")
    }
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
      let holder = (try? String(contentsOfFile: path, encoding: .utf8)) ?? ""
      let process = holder.split(separator: "\n").first.map(String.init) ?? "unknown"
      close(descriptor)
      throw PipelineError(
        .locked,
        "\(folder.path): another run is at work here (process \(process)). Wait for it to end, or "
          + "choose another folder with --output.")
    }
    ftruncate(descriptor, 0)
    _ = writeAll(Array("\(getpid())\n".utf8), to: descriptor)
  }

  deinit { close(descriptor) }
}

/// The text of the last system error.
func systemReason() -> String { unsafe String(cString: strerror(errno)) }
