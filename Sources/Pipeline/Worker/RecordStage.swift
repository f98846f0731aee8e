public import JSONLines
import Model
import Report

/// Stage `record`: a page → what a nightly run stores for it.
public struct RecordStage: WorkerStage {
  private var analyst: DocumentAnalyst

  /// A stage with the taxonomy at `taxonomyPath`, or the shipped one, or a learned model of themes,
  /// and the user's list of entities at `entitiesPath`.
  public init(
    taxonomyPath: String? = nil, modelPath: String? = nil, entitiesPath: String? = nil
  ) throws {
    analyst = DocumentAnalyst(
      try TaggingModels(
        taxonomyPath: taxonomyPath, modelPath: modelPath, entitiesPath: entitiesPath))
  }

  /// The document record as the contract prints it.
  public mutating func answer(_ input: JSONValue) throws(WorkerError) -> [JSONValue.Member] {
    switch analyst.analyse(try pageRecord(input)) {
    case .success(let document):
      return recordJSON(document.version, mentions: document.mentions, words: document.words)
    case .failure(let failed):
      throw WorkerError(failed.failure.code, failed.failure.message)
    }
  }
}
