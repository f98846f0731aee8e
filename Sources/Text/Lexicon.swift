import Bytes
public import Model

/// The words met so far: each normal form has one dense number.
///
/// One lexicon belongs to one worker; it is a value and is not shared. Memory is the bytes of the
/// distinct forms plus about 50 bytes each; `removeAll()` starts anew.
public struct Lexicon: Sendable {
  /// A place of the table: the key of a form, its length, and its id.
  ///
  /// Up to eight bytes the form itself is the key, so that most words are found in one look.
  private struct Slot {
    var key: UInt64
    var length: UInt32
    var id: UInt32

    static let empty = Slot(key: 0, length: 0, id: .max)
  }

  private static let fewestSlots = 1 << 12

  private var bytes: [UInt8] = []
  private var ends: [UInt32] = []
  private var termHashes: [UInt64] = []
  private var slots: [Slot]
  private var stems: [UInt32] = []
  private var stopFlags: [UInt8] = []
  private var stemLanguage = ""

  /// An empty lexicon.
  public init() { slots = Array(repeating: .empty, count: Self.fewestSlots) }

  /// Number of terms.
  public var count: Int { ends.count }

  /// Forgets all terms; ids given out before are void.
  public mutating func removeAll() {
    // A table that one large text has made large would be swept for every small one after it.
    var size = slots.count
    while size > Self.fewestSlots, size > ends.count * 4 { size /= 2 }
    if size < slots.count {
      slots = Array(repeating: .empty, count: size)
    } else {
      for i in slots.indices { slots[i] = .empty }
    }
    bytes.removeAll(keepingCapacity: true)
    ends.removeAll(keepingCapacity: true)
    termHashes.removeAll(keepingCapacity: true)
    stems.removeAll(keepingCapacity: true)
    stopFlags.removeAll(keepingCapacity: true)
  }

  /// The id of the normal form at `range` of `form`, which is added when it is new.
  public mutating func intern(_ form: borrowing Span<UInt8>, _ range: Range<Int>) -> TermID {
    let key = Self.key(form, range)
    var slot = place(key, range.count)
    while slots[slot].id != .max {
      let found = slots[slot]
      if found.key == key, Int(found.length) == range.count,
        range.count <= 8 || matches(Int(found.id), form, range)
      {
        return TermID(rawValue: found.id)
      }
      slot = (slot + 1) & (slots.count - 1)
    }
    return add(form, range, key, slot)
  }

  /// The id of the normal form of the bytes at `range` of `text`, which is added when it is new.
  ///
  /// Words of ASCII, which are most, are folded while they are looked up; others go through `form`.
  @inline(__always)
  mutating func intern(
    normalFormOf text: borrowing Span<UInt8>, _ range: Range<Int>, _ form: inout [UInt8]
  ) -> TermID {
    if range.count <= 8 {
      let lanes = text.lanes(at: range.lowerBound, length: range.count)
      if ASCIILanes.isASCII(lanes) {
        let key = ASCIILanes.lowercased(lanes)
        var slot = place(key, range.count)
        while slots[slot].id != .max {
          if slots[slot].key == key, Int(slots[slot].length) == range.count {
            return TermID(rawValue: slots[slot].id)
          }
          slot = (slot + 1) & (slots.count - 1)
        }
      }
    } else if let found = find(long: text, range) {
      return found
    }
    form.removeAll(keepingCapacity: true)
    appendNormalForm(text, range, to: &form)
    let span = form.span
    return intern(span, 0..<span.count)
  }

  /// The id of a form of more than eight bytes, whose bytes at `range` of `text` are ASCII; nil when
  /// they are not, or when the form is new.
  ///
  /// It changes nothing, but a lexicon that is being changed would be copied for a call that cannot.
  private mutating func find(long text: borrowing Span<UInt8>, _ range: Range<Int>) -> TermID? {
    let last = range.upperBound - 8
    var key = UInt64(range.count)
    var all: UInt64 = 0
    var i = range.lowerBound
    while i < last {
      let lanes = text.lanes(at: i)
      all |= lanes
      key = Self.spread(key ^ ASCIILanes.lowercased(lanes))
      i += 8
    }
    let lanes = text.lanes(at: last)
    guard ASCIILanes.isASCII(all | lanes) else { return nil }
    key = Self.spread(key ^ ASCIILanes.lowercased(lanes))
    var slot = place(key, range.count)
    while slots[slot].id != .max {
      let found = slots[slot]
      if found.key == key, Int(found.length) == range.count,
        matchesFolded(Int(found.id), text, range)
      {
        return TermID(rawValue: found.id)
      }
      slot = (slot + 1) & (slots.count - 1)
    }
    return nil
  }

  private mutating func add(
    _ form: borrowing Span<UInt8>, _ range: Range<Int>, _ key: UInt64, _ slot: Int
  ) -> TermID {
    let id = UInt32(ends.count)
    slots[slot] = Slot(key: key, length: UInt32(range.count), id: id)
    for i in range { bytes.append(form[i]) }
    ends.append(UInt32(bytes.count))
    termHashes.append(stableHash(form, in: range))
    stems.append(.max)
    stopFlags.append(0)
    if ends.count * 3 > slots.count * 2 { grow() }
    return TermID(rawValue: id)
  }

  /// What a form is looked up by: up to eight bytes itself, else a hash of it.
  private static func key(_ form: borrowing Span<UInt8>, _ range: Range<Int>) -> UInt64 {
    if range.count <= 8 { return form.lanes(at: range.lowerBound, length: range.count) }
    var key = UInt64(range.count)
    var i = range.lowerBound
    while i + 8 < range.upperBound {
      key = spread(key ^ form.lanes(at: i))
      i += 8
    }
    // The last eight bytes, some of them perhaps once more.
    return spread(key ^ form.lanes(at: range.upperBound - 8))
  }

  @inline(__always)
  private static func spread(_ value: UInt64) -> UInt64 {
    let product = value &* 0x9E37_79B9_7F4A_7C15
    return product ^ product >> 29
  }

  /// The first slot for a form.
  @inline(__always)
  private func place(_ key: UInt64, _ length: Int) -> Int {
    let product = (key ^ UInt64(length) << 58) &* 0x9E37_79B9_7F4A_7C15
    return Int(truncatingIfNeeded: product ^ product >> 32) & (slots.count - 1)
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
  public func hash(of term: TermID) -> UInt64 { termHashes[Int(term.rawValue)] }

  /// What `hash(of:)` gives, by the number of the term.
  public var hashes: Span<UInt64> {
    @_lifetime(borrow self)
    get { termHashes.span }
  }

  /// The hash of the first `count` bytes of the normal form; nil when it has fewer.
  public func hash(of term: TermID, first count: Int) -> UInt64? {
    let range = range(Int(term.rawValue))
    guard count <= range.count else { return nil }
    let bytes = bytes.span
    return stableHash(bytes, in: range.lowerBound..<(range.lowerBound + count))
  }

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

  /// The numbers of the stems of the first `count` of `terms`, in `found`; the largest number for a stop
  /// word.
  public mutating func contentStems(
    of terms: [TermID], count: Int, language: String, in found: inout [UInt32]
  ) {
    if found.count < count { found = Array(repeating: 0, count: count * 2) }
    // The first look-up in another language forgets what is known of the one before.
    if language != stemLanguage, count > 0 { _ = stem(of: terms[0], language: language) }
    for k in 0..<count {
      let place = Int(terms[k].rawValue)
      let flag = stopFlags[place]
      let known = stems[place]
      if flag == 1 {
        found[k] = .max
      } else if flag == 2, known != .max {
        found[k] = known
      } else {
        found[k] =
          isStopWord(terms[k], language: language)
          ? .max : stem(of: terms[k], language: language).rawValue
      }
    }
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

  /// Whether the form `id` is the ASCII at `range` of `text`, which is as long, in small letters.
  private func matchesFolded(
    _ id: Int, _ text: borrowing Span<UInt8>, _ range: Range<Int>
  ) -> Bool {
    let own = bytes.span
    let start = id == 0 ? 0 : Int(ends[id - 1])
    var k = 0
    while k < range.count {
      // The last eight bytes, some of them perhaps once more.
      let at = min(k, range.count - 8)
      let lanes = ASCIILanes.lowercased(text.lanes(at: range.lowerBound + at))
      if own.lanes(at: start + at) != lanes { return false }
      k += 8
    }
    return true
  }

  private mutating func grow() {
    let old = slots
    slots = Array(repeating: .empty, count: old.count * 2)
    for entry in old where entry.id != .max {
      var slot = place(entry.key, Int(entry.length))
      while slots[slot].id != .max { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = entry
    }
  }
}
