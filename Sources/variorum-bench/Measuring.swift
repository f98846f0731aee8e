import Foundation

/// Documents of a text: cut at the first blank line after 5,000 bytes.
func documents(of text: String) -> [String] {
  var found: [String] = []
  var current = ""
  for paragraph in text.split(separator: "\n\n") {
    if !current.isEmpty { current += "\n\n" }
    current += paragraph
    if current.utf8.count >= 5_000 {
      found.append(current)
      current = ""
    }
  }
  if !current.isEmpty { found.append(current) }
  return found
}

/// Runs `work` once to warm up and then `rounds` times; a line of the table.
func measure(_ name: String, rounds: Int, bytes: Int, count: Int, _ work: () -> Int) -> String {
  let wanted = work()
  var times: [Double] = []
  for _ in 0..<rounds {
    let start = cpuSeconds()
    let found = work()
    times.append(cpuSeconds() - start)
    guard found == wanted else { fail("stage \(name) gave \(found), then \(wanted)") }
  }
  times.sort()
  let (best, median) = (times[0], times[times.count / 2])
  func rate(_ seconds: Double) -> String { fixed(Double(bytes) / seconds / 1e6, 1) }
  return
    "\(name): \(rate(best)) MB/s (median \(rate(median))), "
    + "\(fixed(best / Double(max(count, 1)) * 1e6, 1)) µs a document; check \(wanted)"
}

/// Seconds of CPU that this process has used.
private func cpuSeconds() -> Double {
  var time = timespec()
  unsafe clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
  return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
}

private func fixed(_ value: Double, _ digits: Int) -> String {
  String(format: "%.\(digits)f", value)
}
