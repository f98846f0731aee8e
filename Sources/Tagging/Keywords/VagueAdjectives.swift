/// Adjectives and participles that judge or point and tell no subject from another: a phrase that
/// begins with one is seldom a keyword, although it may hold one.
enum VagueAdjectives {
  /// Whether the normal form with this `stableHash` is one of them.
  static func contains(_ hash: UInt64) -> Bool { words.contains(hash) }

  private static let words = ListedWords(
    """
    additional appropriate available better called certain clear considerable considered
    corresponding current described different difficult easy existing famous few final
    following further given good greater greatest growing higher highest important increasing
    interesting known larger largest last latest least less main major many more most
    necessary new next novel obtained obvious other particular past popular possible present
    presented previous proposed recent required respective resulting same several significant
    similar smaller successful such sufficient suitable typical used useful usual various wide
    widespread
    """)
}
