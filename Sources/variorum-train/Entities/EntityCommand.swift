import Bytes
import JSONLines
import Model
import Tagging

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// `variorum-train entities DATA LISTS MEANING OUT [bits=18] [passes=8] [fold=K/N] …`.
///
/// DATA is the folder with `entities` and `rewrites`. With a fold, the pairs of articles whose number
/// leaves K when divided by N are kept back and measured. For ablations, `NAME=0` leaves a set out,
/// `vectors=no` the word vectors, `sources=no` the features of the source, `without=GROUP,…` groups of
/// features.
func trainEntities(_ arguments: [String]) {
  guard arguments.count >= 4 else {
    print("usage: variorum-train entities DATA LISTS MEANING OUT [bits=18] [passes=8] [fold=K/N]")
    exit(2)
  }
  var options: [String: String] = [:]
  for argument in arguments.dropFirst(4) {
    let parts = argument.split(separator: "=", maxSplits: 1).map(String.init)
    if parts.count == 2 { options[parts[0]] = parts[1] }
  }
  let bits = options["bits"].flatMap { Int($0) } ?? 18
  let passes = options["passes"].flatMap { Int($0) } ?? 8
  let rate = options["rate"].flatMap { Float($0) } ?? 0.1
  let decay = options["decay"].flatMap { Float($0) } ?? 0.002
  let drop = options["drop"].flatMap { Float($0) } ?? 0.3
  let fold = options["fold"].map { $0.split(separator: "/").compactMap { Int($0) } } ?? []
  guard let lists = try? EntityLists.load(from: arguments[1]) else {
    print("no lists in \(arguments[1])")
    exit(1)
  }
  let vectors = options["vectors"] == "no" ? WordVectors() : WordVectors(path: arguments[2])
  var data = EntityData(
    lists: lists, vectors: vectors, usesSources: options["sources"] != "no",
    without: options["without"]?.split(separator: ",").map(String.init) ?? [])
  var held: [EntityData.Document] = []
  var names: [String] = []
  for source in EntitySource.english {
    var source = source
    if let text = options[source.name], let weight = Float(text) {
      source = source.weighing(weight)
    }
    if source.weight == 0 { continue }
    names.append("\(source.name)*\(source.weight)")
    for (number, row) in EntityData.rows(arguments[0] + "/" + source.file).enumerated() {
      let isHeld = source.name == "rewrites" && fold.count == 2 && number % fold[1] == fold[0]
      for document in data.documents(row) {
        if isHeld { held.append(document) } else { data.add(document, source) }
      }
    }
  }
  print(
    "\(data.tokenCount) tokens, \(data.examples.allowed.count) live, \(data.examples.features.count) features"
  )
  var trainer = EntityTrainer(data.examples, bits: bits, rate: rate, decay: decay, drop: drop)
  for number in 1...passes {
    trainer.pass(number)
    if number * 3 > passes { trainer.remember() }
    print("pass \(number)")
    fflush(nil)
  }
  trainer.average()
  let header =
    "kind: entities; version: 1; language: en; data: \(names.joined(separator: " ")); "
    + "fingerprint: \(String(data.fingerprint, radix: 16)); passes: \(passes); rate: \(rate)\n"
  let bytes = EntityModelWriter.bytes(trainer, bits: bits, header: header)
  writeFile(bytes, to: arguments[3])
  guard let model = try? EntityModel(path: arguments[3]) else {
    print("the model cannot be read back")
    exit(1)
  }
  var score = EntityScore()
  for (name, file) in EntitySource.development {
    score = EntityScore()
    for row in EntityData.rows(arguments[0] + "/" + file) {
      for document in data.documents(row) { score.add(document, model) }
    }
    print(name, score.summary(all: name == "speeches"))
  }
  if !held.isEmpty {
    score = EntityScore()
    for document in held { score.add(document, model) }
    print("rewrites held back", score.summary(all: true), score.byType)
  }
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

/// Counts of right, found and wanted spans.
struct EntityScore {
  private var counts: [String: (right: Int, found: Int, gold: Int)] = [:]

  mutating func add(_ document: EntityData.Document, _ model: EntityModel) {
    var gold: Set<String> = []
    for (tokens, type) in document.spans { gold.insert("\(tokens) \(type)") }
    var goldCoarse: Set<String> = []
    for (tokens, type) in document.spans {
      if let coarse = EntitySource.coarse(type) { goldCoarse.insert("\(tokens) \(coarse)") }
    }
    for (_, type) in document.spans {
      counts[type, default: (0, 0, 0)].gold += 1
      counts["all", default: (0, 0, 0)].gold += 1
    }
    counts["three", default: (0, 0, 0)].gold += goldCoarse.count
    for (tokens, type) in EntityTagger.spans(document.view, model) {
      let isRight = gold.contains("\(tokens) \(type.rawValue)") ? 1 : 0
      counts[type.rawValue, default: (0, 0, 0)].found += 1
      counts["all", default: (0, 0, 0)].found += 1
      counts[type.rawValue, default: (0, 0, 0)].right += isRight
      counts["all", default: (0, 0, 0)].right += isRight
      if let coarse = EntitySource.coarse(type.rawValue) {
        counts["three", default: (0, 0, 0)].found += 1
        if goldCoarse.contains("\(tokens) \(coarse)") {
          counts["three", default: (0, 0, 0)].right += 1
        }
      }
    }
  }

  private func f(_ name: String) -> String {
    let (right, found, gold) = counts[name] ?? (0, 0, 0)
    let value = Double(200 * right) / Double(max(1, found + gold))
    return String(Double(Int(value * 100 + 0.5)) / 100)
  }

  func summary(all: Bool) -> String {
    "PER+ORG+LOC \(f("three"))" + (all ? " all \(f("all"))" : "")
  }

  var byType: String {
    EntityLabels.types.map { "\($0.rawValue) \(f($0.rawValue))" }.joined(separator: " ")
  }
}
