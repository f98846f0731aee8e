import Model
import Store

/// Which subjects the same documents speak of.
///
/// Each document keeps its subjects as small numbers; the counts of one subject cost as many steps as
/// its documents have subjects.
struct Companions {
  private let subjects: [Subject]
  private let numbers: [Subject: Int]
  private let speaking: [Subject: [SpeakingDocument]]
  private let ofDocument: [DocumentID: [Int32]]

  /// `subjects` in the order that breaks ties, and the documents that speak of each.
  init(_ subjects: [Subject], _ speaking: [Subject: [SpeakingDocument]]) {
    self.subjects = subjects
    self.speaking = speaking
    numbers = Dictionary(
      subjects.enumerated().map { ($0.element, $0.offset) }, uniquingKeysWith: { a, _ in a })
    var ofDocument: [DocumentID: [Int32]] = [:]
    for (number, subject) in subjects.enumerated() {
      for entry in speaking[subject] ?? [] {
        ofDocument[entry.document, default: []].append(Int32(number))
      }
    }
    self.ofDocument = ofDocument
  }

  /// Subjects of `kind` with the documents that speak of them and of `subject`, most first.
  func of(_ subject: Subject, _ kind: Subject.Kind, limit: Int) -> [(
    subject: Subject, documents: Int
  )] {
    var counts: [Int32: Int] = [:]
    for entry in speaking[subject] ?? [] {
      for number in ofDocument[entry.document] ?? [] { counts[number, default: 0] += 1 }
    }
    return counts.filter {
      let other = subjects[Int($0.key)]
      return other.kind == kind && other != subject
    }.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(limit)
      .map { (subjects[Int($0.key)], $0.value) }
  }
}
