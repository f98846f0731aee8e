import Foundation
import JSONLines
import Tagging

/// `variorum-train part-of-speech OUTPUT FILE...`: trains on JSON Lines with `tokens` and `upos`.
func trainPartOfSpeech(_ arguments: [String]) throws {
  guard let output = arguments.first, arguments.count > 1 else {
    print("usage: variorum-train part-of-speech OUTPUT FILE…")
    exit(2)
  }
  let files = arguments.dropFirst()
  var examples: [PartOfSpeechTrainer.Example] = []
  for path in files {
    let data = try Data(contentsOf: URL(fileURLWithPath: path))
    for line in data.split(separator: 0x0A) {
      let row = try parseJSON(Array(line).span)
      guard let tokens = row["tokens"]?.stringsValue, let tags = row["upos"]?.stringsValue,
        tokens.count == tags.count
      else { continue }
      examples.append((tokens, tags))
    }
  }

  var trainer = PartOfSpeechTrainer(examples)
  // A fixed shuffle before each pass, so that the same data gives the same model.
  var state: UInt64 = 42
  for pass in 1...12 {
    for i in stride(from: examples.count - 1, to: 0, by: -1) {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      examples.swapAt(i, Int((state >> 33) % UInt64(i + 1)))
    }
    trainer.pass(examples)
    print("pass \(pass) of 12")
  }
  let model = trainer.model(header: [
    "trained on \(examples.count) sentences of UD English-EWT (CC BY-SA 4.0) and UD English-GUM (CC BY 4.0 and others)",
    "licence of this file: CC BY-SA 4.0; credits in docs/DATA.md",
  ])
  try Data(model).write(to: URL(fileURLWithPath: output))
  print("\(output): \(model.count) bytes")
}
