import Foundation
import Model
import Tagging
import TestSupport
import Testing
import Text

/// Input that no writer meant: very long sentences and names, damaged models.
struct EntityLimitsTests {
  private let data = repositoryRoot().path + "/Sources/Tagging"

  private func tagger() throws -> EntityTagger {
    try EntityTagger(
      lists: try EntityLists.load(from: data + "/Lists"), model: data + "/Models/entities.model")
  }

  private func mentions(_ text: String, _ language: String) throws -> [EntityMention] {
    var lexicon = Lexicon()
    let analyzed = analyze(text, language: language, lexicon: &lexicon)
    return try tagger().entities(in: analyzed, lexicon: &lexicon)
  }

  @Test(arguments: ["en", "de"])
  func `a sentence of 100,000 tokens is tagged to its end`(language: String) throws {
    let text = String(repeating: "the ship left Paris with 3 men and ", count: 12_500)
    let found = try mentions(text, language)
    #expect(found.filter { $0.text == "Paris" }.count >= 12_000)
    #expect(try #require(found.last).utf8.upperBound > text.utf8.count - 40)
  }

  @Test func `a name of 500 tokens is whole in text and canonical name`() throws {
    let name = (0..<500).map { "Na\(String(repeating: "o", count: $0 % 7))l" }
      .joined(separator: " ")
    let text = "2025 kam \(name) nach Paris."
    for language in ["en", "de"] {
      for mention in try mentions(text, language) {
        #expect(String(decoding: Array(text.utf8)[mention.utf8], as: UTF8.self) == mention.text)
        #expect(mention.canonical.utf8.count >= mention.text.utf8.count)
      }
    }
    #expect(try mentions(text, "de").contains { $0.text == name })
  }

  @Test func `a model that was cut says how many bytes are missing`() throws {
    let whole = try Data(contentsOf: URL(fileURLWithPath: data + "/Models/entities.model"))
    let path = FileManager.default.temporaryDirectory
      .appendingPathComponent("cut-\(UUID().uuidString).model")
    defer { try? FileManager.default.removeItem(at: path) }
    try whole.prefix(5_000).write(to: path)
    #expect(
      failure(path.path)
        == "\(path.path): this model of names has 5000 bytes; by its head it should have "
        + "\(whole.count)")
    var damaged = Data(whole.prefix(5_000))
    damaged[8] = 99
    try damaged.write(to: path)
    #expect(
      failure(path.path)
        == "\(path.path): the head of this model of names is damaged or of another version")
    try Data("no model at all, but long enough to be read as one of them, is it".utf8)
      .write(to: path)
    #expect(failure(path.path) == "\(path.path): is no model of names")
  }

  @Test func `damaged weights give other names and no crash`() throws {
    var bytes = try Data(contentsOf: URL(fileURLWithPath: data + "/Models/entities.model"))
    var random = SplitMix64(state: 77)
    for _ in 0..<20_000 {
      let at = 4_096 + Int(random.next() % UInt64(bytes.count - 4_096))
      bytes[at] = UInt8(truncatingIfNeeded: random.next())
    }
    let path = FileManager.default.temporaryDirectory
      .appendingPathComponent("bad-\(UUID().uuidString).model")
    defer { try? FileManager.default.removeItem(at: path) }
    try bytes.write(to: path)
    let other = try EntityTagger(lists: EntityLists(), model: path.path)
    var lexicon = Lexicon()
    let text = "Angela Merkel told the United Nations in 2015 that Germany spent €3 billion."
    let analyzed = analyze(text, language: "en", lexicon: &lexicon)
    for mention in other.entities(in: analyzed, lexicon: &lexicon) {
      #expect(mention.utf8.upperBound <= text.utf8.count)
    }
  }

  private func failure(_ path: String) -> String {
    do {
      _ = try EntityTagger(lists: EntityLists(), model: path)
      return ""
    } catch {
      return error.description
    }
  }
}
