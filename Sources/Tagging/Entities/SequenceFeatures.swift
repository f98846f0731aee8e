/// What the sequence model asks of a text: places to be labelled, and the features of each.
package protocol SequenceFeatures {
  /// Whether the place gets a label at all; others have label 0.
  func isLive(_ i: Int) -> Bool
  /// Appends the features of place `i` of `sentence`.
  func append(at i: Int, in sentence: Range<Int>, to out: inout [UInt32])
  /// The place of the word at `i` among those with weights of their own; -1 where it has none.
  func word(_ i: Int) -> Int
}
