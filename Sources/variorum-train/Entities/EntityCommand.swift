import Bytes
import JSONLines
import Model
import Tagging

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// `variorum-train entities DATA LISTS MEANING FACTS OUT [bits=18] [passes=8] …`.
///
/// DATA is the folder with `entities` and `rewrites`; FACTS is what `scripts/make-word-facts` writes.
/// With `folds=N` what is written serves only to measure: the article pairs and the articles of
/// WikiGold are cut into N parts, each is measured by a model that was trained on the others, and the
/// development sets by the N models, whose mean is printed; with `fold=K` too, only one of them.
func trainEntities(_ arguments: [String]) {
  guard arguments.count >= 5 else {
    print("usage: variorum-train entities DATA LISTS MEANING FACTS OUT [NAME=VALUE]…")
    exit(2)
  }
  let recipe = EntityRecipe(arguments.dropFirst(5))
  guard let lists = try? EntityLists.load(from: arguments[1]) else {
    print("no lists in \(arguments[1])")
    exit(1)
  }
  let vectors = recipe.usesVectors ? WordVectors(path: arguments[2]) : WordVectors()
  var data = EntityData(
    lists: lists, words: WordTable(vectors, groups: recipe.groups, facts: arguments[3]),
    usesSources: recipe.usesSources, without: recipe.without)
  let held = data.read(recipe, arguments[0])
  let development = EntitySource.development.map { name, file in
    (name, EntityData.rows(arguments[0] + "/" + file).flatMap { data.documents($0) })
  }
  print("\(data.tokenCount) tokens, \(data.examples.allowed.count) live")
  if recipe.folds > 1 {
    var scores = [EntityScore](repeating: EntityScore(), count: development.count)
    var heldScores: [String: EntityScore] = [:]
    for fold in 0..<recipe.folds where recipe.fold ?? fold == fold {
      let model = train(data, recipe, arguments[4], fold: fold)
      for (k, set) in development.enumerated() {
        for document in set.1 { scores[k].add(document, model) }
      }
      for item in held where item.fold == fold {
        heldScores[item.name, default: EntityScore()].add(item.document, model)
      }
    }
    for (k, set) in development.enumerated() {
      print(set.0, scores[k].summary(all: set.0 == "speeches"))
    }
    for (name, score) in heldScores.sorted(by: { $0.key < $1.key }) {
      print(
        "held \(name)", score.summary(all: name == "rewrites"),
        name == "rewrites" ? score.byType : "")
    }
    return
  }
  let model = train(data, recipe, arguments[4], fold: -2)
  for (name, documents) in development {
    var score = EntityScore()
    for document in documents { score.add(document, model) }
    print(name, score.summary(all: name == "speeches"))
  }
}

/// Trains on all but the regions of `fold`, writes the model to `path` and reads it back.
private func train(_ data: EntityData, _ recipe: EntityRecipe, _ path: String, fold: Int)
  -> EntityModel
{
  let seed = recipe.seed &+ UInt64(max(0, fold))
  var trainer = EntityTrainer(
    data.examples, bits: recipe.bits, rate: recipe.rate, decay: recipe.decay, drop: recipe.drop,
    seed: seed, besides: fold)
  for run in 0..<recipe.runs {
    if run > 0 { trainer.restart(seed: seed &+ UInt64(run) &* 1_000) }
    for number in 1...recipe.passes {
      trainer.pass(number)
      if number * 3 > recipe.passes { trainer.remember() }
    }
  }
  trainer.average()
  let header =
    "kind: entities; version: 2; language: en; data: \(recipe.mix); "
    + "fingerprint: \(String(data.fingerprint, radix: 16)); passes: \(recipe.passes) x \(recipe.runs); rate: \(recipe.rate)\n"
  writeFile(EntityModelWriter.bytes(trainer, bits: recipe.bits, header: header), to: path)
  guard let model = try? EntityModel(path: path) else {
    print("the model cannot be read back")
    exit(1)
  }
  return model
}

/// Writes `bytes` to the file at `path`.
func writeFile(_ bytes: [UInt8], to path: String) {
  let descriptor = unsafe open(path, O_WRONLY | O_CREAT | O_TRUNC, 0o644)
  guard descriptor >= 0 else {
    print("cannot write \(path)")
    exit(1)
  }
  var done = 0
  while done < bytes.count {
    let count = unsafe bytes.withUnsafeBytes { raw in
      unsafe Glibc.write(descriptor, raw.baseAddress?.advanced(by: done), bytes.count - done)
    }
    guard count > 0 else { break }
    done += count
  }
  close(descriptor)
}
