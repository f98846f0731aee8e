/// How often the candidate words of each theme stand near one another in a corpus.
///
/// Near means within ten words: the texts are looked at through a window of ten that moves word by
/// word, and a word or pair counts once for each window that holds it.
struct Coherence {
  private static let window = 10

  private let windows: Double
  /// For each theme, windows with each pair of its candidates; a square with single words on its
  /// diagonal.
  private var counts: [[Int32]]
  private let sizes: [Int]

  /// Counts the windows of `corpus`; `candidates` lists the terms of each theme, none in two.
  /// - Complexity: O(words of the corpus × candidates in a window).
  init(_ corpus: CorpusTerms, candidates: [[Int]]) {
    sizes = candidates.map(\.count)
    counts = sizes.map { Array(repeating: 0, count: $0 * $0) }
    var themeOf = [Int32](repeating: -1, count: corpus.terms.count)
    var placeOf = themeOf
    for (theme, terms) in candidates.enumerated() {
      for (place, term) in terms.enumerated() {
        themeOf[term] = Int32(theme)
        placeOf[term] = Int32(place)
      }
    }
    var total = 0
    var near: [(theme: Int, place: Int)] = []
    for text in 0..<corpus.count {
      let range = corpus.starts[text]..<corpus.starts[text + 1]
      let last = max(1, range.count - Coherence.window + 1)
      total += last
      for offset in 0..<last {
        near.removeAll(keepingCapacity: true)
        let start = range.lowerBound + offset
        for at in start..<min(start + Coherence.window, range.upperBound) {
          let term = Int(corpus.sequence[at])
          guard themeOf[term] >= 0 else { continue }
          let found = (theme: Int(themeOf[term]), place: Int(placeOf[term]))
          if !near.contains(where: { $0 == found }) { near.append(found) }
        }
        for (k, one) in near.enumerated() {
          let size = sizes[one.theme]
          counts[one.theme][one.place * size + one.place] += 1
          for other in near[..<k] where other.theme == one.theme {
            counts[one.theme][one.place * size + other.place] += 1
            counts[one.theme][other.place * size + one.place] += 1
          }
        }
      }
    }
    windows = Double(max(1, total))
  }

  /// How much more often two candidates of `theme` stand near than chance has it, −1–1.
  /// - Source: normalised pointwise mutual information; Bouma, GSCL 2009.
  func between(_ theme: Int, _ a: Int, _ b: Int) -> Double {
    let size = sizes[theme]
    let single = (Double(counts[theme][a * size + a]), Double(counts[theme][b * size + b]))
    guard single.0 > 0, single.1 > 0 else { return -1 }
    let both = Double(counts[theme][a * size + b]) / windows + 1e-12
    guard both < 1 else { return 1 }
    let value =
      naturalLogarithm(both / (single.0 / windows * (single.1 / windows)))
      / -naturalLogarithm(both)
    return max(-1, min(1, value))
  }

  /// The mean over all pairs of `places`; 0 for fewer than two.
  func mean(_ theme: Int, _ places: [Int]) -> Double {
    var sum = 0.0
    var pairs = 0
    for (k, a) in places.enumerated() {
      for b in places[..<k] {
        sum += between(theme, a, b)
        pairs += 1
      }
    }
    return pairs == 0 ? 0 : sum / Double(pairs)
  }
}
