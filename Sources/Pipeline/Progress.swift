import Foundation

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A bar on standard error for work that takes more than two seconds; nothing when that is no terminal.
///
/// It never reaches standard output or a file, so the clock that it reads changes no result.
struct Progress {
  private let isShown: Bool
  private let label: String
  private let total: Int
  private let start = ContinuousClock.now
  private var last: ContinuousClock.Instant?
  private var done = 0

  /// A bar for `total` steps; with `quiet` it never shows.
  init(_ label: String, total: Int, quiet: Bool) {
    self.label = label
    self.total = max(1, total)
    isShown = !quiet && isatty(STDERR_FILENO) == 1
  }

  /// Notes that `count` more steps are done.
  mutating func advance(_ count: Int = 1) {
    done += count
    guard isShown else { return }
    let now = ContinuousClock.now
    guard now - start > .seconds(2), last.map({ now - $0 > .milliseconds(100) }) ?? true else {
      return
    }
    last = now
    let share = min(1, Double(done) / Double(total))
    let filled = Int(share * 30)
    let bar = String(repeating: "█", count: filled) + String(repeating: "░", count: 30 - filled)
    write("\r\(label) \(bar) \(Int(share * 100)) % (\(done) of \(total))\u{1B}[K")
  }

  /// Removes the bar.
  func end() {
    guard last != nil else { return }
    write("\r\u{1B}[K")
  }

  private func write(_ text: String) { FileHandle.standardError.write(Data(text.utf8)) }
}
