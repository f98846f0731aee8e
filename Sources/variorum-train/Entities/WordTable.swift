import Bytes
import Tagging
import Text

/// The words that a model knows: those with a vector, then those of which only facts are known.
struct WordTable {
  let vectors: WordVectors
  private(set) var hashes: [UInt64]
  private(set) var known: [KnownWord]
  private var places: [UInt64: Int] = [:]

  /// No words.
  init() {
    vectors = WordVectors()
    hashes = []
    known = []
  }

  /// The words of `vectors` in `groups` groups of like meaning, and the facts of the file at `path`,
  /// which `scripts/make-word-facts` writes.
  init(_ vectors: WordVectors, groups: Int, facts path: String) {
    self.vectors = vectors
    hashes = vectors.hashes
    let groupOf = WordGroups.groups(vectors, count: groups)
    known = vectors.hashes.indices.map {
      KnownWord(row: Int32($0), facts: 0, group: UInt16(groupOf[$0] + 1))
    }
    for (index, hash) in hashes.enumerated() { places[hash] = index }
    guard let file = try? MappedFile(path: path) else {
      print("no facts at \(path)")
      return
    }
    var line: [UInt8] = []
    for i in 0..<file.count {
      if file.bytes[i] != 0x0A {
        line.append(file.bytes[i])
        continue
      }
      let fields = line.split(separator: 0x09)
      line.removeAll(keepingCapacity: true)
      guard fields.count == 2,
        let facts = UInt16(String(decoding: fields[1], as: UTF8.self))
      else { continue }
      let hash = stableHash(normalForm(String(decoding: fields[0], as: UTF8.self)))
      if let index = places[hash] {
        known[index].facts |= facts
      } else {
        places[hash] = hashes.count
        hashes.append(hash)
        known.append(KnownWord(row: -1, facts: facts, group: 0))
      }
    }
  }

  /// What is known of the word of that hash.
  func known(_ hash: UInt64) -> KnownWord { places[hash].map { known[$0] } ?? KnownWord() }
}
