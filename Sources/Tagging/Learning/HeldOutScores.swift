/// Scores of texts from machines that have not seen them.
struct HeldOutScores {
  /// The number of parts that so many texts are dealt into: with few texts, machines that miss a
  /// third of them are no picture of the one that has them all.
  private static func parts(_ documents: Int) -> Int { documents <= 2_000 ? 10 : 3 }
  /// One number for each text and label, label by label.
  private(set) var scores: [Float]
  private let documents: Int

  /// Learns each label without one part of `set` at a time and scores that part.
  init(_ set: TrainingSet, labels: Int, options: LinearMachine.Options) {
    documents = set.documents
    scores = Array(repeating: 0, count: documents * labels)
    let parts = HeldOutScores.parts(documents)
    let part = HeldOutScores.dealt(set.labels, parts)
    for held in 0..<parts {
      let rows = part.indices.filter { part[$0] != held }
      let totals = LogOdds.totals(set, rows: rows)
      for label in 0..<labels {
        let machine = LinearMachine(
          set, rows: rows, totals: totals, label: label, options: options)
        for row in part.indices where part[row] == held {
          scores[label * documents + row] = machine.score(set, row)
        }
      }
    }
  }

  /// The part of each text; those that share a first label are dealt in turn.
  private static func dealt(_ labels: [[Int]], _ parts: Int) -> [Int] {
    var turns: [Int: Int] = [:]
    return labels.map { own in
      let turn = turns[own.first ?? -1, default: 0]
      turns[own.first ?? -1] = turn + 1
      return turn % parts
    }
  }

  /// The scores of `label`, one for each text.
  func ofLabel(_ label: Int) -> ArraySlice<Float> {
    scores[(label * documents)..<((label + 1) * documents)]
  }

  /// The scores of text `row`, one for each label.
  func ofText(_ row: Int) -> [Float] {
    stride(from: row, to: scores.count, by: documents).map { scores[$0] }
  }
}
