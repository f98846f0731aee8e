/// What a model knows of a word besides its weights.
package struct KnownWord: Sendable {
  /// The place among the words with weights of their own; -1 where it has none.
  package var row: Int32 = -1
  /// What the word can be, in bits.
  ///
  /// 0 to 6 are parts of names, 7 peoples, 8 to 11 a word of the
  /// dictionary, 12 and 13 how often it has a capital, 14 and 15 how often it is a proper noun (0
  /// unknown, 1 seldom, 2 at times, 3 mostly). `scripts/make-word-facts` writes them.
  package var facts: UInt16 = 0
  /// The group of words of like meaning, from 1; 0 where it is in none.
  package var group: UInt16 = 0

  /// Nothing is known.
  package init() {}

  package init(row: Int32, facts: UInt16, group: UInt16) {
    self.row = row
    self.facts = facts
    self.group = group
  }

  /// Whether it is a word of the dictionary and no part of names.
  var isCommon: Bool { facts & 0xF00 != 0 && facts & 0x7F == 0 }

  /// Whether it is a part of names and in no dictionary, so that it is one in small letters too.
  var isNameAlone: Bool {
    facts & 0x7F != 0 && facts & 0xF00 == 0 && facts >> 12 & 3 != 1
  }
}
