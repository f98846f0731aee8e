import ArgumentParser
import Pipeline

struct WorkerCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "worker",
    abstract: "Answer JSON Lines on standard input, one line for each.",
    discussion: """
      The process holds its models and needs no store, network or writable folder. A line that \
      cannot be answered gives an error object, and the stream goes on.
      """)

  enum Stage: String, ExpressibleByArgument, CaseIterable {
    case record, extract, segment, pos, keywords, entities, alias, themes, align, facts, compare
  }

  @Option(name: .long, help: "What each line is answered with.")
  var stage = Stage.record

  @Option(name: .long, help: "Stages record and themes: a taxonomy in place of the shipped one.")
  var taxonomy: String?

  @Option(name: .long, help: "Stages record and themes: a model made by `variorum themes learn`.")
  var model: String?

  @Option(name: .long, help: "Stages record and entities: names of your own (YAML) that win.")
  var entities: String?

  @Option(
    name: .long,
    help:
      "Stage keywords: the most words of one (1 to \(KeywordsStage.longest)); 1 gives single words."
  )
  var maxWords: Int?

  @Option(
    name: .long, help: "Stage keywords: a file of phrases, one a line, that are never keywords.")
  var discard: String?

  @Flag(name: .long, help: "Stage keywords: say what each score is the product of.")
  var explain = false

  func validate() throws {
    if maxWords != nil || discard != nil || explain, stage != .keywords {
      throw ValidationError("--max-words, --discard and --explain go with --stage keywords")
    }
    if let maxWords, !(1...KeywordsStage.longest).contains(maxWords) {
      throw ValidationError("--max-words \(maxWords) is not between 1 and \(KeywordsStage.longest)")
    }
    if entities != nil, stage != .entities && stage != .record {
      throw ValidationError("--entities goes with --stage record or entities")
    }
    if model != nil, stage != .themes && stage != .record {
      throw ValidationError("--model goes with --stage record or themes")
    }
    if taxonomy != nil, stage != .themes && stage != .record {
      throw ValidationError("--taxonomy goes with --stage record or themes")
    }
    if taxonomy != nil, model != nil {
      throw ValidationError("--taxonomy and --model exclude each other")
    }
  }

  func run() throws {
    switch stage {
    case .record:
      runWorker(
        try RecordStage(
          taxonomyPath: taxonomy, modelPath: model, entitiesPath: entities))
    case .extract: runWorker(ExtractStage())
    case .segment: runWorker(SegmentStage())
    case .pos: runWorker(try PartOfSpeechStage())
    case .keywords:
      runWorker(
        try KeywordsStage(maxWords: maxWords ?? 4, discardPath: discard, explains: explain))
    case .entities: runWorker(try EntitiesStage(knownPath: entities))
    case .alias: runWorker(try AliasStage())
    case .themes: runWorker(try ThemesStage(taxonomyPath: taxonomy, modelPath: model))
    case .align: runWorker(AlignStage())
    case .facts: runWorker(try FactsStage())
    case .compare: runWorker(try CompareStage())
    }
  }
}
