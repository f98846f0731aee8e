import CStemmer
import Synchronization

/// Snowball stemmers, one for each language that asks for one; Korean words lose their particles.
///
/// libstemmer works on pointers and keeps its result in the stemmer, so calls are made under a lock
/// and the result is copied. A lexicon asks once for each distinct word.
enum Stemmer {
  // The pointer is only ever used while the lock around it is held.
  @safe private struct Handle: ~Copyable, @unchecked Sendable {
    let pointer: OpaquePointer?
    init(_ language: String) { unsafe pointer = sb_stemmer_new(language, "UTF_8") }
    deinit { unsafe sb_stemmer_delete(pointer) }
  }

  private final class Slot: Sendable {
    private let handle: Mutex<Handle>
    init(_ language: String) { handle = Mutex(Handle(language)) }

    func stem(_ word: ArraySlice<UInt8>) -> [UInt8]? {
      handle.withLock { handle in
        guard let pointer = unsafe handle.pointer else { return nil }
        return unsafe word.withUnsafeBufferPointer { buffer in
          guard let result = unsafe sb_stemmer_stem(pointer, buffer.baseAddress, CInt(buffer.count))
          else { return nil }
          let length = unsafe Int(sb_stemmer_length(pointer))
          return unsafe Array(UnsafeBufferPointer(start: result, count: length))
        }
      }
    }
  }

  private static let slots: [String: Slot] = [
    "en": Slot("english"), "de": Slot("german"), "fr": Slot("french"), "es": Slot("spanish"),
    "it": Slot("italian"), "pt": Slot("portuguese"), "nl": Slot("dutch"), "da": Slot("danish"),
    "no": Slot("norwegian"), "nb": Slot("norwegian"), "sv": Slot("swedish"),
    "fi": Slot("finnish"), "ru": Slot("russian"), "hu": Slot("hungarian"),
    "ro": Slot("romanian"), "tr": Slot("turkish"),
  ]

  /// The longest word that is stemmed, in bytes; longer ones are no words.
  private static let longest = 64

  /// The stem of a word in its normal form, or nil where the language has no stemmer.
  static func stem(_ word: ArraySlice<UInt8>, language: String) -> [UInt8]? {
    guard word.count <= longest else { return nil }
    if language == "ko" { return Array(KoreanParticles.stem(word)) }
    return slots[language]?.stem(word)
  }
}
