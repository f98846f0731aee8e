import Diff
import Foundation
import Grouping
import Model
import Tagging
import Text

/// What is measured: a name, and what makes the work of one round.
///
/// A round returns a number that depends on all of its results, so that no work can be left out, and
/// that has to be the same in every round.
struct Stage: Sendable {
  var name: String
  var prepare: @Sendable (Settings, [String]) throws -> () -> Int
}

/// Why a stage cannot be measured.
struct StageError: Error, CustomStringConvertible {
  var description: String
}

let stages = [
  boundaries("graphemes") { UAX29.graphemeEnd($0, from: $1) },
  boundaries("words") { UAX29.wordEnd($0, from: $1) },
  boundaries("sentences") { UAX29.sentenceEnd($0, from: $1) },
  Stage(name: "segment") { settings, documents in
    {
      var lexicon = Lexicon()
      return documents.reduce(0) { sum, text in
        let found = analyze(text, language: settings.language, lexicon: &lexicon)
        return sum + found.tokens.count + found.sentences.count * 1_000 + lexicon.count
      }
    }
  },
  Stage(name: "language") { _, documents in
    { documents.reduce(0) { $0 + detectLanguage($1).code.utf8.count } }
  },
  Stage(name: "pos") { settings, documents in
    let tagger = try PartOfSpeechTagger(path: models(settings) + "/partofspeech.model")
    var lexicon = Lexicon()
    let analyzed = documents.map { analyze($0, language: "en", lexicon: &lexicon) }
    return { analyzed.reduce(0) { $0 + tagger.tags(of: $1).reduce(0) { $0 + Int($1.rawValue) } } }
  },
  // Analysis included.
  Stage(name: "entities") { settings, documents in
    let folder = try models(settings)
    let tagger = try EntityTagger(
      lists: try EntityLists.load(from: folder + "/../Lists"), model: folder + "/entities.model")
    return {
      var lexicon = Lexicon()
      return documents.reduce(0) { sum, text in
        let analyzed = analyze(text, language: "en", lexicon: &lexicon)
        return tagger.entities(in: analyzed, lexicon: &lexicon).reduce(sum) {
          $0 + $1.utf8.count * 1_000 + $1.canonical.utf8.count
        }
      }
    }
  },
  // Analysis included.
  Stage(name: "keywords") { settings, documents in
    let folder = try models(settings)
    let finder = KeywordFinder(
      partOfSpeech: try PartOfSpeechTagger(path: folder + "/partofspeech.model"),
      meaning: MeaningTable(path: folder + "/meaning.model"))
    return {
      var lexicon = Lexicon()
      return documents.reduce(0) { sum, text in
        let analyzed = analyze(text, language: "en", lexicon: &lexicon)
        return finder.keywords(in: analyzed, lexicon: &lexicon).reduce(sum) {
          $0 + $1.count + $1.term.utf8.count * 1_000
        }
      }
    }
  },
  Stage(name: "match") { settings, documents in
    let tagger = ThemeTagger(taxonomy: try taxonomy(settings))
    var lexicon = Lexicon()
    let analyzed = documents.map { analyze($0, language: "en", lexicon: &lexicon) }
    let known = lexicon
    return {
      var lexicon = known
      return analyzed.reduce(0) {
        $0 + evidence(tagger.themes(in: $1, title: nil, lexicon: &lexicon))
      }
    }
  },
  // The same, analysis included.
  Stage(name: "themes") { settings, documents in
    let tagger = ThemeTagger(taxonomy: try taxonomy(settings))
    return {
      var lexicon = Lexicon()
      return documents.reduce(0) { sum, text in
        let analyzed = analyze(text, language: "en", lexicon: &lexicon)
        return sum + evidence(tagger.themes(in: analyzed, title: nil, lexicon: &lexicon))
      }
    }
  },
  Stage(name: "group") { settings, documents in
    var lexicon = Lexicon()
    let analyzed = documents.map {
      analyze($0, language: settings.language, lexicon: &lexicon)
    }
    let known = lexicon
    return {
      var lexicon = known
      var grouper = Grouper()
      for (index, text) in analyzed.enumerated() {
        grouper.add(
          DocumentID(rawValue: String(index)), published: nil, analyzed: text, lexicon: &lexicon)
      }
      let found = grouper.result()
      return found.examined + found.groups.reduce(0) { $0 + $1.members.count * 1_000_000 }
    }
  },
  Stage(name: "diff") { settings, documents in
    // The words of the documents against the same words without every twentieth and with another
    // in the place of every thirtieth.
    var lexicon = Lexicon()
    var words: [UInt32] = []
    for text in documents {
      let analyzed = analyze(text, language: settings.language, lexicon: &lexicon)
      words += analyzed.tokens.map(\.term.rawValue)
    }
    var other: [UInt32] = []
    for (index, word) in words.enumerated() where index % 20 != 7 {
      other.append(index % 30 == 11 ? words[index / 2] : word)
    }
    let (a, b) = (words, other)
    return { diff(a, b).reduce(0) { $0 + $1.a.count + $1.b.count } }
  },
]

/// A stage that goes from boundary to boundary.
private func boundaries(
  _ name: String, _ end: @escaping @Sendable (borrowing Span<UInt8>, Int) -> Int
) -> Stage {
  Stage(name: name) { _, documents in
    let texts = documents.map { Array($0.utf8) }
    return {
      var count = 0
      for text in texts {
        let span = text.span
        var i = 0
        while i < span.count {
          i = end(span, i)
          count += 1
        }
      }
      return count
    }
  }
}

private func models(_ settings: Settings) throws -> String {
  guard let models = settings.models else {
    throw StageError(description: "needs --models FOLDER; or choose others by --stage")
  }
  return models
}

private func taxonomy(_ settings: Settings) throws -> Taxonomy {
  guard let path = settings.taxonomy else {
    throw StageError(description: "needs --taxonomy FILE; or choose others by --stage")
  }
  guard let data = FileManager.default.contents(atPath: path) else {
    throw StageError(description: "\(path): cannot be read. Check its name.")
  }
  return try Taxonomy.load(yaml: String(decoding: data, as: UTF8.self), file: path)
}

private func evidence(_ tags: [ThemeTag]) -> Int {
  tags.reduce(0) { $0 + 1_000 + $1.evidence.count }
}
