/// What the sequence model asks of a text: places to be labelled, and the features of each.
package protocol SequenceFeatures {
  /// Whether the place gets a label at all; others have label 0.
  func isLive(_ i: Int) -> Bool
  /// Appends the features of place `i` of `sentence`.
  func append(at i: Int, in sentence: Range<Int>, to out: inout [UInt32])
  /// Hash of the word at `i`, for the table of word vectors; 0 where there is none.
  func word(_ i: Int) -> UInt64
}
