import Bytes
import Model
import Text

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The scores of the candidates of one text.
struct KeywordScores {
  /// How far a text is from an abstract (0) towards a long paper (1), and its tokens.
  struct Scale {
    var tokens: Double
    var long: Double

    init(tokens: Int) {
      self.tokens = Double(max(1, tokens))
      long = min(1, max(0, log(self.tokens / 250) / log(20)))
    }

    func mix(_ short: Double, _ long: Double) -> Double {
      short + (long - short) * self.long
    }
  }

  private let scale: Scale
  private let isEnglish: Bool
  /// Whether single words of all classes are scored, not phrases.
  private let areWords: Bool
  private let hasTags: Bool
  private let titleStems: StemSet
  private let titleWeight: Double
  private let meaning: MeaningTable?
  private let background: CorpusBackground
  /// By the number of words.
  private let lengths: [Double]

  init(
    scale: Scale, isEnglish: Bool, areWords: Bool, hasTags: Bool, hasTitle: Bool,
    titleStems: StemSet, meaning: MeaningTable?, background: CorpusBackground
  ) {
    self.scale = scale
    self.isEnglish = isEnglish
    self.areWords = areWords
    self.hasTags = hasTags
    self.titleStems = titleStems
    // The first line of a short text is more often its first sentence than its title.
    titleWeight = hasTitle ? 1 : scale.mix(0.1, 1)
    self.meaning = meaning
    self.background = background
    lengths = (0...20).map { words in
      pow(words > 3 ? 3 + 0.2 * Double(words - 3) : Double(words), scale.mix(1, 0.8))
    }
  }

  /// The factors of the score of `candidate`.
  func parts(
    of candidate: KeywordCandidates.Candidate, _ found: KeywordCandidates, _ lexicon: Lexicon
  ) -> KeywordParts {
    let rarity = isEnglish ? rarity(candidate, found, lexicon) : 1
    var parts =
      areWords
      ? wordParts(candidate, rarity, found.firstPlace(of: candidate).count)
      : phraseParts(
        candidate, rarity, titleShare(candidate, found),
        isVague: hasTags && isVague(candidate, found, lexicon))
    if background.documents > 1 { parts.corpus = unusualness(candidate, found, lexicon) }
    return parts
  }

  private func phraseParts(
    _ candidate: KeywordCandidates.Candidate, _ rarity: Double, _ inTitle: Double,
    isVague: Bool
  ) -> KeywordParts {
    let inside = Double(candidate.count - candidate.whole)
    // A phrase that only ever stands inside longer ones is met in long texts alone.
    let frequency = Double(candidate.whole) + scale.mix(0, 0.4) * inside
    return KeywordParts(
      frequency: frequency == 1 || frequency == 0
        ? frequency : pow(frequency, scale.mix(0.7, 0.85)),
      length: lengths[min(candidate.words.count, lengths.count - 1)],
      position: 1 / (1 + scale.mix(0.25, 10) * Double(candidate.first) / scale.tokens),
      rarity: rarity * rarity.squareRoot(), title: 1 + titleWeight * inTitle,
      kind: (candidate.isName ? 1.4 : 1) * (candidate.tag == .verb ? 0.75 : 1)
        * (isVague ? 0.6 : 1), context: context(candidate))
  }

  /// What stands around a candidate: before "of" it mostly opens what is meant ("rate of growth"), after a
  /// preposition it mostly is what is meant.
  private func context(_ candidate: KeywordCandidates.Candidate) -> Double {
    guard candidate.beforeOf + candidate.afterPreposition > 0 else { return 1 }
    let (before, after) = (Double(candidate.beforeOf), Double(candidate.afterPreposition))
    return exp((0.3 * after - 0.4 * before) / Double(candidate.count))
  }

  /// Whether a phrase begins with an adjective or participle that tells no subject from another.
  private func isVague(
    _ candidate: KeywordCandidates.Candidate, _ found: KeywordCandidates, _ lexicon: Lexicon
  ) -> Bool {
    (candidate.tag == .adj || candidate.tag == .verb)
      && VagueAdjectives.contains(lexicon.hash(of: found.words[candidate.words.lowerBound].term))
  }

  private func wordParts(
    _ candidate: KeywordCandidates.Candidate, _ rarity: Double, _ length: Int
  ) -> KeywordParts {
    let kind: Double =
      switch candidate.tag {
      case .noun, .propn: 1
      case .verb: 0.9
      case .adj: 0.85
      default: 0.5
      }
    return KeywordParts(
      frequency: Double(candidate.count), length: pow(Double(min(12, length)), 1.5),
      position: 1 / (1 + 0.3 * Double(candidate.first) / scale.tokens), rarity: pow(rarity, 0.3),
      title: 1, kind: hasTags ? kind : 1)
  }

  /// The share of a candidate's words that the title has.
  private func titleShare(
    _ candidate: KeywordCandidates.Candidate, _ found: KeywordCandidates
  ) -> Double {
    guard !titleStems.isEmpty else { return 0 }
    let met = candidate.words.count { titleStems.contains(found.words[$0].stem) }
    return Double(met) / Double(candidate.words.count)
  }

  /// How rare the words are in general English: the mean over the words of the logarithm of their
  /// rank, which runs inversely to their frequency (Zipf), 0 to 1.
  private func rarity(
    _ candidate: KeywordCandidates.Candidate, _ found: KeywordCandidates, _ lexicon: Lexicon
  ) -> Double {
    guard let meaning else { return 1 }
    var sum = 0.0
    for k in candidate.words {
      let rank = meaning.rank(ofHash: lexicon.hash(of: found.words[k].term))
      sum += rank.map { log(Double($0 + 30) / 30) / Self.largestRarity } ?? 1
    }
    return 0.02 + sum / Double(candidate.words.count)
  }

  /// The rarity, before it is put between 0 and 1, of a word that is in no list.
  private static let largestRarity = log(40_030.0 / 30)

  /// How unusual the words are in the corpus.
  private func unusualness(
    _ candidate: KeywordCandidates.Candidate, _ found: KeywordCandidates, _ lexicon: Lexicon
  ) -> Double {
    background.unusualness(
      candidate.words.map {
        background.documents(with: lexicon.string(of: found.words[$0].term))
      })
  }
}
