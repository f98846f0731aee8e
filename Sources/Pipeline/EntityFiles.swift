import Foundation
import Tagging

/// The lists and the model of the tagger, where a data folder holds them.
enum EntityFiles {
  static func tagger(known: KnownEntities? = nil) -> EntityTagger {
    let lists = dataFile("Lists").flatMap { try? EntityLists.load(from: $0) }
    var eastAsian: [String: String] = [:]
    for language in ["ja", "ko", "zh"] {
      eastAsian[language] = dataFile("Models/entities-\(language).model")
    }
    return EntityTagger(
      lists: lists ?? EntityLists(), model: dataFile("Models/entities.model"),
      eastAsian: eastAsian, known: known)
  }
}

/// The user's list of entities at `path`; nil where none is given.
func loadKnownEntities(_ path: String?) throws(PipelineError) -> KnownEntities? {
  guard let path else { return nil }
  guard let data = FileManager.default.contents(atPath: path) else {
    throw PipelineError(
      .unreadable, "\(path): cannot be read as a list of entities. Check its name.")
  }
  guard data.count <= 64 << 20 else {
    throw PipelineError(
      .unreadable, "\(path): \(data.count) bytes; a list of entities has at most 64 MB")
  }
  let text = String(decoding: data, as: UTF8.self)
  do {
    return try KnownEntities.load(yaml: text, file: path)
  } catch {
    throw PipelineError(.usage, error.description)
  }
}
