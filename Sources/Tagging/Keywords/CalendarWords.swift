import Bytes

/// Words that date and count: no keyword consists of them alone.
enum CalendarWords {
  /// Whether the normal form with this `stableHash` is one of them, a full stop at its end aside.
  static func contains(_ hash: UInt64) -> Bool { words.contains(hash) }

  private static let words = ListedWords(
    """
    january february march april may june july august september october november december jan feb
    mar apr jun jul aug sep sept oct nov dec monday tuesday wednesday thursday friday saturday sunday
    mon tue tues wed thu thurs fri sat sun day days week weeks weekend month months quarter year years
    decade decades century hour hours minute minutes today tomorrow yesterday time times percent per
    cent percentage hundred hundreds thousand thousands million millions billion billions trillion bn
    mn dozen dozens half third quarter a.m p.m am pm number numbers
    """)
}
