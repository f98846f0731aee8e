import Foundation

/// Documents of a text: cut at the first blank line after `size` bytes.
func documents(of text: [UInt8], size: Int) -> [String] {
  var found: [String] = []
  var start = 0
  for i in text.indices.dropLast() where text[i] == 0x0A && text[i + 1] == 0x0A {
    guard i - start >= size else { continue }
    found.append(String(decoding: text[start..<i], as: UTF8.self))
    start = i + 2
  }
  if start < text.count { found.append(String(decoding: text[start...], as: UTF8.self)) }
  return found
}

/// The texts of JSON Lines with a member `text`; nil when a line is no such object.
func documents(ofLines lines: Data) -> [String]? {
  var found: [String] = []
  for line in lines.split(separator: 0x0A) {
    guard let row = try? JSONSerialization.jsonObject(with: Data(line)) as? [String: Any],
      let text = row["text"] as? String
    else { return nil }
    found.append(text)
  }
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
