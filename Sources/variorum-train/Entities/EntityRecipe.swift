/// What the model of English names is trained on and how.
///
/// The values here make the shipped model. For ablations, `NAME=WEIGHT` weighs a set (0 leaves it
/// out), `vectors=no` leaves out the word vectors, `sources=no` the features of the source,
/// `without=GROUP,…` groups of features (`TokenView.forget`).
struct EntityRecipe {
  var bits = 18
  var passes = 8
  var rate: Float = 0.1
  var decay: Float = 0.005
  /// Share of the features that a token forgets while it is trained on.
  var drop: Float = 0.3
  var seed: UInt64 = 7
  /// Models of different seeds, of which the mean is taken.
  var runs = 4
  /// Groups of words of like meaning.
  var groups = 256
  var folds = 0
  /// The only part that is held back, where it is not every one in turn; its model stays.
  var fold: Int?
  var usesVectors = true
  var usesSources = true
  var without: [String] = []
  var sources = EntitySource.english

  /// The recipe with the changes that `arguments` ask for.
  init(_ arguments: ArraySlice<String>) {
    for argument in arguments {
      let parts = argument.split(separator: "=", maxSplits: 1).map(String.init)
      guard parts.count == 2 else { continue }
      let value = parts[1]
      switch parts[0] {
      case "bits": bits = Int(value) ?? bits
      case "passes": passes = Int(value) ?? passes
      case "rate": rate = Float(value) ?? rate
      case "decay": decay = Float(value) ?? decay
      case "drop": drop = Float(value) ?? drop
      case "runs": runs = max(1, Int(value) ?? runs)
      case "seed": seed = UInt64(value) ?? seed
      case "groups": groups = Int(value) ?? groups
      case "fold": fold = Int(value)
      case "folds": folds = Int(value) ?? folds
      case "vectors": usesVectors = value != "no"
      case "sources": usesSources = value != "no"
      case "without": without = value.split(separator: ",").map(String.init)
      default:
        guard let place = sources.firstIndex(where: { $0.name == parts[0] }),
          let weight = Float(value)
        else {
          print("no such setting: \(argument)")
          continue
        }
        sources[place] = sources[place].weighing(weight)
      }
    }
    sources.removeAll { $0.weight == 0 }
  }

  /// The sets and their weights.
  var mix: String { sources.map { "\($0.name)*\($0.weight)" }.joined(separator: " ") }
}
