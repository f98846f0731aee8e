import Foundation
import Model

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The folder that runs write into: one folder of pages for each run, and `latest`.
///
/// Pages are written beside the finished ones and put in their place by a rename, so that a reader
/// sees a whole run or none.
struct OutputFolder {
  let root: URL

  /// The folder at `path`, which is created when it is missing.
  init(path: String) throws {
    root = URL(fileURLWithPath: path, isDirectory: true)
    do {
      try FileManager.default.createDirectory(at: root, withIntermediateDirectories: true)
    } catch {
      throw PipelineError(
        .unreadable, "\(path): the output folder cannot be made. Choose another with --output.")
    }
  }

  /// The folder that a run of `date` leaves behind.
  func finished(_ date: Day) -> URL { root.appendingPathComponent(date.description) }

  /// An empty folder to write pages into; what an earlier run left there is removed.
  func begin() throws -> URL {
    let partial = root.appendingPathComponent(".partial")
    try? FileManager.default.removeItem(at: partial)
    try FileManager.default.createDirectory(at: partial, withIntermediateDirectories: true)
    return partial
  }

  /// Writes a page below the folder of `begin`; it is safe on the disk once that is published.
  ///
  /// Foundation would wait for the disk after each of thousands of pages.
  func write(_ text: String, to file: URL) throws {
    let descriptor = unsafe open(file.path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw OutputFolder.unwritable(file, errno) }
    var reason = writeAll(Array(text.utf8), to: descriptor) ? 0 : errno
    if close(descriptor) != 0, reason == 0 { reason = errno }
    if reason != 0 { throw OutputFolder.unwritable(file, reason) }
  }

  /// Replaces a file that readers may have open, in one step.
  func replace(with text: String, at file: URL) throws {
    do {
      try Data(text.utf8).write(to: file, options: .atomic)
    } catch let error as CocoaError where error.code == .fileWriteOutOfSpace {
      throw OutputFolder.unwritable(file, ENOSPC)
    } catch {
      throw PipelineError(.unreadable, "\(file.path): cannot be written (\(error)).")
    }
  }

  private static func unwritable(_ file: URL, _ reason: CInt) -> PipelineError {
    if reason == ENOSPC || reason == EDQUOT {
      return PipelineError(
        .noSpace, "\(file.path): no space left on the volume. Free some and run again.")
    }
    return PipelineError(
      .unreadable, "\(file.path): cannot be written (\(unsafe String(cString: strerror(reason)))).")
  }

  /// Puts the written pages in the place of `date`, and points `latest` at them.
  func publish(_ partial: URL, as date: Day) throws {
    // One wait for the disk instead of one for each of thousands of pages.
    sync()
    let place = finished(date)
    let replaced = root.appendingPathComponent(".replaced")
    try? FileManager.default.removeItem(at: replaced)
    if FileManager.default.fileExists(atPath: place.path) {
      try FileManager.default.moveItem(at: place, to: replaced)
    }
    try FileManager.default.moveItem(at: partial, to: place)
    try? FileManager.default.removeItem(at: replaced)
    try pointLatest(at: date)
  }

  /// Replaces the link in one step: a reader never finds it missing.
  private func pointLatest(at date: Day) throws {
    let link = root.appendingPathComponent("latest").path
    let fresh = root.appendingPathComponent(".latest").path
    try? FileManager.default.removeItem(atPath: fresh)
    try FileManager.default.createSymbolicLink(
      atPath: fresh, withDestinationPath: date.description)
    guard unsafe rename(fresh, link) == 0 else {
      throw PipelineError(.unreadable, "\(link): cannot be replaced (\(systemReason()))")
    }
  }
}
