import Foundation
import Store
import Tagging

/// One thing that `variorum doctor` looked at.
public struct DoctorCheck: Sendable {
  /// What was looked at.
  public var subject: String
  /// Whether it is in order.
  public var isGood: Bool
  /// What was found, and what to do where it is not in order.
  public var finding: String
}

/// Looks whether everything that a run needs is in order; changes nothing.
public func examine(store path: String?, taxonomy: String?) -> [DoctorCheck] {
  var checks: [DoctorCheck] = []
  func check(_ subject: String, _ body: () throws -> String) {
    do {
      checks.append(DoctorCheck(subject: subject, isGood: true, finding: try body()))
    } catch {
      checks.append(
        DoctorCheck(subject: subject, isGood: false, finding: described(error).description))
    }
  }
  check("data files") {
    guard let file = dataFile("Lists/themes.yaml") else {
      throw PipelineError(
        .unreadable,
        "not found beside the program. Set VARIORUM_DATA to the folder that holds Lists and Models."
      )
    }
    return String(file.dropLast("/Lists/themes.yaml".count))
  }
  check("table of meanings") {
    guard MeaningFile.load() != nil else {
      throw PipelineError(
        .unreadable, "missing or damaged; comparisons go by words alone. Reinstall the data files.")
    }
    return "found"
  }
  check("models of names") {
    let tagger = try EntityFiles.tagger()
    guard tagger.hasModel else {
      throw PipelineError(
        .unreadable, "missing; names go by capitals and lists alone. Reinstall the data files.")
    }
    return "\(tagger.modelLanguages.joined(separator: ", "))"
  }
  check("taxonomy") {
    return "\(try loadTaxonomy(taxonomy).themes.count) themes"
  }
  check("store") {
    let name = storePath(path)
    guard FileManager.default.fileExists(atPath: name) else {
      return "\(name): none yet; `variorum nightly` makes one"
    }
    let store = try openStore(path)
    let problems = try store.integrityProblems()
    guard problems.isEmpty else {
      throw PipelineError(
        .store,
        "\(name): \(problems.prefix(3).joined(separator: "; ")). Restore a backup, or move "
          + "it away and run `variorum nightly` again.")
    }
    let count = try store.documentCounts().all
    let open = try store.hasOpenRun() ? "; the last run did not end, the next one takes it up" : ""
    return "\(name): \(count) documents, sound\(open)"
  }
  return checks
}
