import Bytes
import JSONLines
import Model
import Tagging

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// `variorum-train east-asian-entities ja|ko|zh DATA NAMES OUT [bits=17] [passes=12] …`.
///
/// DATA is the folder with `entities`, NAMES the list that `scripts/make-east-asian-names` writes. The
/// model is measured on the development set: in given tokens, and in the same sentences cut by our
/// own rules.
func trainEastAsianEntities(_ arguments: [String]) {
  guard arguments.count >= 4, let recipe = EastAsianRecipe(arguments) else {
    print("usage: variorum-train east-asian-entities ja|ko|zh DATA NAMES OUT [bits=17] [passes=12]")
    exit(2)
  }
  guard let list = try? MappedFile(path: arguments[2]) else {
    print("no names at \(arguments[2])")
    exit(1)
  }
  let sources = recipe.sources
  let rows = sources.map { EntityData.rows(arguments[1] + "/" + $0.file) }
  var names = NameTable()
  names.read(
    String(decoding: (0..<list.count).map { list.bytes[$0] }, as: UTF8.self), recipe.language)
  if recipe.learnsNames {
    var data = EastAsianData(sources, names: names)
    for (source, rows) in zip(sources, rows) {
      for (number, row) in rows.enumerated() {
        for (_, label, name) in data.documents(row, source.language).last?.spans ?? [] {
          guard let type = source.types(label, name).first else { continue }
          names.add(name, type, fold: number % NameTable.folds)
        }
      }
    }
  }
  var data = EastAsianData(sources, names: names)
  for (source, rows) in zip(sources, rows) {
    for (number, row) in rows.enumerated() {
      let documents = data.documents(row, source.language)
      for document in documents {
        data.add(
          document, source, weight: source.weight / Float(documents.count),
          fold: number % NameTable.folds)
      }
    }
  }
  print("\(data.examples.allowed.count) places, \(data.examples.features.count) features")
  var trainer = EntityTrainer(
    data.examples, bits: recipe.bits, rate: 0.1, decay: 0.002, drop: recipe.drop)
  for number in 1...recipe.passes {
    trainer.pass(number)
    if number * 3 > recipe.passes { trainer.remember() }
    print("pass \(number)")
    fflush(nil)
  }
  trainer.average()
  let mix = sources.map { "\($0.name)*\($0.weight)" }.joined(separator: " ")
  let header =
    "kind: entities of scalars; version: 1; language: \(recipe.language); data: \(mix); "
    + "fingerprint: \(String(data.fingerprint, radix: 16)); passes: \(recipe.passes)\n"
  writeFile(
    EntityModelWriter.bytes(trainer, bits: recipe.bits, header: header, names: names.all),
    to: arguments[3])
  guard let model = try? EntityModel(path: arguments[3]) else {
    print("the model cannot be read back")
    exit(1)
  }
  for source in EastAsianSource.development where source.language == recipe.language {
    var given = SpanCounts()
    var cut = SpanCounts()
    for row in EntityData.rows(arguments[1] + "/" + source.file) {
      for document in data.documents(row, source.language) {
        if document.tokens.isEmpty {
          cut.add(document, source, model)
        } else {
          given.add(document, source, model)
        }
      }
    }
    print("tokens given:", given.summary)
    print("own words:   ", cut.summary)
  }
}
