import Bytes
public import Model

/// The words met so far: each normal form has one dense number.
///
/// One lexicon belongs to one worker; it is a value and is not shared. Memory is the bytes of the
/// distinct forms plus about 20 bytes each; `removeAll()` starts anew.
public struct Lexicon: Sendable {
  private var bytes: [UInt8] = []
  private var ends: [UInt32] = []
  private var hashes: [UInt64] = []
  private var slots: [UInt32]
  private var stems: [UInt32] = []
  private var stopFlags: [UInt8] = []
  private var stemLanguage = ""

  /// An empty lexicon.
  public init() { slots = Array(repeating: UInt32.max, count: 1 << 12) }

  /// Number of terms.
  public var count: Int { ends.count }

  /// Forgets all terms; ids given out before are void.
  public mutating func removeAll() {
    bytes.removeAll(keepingCapacity: true)
    ends.removeAll(keepingCapacity: true)
    hashes.removeAll(keepingCapacity: true)
    stems.removeAll(keepingCapacity: true)
    stopFlags.removeAll(keepingCapacity: true)
    for i in slots.indices { slots[i] = .max }
  }

  /// The id of the normal form at `range` of `form`, which is added when it is new.
  public mutating func intern(_ form: borrowing Span<UInt8>, _ range: Range<Int>) -> TermID {
    let hash = stableHash(form, in: range)
    var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
    while slots[slot] != .max {
      let id = Int(slots[slot])
      if hashes[id] == hash, matches(id, form, range) { return TermID(rawValue: UInt32(id)) }
      slot = (slot + 1) & (slots.count - 1)
    }
    return add(form, range, hash, slot)
  }

  private mutating func add(
    _ form: borrowing Span<UInt8>, _ range: Range<Int>, _ hash: UInt64, _ slot: Int
  ) -> TermID {
    let id = UInt32(ends.count)
    slots[slot] = id
    for i in range { bytes.append(form[i]) }
    ends.append(UInt32(bytes.count))
    hashes.append(hash)
    stems.append(.max)
    stopFlags.append(0)
    if ends.count * 2 > slots.count { grow() }
    return TermID(rawValue: id)
  }

  /// The id of the normal form of the bytes at `range` of `text`, which is added when it is new.
  ///
  /// Words of ASCII, which are most, are folded while they are looked up; others go through `form`.
  mutating func intern(
    normalFormOf text: borrowing Span<UInt8>, _ range: Range<Int>, _ form: inout [UInt8]
  ) -> TermID {
    var hash = stableHashSeed
    var high: UInt8 = 0
    for i in range {
      let byte = text[i]
      high |= byte
      hash = stableHashStep(hash, ASCII.lowercased(byte))
    }
    if high >= 0x80 {
      form.removeAll(keepingCapacity: true)
      appendNormalForm(text, range, to: &form)
      let span = form.span
      return intern(span, 0..<span.count)
    }
    hash = mixed(hash)
    var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
    while slots[slot] != .max {
      let id = Int(slots[slot])
      if hashes[id] == hash, matchesFolded(id, text, range) {
        return TermID(rawValue: UInt32(id))
      }
      slot = (slot + 1) & (slots.count - 1)
    }
    form.removeAll(keepingCapacity: true)
    appendNormalForm(text, range, to: &form)
    let span = form.span
    return add(span, 0..<span.count, hash, slot)
  }

  /// The id of `form`, taken as it is.
  public mutating func intern(_ form: String) -> TermID {
    let span = form.utf8Span.span
    return intern(span, 0..<span.count)
  }

  /// The normal form of `term`.
  public func string(of term: TermID) -> String {
    String(decoding: bytes[range(Int(term.rawValue))], as: UTF8.self)
  }

  /// The number of bytes of the normal form of `term`.
  public func length(of term: TermID) -> Int { range(Int(term.rawValue)).count }

  /// The first byte of the normal form of `term`; 0 when it is empty.
  public func firstByte(of term: TermID) -> UInt8 {
    let range = range(Int(term.rawValue))
    return range.isEmpty ? 0 : bytes[range.lowerBound]
  }

  /// A hash of the normal form that is the same in every lexicon.
  public func hash(of term: TermID) -> UInt64 { hashes[Int(term.rawValue)] }

  /// The id of the stem of `term` in `language`; the term itself where there is no stemmer.
  public mutating func stem(of term: TermID, language: String) -> TermID {
    if language != stemLanguage {
      for i in stems.indices {
        stems[i] = .max
        stopFlags[i] = 0
      }
      stemLanguage = language
    }
    let known = stems[Int(term.rawValue)]
    if known != .max { return TermID(rawValue: known) }
    var stem = term
    if let stemmed = Stemmer.stem(bytes[range(Int(term.rawValue))], language: language) {
      let span = stemmed.span
      stem = intern(span, 0..<span.count)
    }
    stems[Int(term.rawValue)] = stem.rawValue
    return stem
  }

  /// Whether `term` is a stop word of `language`.
  public mutating func isStopWord(_ term: TermID, language: String) -> Bool {
    if language != stemLanguage { _ = stem(of: term, language: language) }
    let flag = stopFlags[Int(term.rawValue)]
    if flag != 0 { return flag == 1 }
    let isStop = StopWords.contains(hash(of: term), language: language)
    stopFlags[Int(term.rawValue)] = isStop ? 1 : 2
    return isStop
  }

  private func range(_ id: Int) -> Range<Int> {
    (id == 0 ? 0 : Int(ends[id - 1]))..<Int(ends[id])
  }

  private func matches(_ id: Int, _ form: borrowing Span<UInt8>, _ range: Range<Int>) -> Bool {
    let own = self.range(id)
    guard own.count == range.count else { return false }
    for k in 0..<own.count where bytes[own.lowerBound + k] != form[range.lowerBound + k] {
      return false
    }
    return true
  }

  private func matchesFolded(
    _ id: Int, _ text: borrowing Span<UInt8>, _ range: Range<Int>
  ) -> Bool {
    let own = self.range(id)
    guard own.count == range.count else { return false }
    for k in 0..<own.count
    where bytes[own.lowerBound + k] != ASCII.lowercased(text[range.lowerBound + k]) {
      return false
    }
    return true
  }

  private mutating func grow() {
    slots = Array(repeating: UInt32.max, count: slots.count * 2)
    for (id, hash) in hashes.enumerated() {
      var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
      while slots[slot] != .max { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = UInt32(id)
    }
  }
}
