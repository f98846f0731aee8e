import Foundation
import Tagging

/// The lists and the models of the tagger, where a data folder holds them.
enum EntityFiles {
  /// A tagger with all that is there; throws when a list or model is there and cannot be used.
  static func tagger(known: KnownEntities? = nil) throws(PipelineError) -> EntityTagger {
    let lists = try self.lists()
    var eastAsian: [String: String] = [:]
    for language in ["ja", "ko", "zh"] {
      eastAsian[language] = dataFile("Models/entities-\(language).model")
    }
    do {
      return try EntityTagger(
        lists: lists, model: dataFile("Models/entities.model"), eastAsian: eastAsian, known: known)
    } catch {
      throw unusable(error.description)
    }
  }

  /// A tagger that knows lists alone, to tell which mentions are one entity.
  static func resolver() throws(PipelineError) -> EntityTagger {
    let lists = try self.lists()
    do {
      return try EntityTagger(lists: lists)
    } catch {
      throw unusable(error.description)
    }
  }

  private static func lists() throws(PipelineError) -> EntityLists {
    guard let folder = dataFile("Lists") else { return EntityLists() }
    do {
      return try EntityLists.load(from: folder)
    } catch {
      throw unusable("\(error)")
    }
  }

  private static func unusable(_ what: String) -> PipelineError {
    PipelineError(
      .unreadable,
      "\(what). Reinstall the data files, or set VARIORUM_DATA to the folder that holds them.")
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
