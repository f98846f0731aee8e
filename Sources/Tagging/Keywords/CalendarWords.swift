import Bytes

/// Words that date and count: no keyword consists of them alone.
enum CalendarWords {
  /// Whether the normal form with this `stableHash` is one of them, a full stop at its end aside.
  static func contains(_ hash: UInt64) -> Bool { hashes.number(of: hash) != 0 }

  private static let hashes: HashedNumbers = {
    var hashes = HashedNumbers(capacity: 256)
    for word in words {
      _ = hashes.number(of: stableHash(word), orAdd: 1)
      _ = hashes.number(of: stableHash(word + "."), orAdd: 1)
    }
    return hashes
  }()

  private static let words =
    """
    january february march april may june july august september october november december jan feb
    mar apr jun jul aug sep sept oct nov dec monday tuesday wednesday thursday friday saturday sunday
    mon tue tues wed thu thurs fri sat sun day days week weeks weekend month months quarter year years
    decade decades century hour hours minute minutes today tomorrow yesterday time times percent per
    cent percentage hundred hundreds thousand thousands million millions billion billions trillion bn
    mn dozen dozens half third quarter a.m p.m am pm number numbers
    """.split { $0 == " " || $0 == "\n" }.map(String.init)
}
