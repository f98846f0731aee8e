import Foundation
import JSONLines
import Text

/// `variorum-train words LANGUAGE OUTPUT TRAIN... [--score FILE]`: trains on JSON Lines with `tokens`.
func trainWords(_ arguments: [String]) throws {
  var files = arguments
  var scored: [[String]] = []
  if let at = files.firstIndex(of: "--score"), at + 1 < files.count {
    scored = try sentences(files[at + 1])
    files.removeSubrange(at...(at + 1))
  }
  guard files.count > 2, ["ja", "zh"].contains(files[0]) else {
    print("usage: variorum-train words ja|zh OUTPUT TRAIN… [--score FILE]")
    exit(2)
  }
  let examples = try files[2...].flatMap(sentences)
  var trainer = WordModelTrainer(examples, language: files[0])
  for pass in 1...8 {
    trainer.pass()
    print("pass \(pass) of 8" + (scored.isEmpty ? "" : ": F1 \(trainer.score(scored))"))
  }
  let source =
    files[0] == "ja"
    ? "UD Japanese-GSD (CC BY-SA 4.0)"
    : "UD Chinese-GSDSimp as of Universal NER (CC BY-SA 4.0)"
  let file = trainer.file(header: [
    "\(files[0]), trained on \(examples.count) sentences of \(source)",
    "licence of this file: CC BY-SA 4.0; credits in docs/DATA.md",
  ])
  try Data(file).write(to: URL(fileURLWithPath: files[1]))
  print("\(files[1]): \(file.count) bytes")
}

private func sentences(_ path: String) throws -> [[String]] {
  let data = try Data(contentsOf: URL(fileURLWithPath: path))
  return try data.split(separator: 0x0A).compactMap {
    try parseJSON(Array($0).span)["tokens"]?.stringsValue
  }
}
