/// How the model of one East Asian language is trained.
struct EastAsianRecipe {
  let language: String
  /// The sets of the mix with their weights.
  let sources: [EastAsianSource]
  /// Whether the names of the training data are known names too.
  let learnsNames: Bool
  /// Logarithm of the number of feature rows.
  let bits: Int
  let passes: Int
  /// Share of the features that a place forgets while it is trained on.
  let drop: Float

  /// What ships for the language that `arguments` begin with, changed by the `name=value` among them;
  /// nil for another language.
  init?(_ arguments: [String]) {
    var options: [String: String] = [:]
    for argument in arguments {
      let parts = argument.split(separator: "=", maxSplits: 1).map(String.init)
      if parts.count == 2 { options[parts[0]] = parts[1] }
    }
    guard let language = arguments.first, ["ja", "ko", "zh"].contains(language) else { return nil }
    self.language = language
    // Chinese learns from Japanese what its own set does not mark, such as dates.
    let others: [String: Float] = language == "zh" ? ["ja_gsd_ne": 0.3] : [:]
    sources = EastAsianSource.all.compactMap { source in
      let usual = source.language == language ? source.weight : others[source.name] ?? 0
      let weight = options[source.name].flatMap { Float($0) } ?? usual
      return weight > 0 ? source.weighing(weight) : nil
    }
    learnsNames = options["learned"].map { $0 == "yes" } ?? (language == "ko")
    bits = min(22, max(8, options["bits"].flatMap { Int($0) } ?? 17))
    passes = max(1, options["passes"].flatMap { Int($0) } ?? (language == "ja" ? 8 : 12))
    drop = options["drop"].flatMap { Float($0) } ?? (language == "zh" ? 0.5 : 0.3)
  }
}
