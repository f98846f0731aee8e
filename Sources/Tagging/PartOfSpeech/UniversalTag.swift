/// A universal part of speech, in the order of the model (Universal Dependencies, version 2).
public enum UniversalTag: UInt8, CaseIterable, Hashable, Sendable {
  case adj, adp, adv, aux, cconj, det, intj, noun, num, part, pron, propn, punct, sconj, sym, verb,
    x
}

/// The names of the universal parts of speech, in the order of the model.
public let universalTags = UniversalTag.allCases.map { "\($0)".uppercased() }
