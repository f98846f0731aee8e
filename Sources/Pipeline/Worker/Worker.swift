import Bytes
public import JSONLines

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Answers every line of standard input on standard output until the input ends.
///
/// One line in, one line out, in order, flushed each; a line longer than `maximumLine` bytes is
/// answered with an error and passed over without being kept.
public func runWorker(_ stage: some WorkerStage, maximumLine: Int = 1 << 30) {
  var stage = stage
  var reader = LineReader(descriptor: 0, maximumLine: maximumLine)
  var out: [UInt8] = []
  while let line = reader.next() {
    out.removeAll(keepingCapacity: true)
    switch line {
    case .bytes(let bytes): answerLine(bytes.span, with: &stage).write(to: &out)
    case .tooLong(let count):
      let message = "a line of \(count) bytes; the limit is \(maximumLine)"
      errorLine(.null, WorkerError("line-too-long", message)).write(to: &out)
    }
    out.append(0x0A)
    guard writeAll(out, to: 1) else { return }
  }
}

/// The answer to one line of the streaming interface.
public func answerLine(
  _ line: borrowing Span<UInt8>, with stage: inout some WorkerStage
) -> JSONValue {
  let input: JSONValue
  do {
    input = try parseJSON(line)
  } catch {
    return errorLine(.null, WorkerError("not-json", error.description))
  }
  guard case .object = input else {
    return errorLine(.null, WorkerError("not-json", "the line is not a JSON object"))
  }
  let id: JSONValue
  switch input["id"] {
  case .string(let text): id = .string(text)
  case .int(let number): id = .int(number)
  default: return errorLine(.null, WorkerError.missing("id", "a string"))
  }
  do {
    return .object([.init("id", id)] + (try stage.answer(input)))
  } catch {
    return errorLine(id, error)
  }
}

private func errorLine(_ id: JSONValue, _ error: WorkerError) -> JSONValue {
  ["id": id, "error": ["code": .string(error.code), "message": .string(error.message)]]
}

/// Reads lines from a file descriptor; blank lines are passed over.
struct LineReader {
  enum Line {
    case bytes([UInt8])
    case tooLong(Int)
  }

  let descriptor: CInt
  let maximumLine: Int
  private var buffer: [UInt8] = []
  private var start = 0
  private var ended = false

  init(descriptor: CInt, maximumLine: Int) {
    self.descriptor = descriptor
    self.maximumLine = maximumLine
  }

  mutating func next() -> Line? {
    while true {
      var scan = start
      var dropped = 0
      while true {
        if let end = buffer.span.firstIndex(of: 0x0A, from: scan) {
          let line =
            dropped > 0
            ? .tooLong(dropped + end - start) : Line.bytes(Array(buffer[start..<end]))
          start = end + 1
          if case .bytes(let bytes) = line, bytes.allSatisfy(ASCII.isSpace) { break }
          return line
        }
        scan = buffer.count
        if buffer.count - start > maximumLine {
          dropped += buffer.count - start
          buffer.removeAll(keepingCapacity: true)
          start = 0
          scan = 0
        }
        if ended || !fill(&scan) {
          defer {
            buffer.removeAll()
            start = 0
          }
          if dropped > 0 { return .tooLong(dropped + buffer.count - start) }
          let rest = Array(buffer[start...])
          return rest.allSatisfy(ASCII.isSpace) ? nil : .bytes(rest)
        }
      }
    }
  }

  /// Reads more; false at the end of the input.
  private mutating func fill(_ scan: inout Int) -> Bool {
    if start > 0 {
      buffer.removeSubrange(0..<start)
      scan -= start
      start = 0
    }
    let size = 1 << 16
    let before = buffer.count
    buffer.append(contentsOf: repeatElement(0, count: size))
    // `read` needs a pointer; it writes at most `size` bytes into what was just appended.
    let got = unsafe buffer.withUnsafeMutableBytes { raw in
      unsafe read(descriptor, raw.baseAddress?.advanced(by: before), size)
    }
    buffer.removeLast(size - max(0, got))
    if got <= 0 { ended = true }
    return got > 0
  }
}

/// Writes all bytes; false when the other end is gone.
func writeAll(_ bytes: [UInt8], to descriptor: CInt) -> Bool {
  var done = 0
  while done < bytes.count {
    let wrote = unsafe bytes.withUnsafeBytes { raw in
      unsafe write(descriptor, raw.baseAddress?.advanced(by: done), bytes.count - done)
    }
    guard wrote > 0 else { return false }
    done += wrote
  }
  return true
}
