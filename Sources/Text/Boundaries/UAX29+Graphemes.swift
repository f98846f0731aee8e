import Bytes

extension UAX29 {
  /// The end of the extended grapheme cluster that begins at the boundary `start`, which is before
  /// the end of `text`.
  public static func graphemeEnd(_ text: borrowing Span<UInt8>, from start: Int) -> Int {
    let byte = text[start]
    if byte < 0x80, start + 1 == text.count || text[start + 1] < 0x80 {
      return byte == 0x0D && start + 1 < text.count && text[start + 1] == 0x0A
        ? start + 2 : start + 1
    }
    let (first, next) = text.breakClass(at: start)
    var last = first.grapheme
    // GB4
    if last == .control || last == .cr || last == .lf { return next }
    var end = next
    var isPictograph = last == .extendedPictographic
    while end < text.count {
      let (found, next) = text.breakClass(at: end)
      let kind = found.grapheme
      switch kind {
      case .extend, .zwj, .spacingMark:  // GB9, GB9a
        break
      case .control, .cr, .lf: return end  // GB5
      default:
        let joins =
          last == .prepend  // GB9b
          || isHangul(last, kind)
          || kind == .extendedPictographic && last == .zwj && isPictograph  // GB11
          || kind == .regionalIndicator && last == .regionalIndicator  // GB12, GB13
        guard joins else { return end }
        isPictograph = kind == .extendedPictographic
        // A flag is a pair.
        if kind == .regionalIndicator, last == .regionalIndicator {
          last = .other
          end = next
          continue
        }
      }
      // Between a pictograph and the joiner only extending marks may stand.
      if kind == .spacingMark || kind == .zwj && last == .zwj { isPictograph = false }
      last = kind
      end = next
    }
    return end
  }

  /// Whether two parts of a Hangul syllable belong together: GB6, GB7 and GB8.
  private static func isHangul(_ left: GraphemeBreak, _ right: GraphemeBreak) -> Bool {
    switch left {
    case .l: right == .l || right == .v || right == .lv || right == .lvt
    case .lv, .v: right == .v || right == .t
    case .lvt, .t: right == .t
    default: false
    }
  }
}
