import Bytes

/// What a date is the date of, as the words beside it say.
enum DateRole {
  case published
  case unlabelled
  case updated
  /// Something else than the text: an event, a deadline, the reader's own day.
  case other

  /// The role that the words before a date give it; the last words count, then any.
  init(before words: ArraySlice<UInt8>) {
    let text = Array(words.suffix(80))
    if Self.publishedWords.contains(where: { text.span.containsIgnoringCase($0) }) {
      self = .published
    } else if Self.updatedWords.contains(where: { text.span.containsIgnoringCase($0) }) {
      self = .updated
    } else if Self.otherWords.contains(where: { text.span.containsIgnoringCase($0) }) {
      self = .other
    } else {
      self = .unlabelled
    }
  }

  /// The role that the words after a date give it, in languages where the verb comes last.
  init(after words: ArraySlice<UInt8>) {
    let text = Array(words.prefix(16))
    if Self.publishedVerbs.contains(where: { text.span.containsIgnoringCase($0) }) {
      self = .published
    } else if Self.updatedVerbs.contains(where: { text.span.containsIgnoringCase($0) }) {
      self = .updated
    } else {
      self = .unlabelled
    }
  }

  /// Where a sentence begins that says when its own page was published, anywhere in a block; nil
  /// when there is none.
  static func statement(in text: [UInt8]) -> Int? {
    guard text.count < 1_000 else { return nil }
    let span = text.span
    for index in text.indices where statementStarts.contains(ASCII.lowercased(text[index])) {
      guard index == 0 || !ASCII.isLetter(text[index - 1]) else { continue }
      if statements.contains(where: { span.hasBytesIgnoringCase($0, at: index) }) { return index }
    }
    return nil
  }

  /// The first letters of `statements`.
  private static let statementStarts: Set<UInt8> = Set("tdceqo".utf8)

  private static let statements: [StaticString] = [
    "this article was published", "this article was originally published",
    "this article was first published", "this article originally appeared",
    "this article first appeared", "this post was originally published", "this post was published",
    "this story was originally published", "this story was first published",
    "this entry was posted", "originally published on", "dieser artikel wurde am",
    "dieser beitrag wurde am", "dieser eintrag wurde am", "diese seite wurde am",
    "cet article a été publié", "ce billet a été publié", "esta entrada fue publicada",
    "este artículo fue publicado", "questo articolo è stato pubblicato",
    "este artigo foi publicado", "dit artikel is gepubliceerd", "dit bericht is geplaatst",
  ]

  private static let publishedVerbs: [StaticString] = [
    "公開", "掲載", "投稿", "発表", "配信", "发布", "發布", "发表", "發表", "刊登", "입력", "등록",
    "작성", "게시", "발행", "송고",
  ]

  private static let updatedVerbs: [StaticString] = ["更新", "修正", "修改", "改訂", "수정", "업데이트"]

  private static let publishedWords: [StaticString] =
    publishedVerbs + [
      "published", "posted", "first created", "originally created", "written", "released",
      "release date", "date of publication", "veröffentlicht", "erstellt", "erschienen",
      "publié", "paru le", "mis en ligne", "publicado", "publicada", "publicación", "pubblicato",
      "pubblicata", "publicação", "gepubliceerd", "geplaatst",
    ]

  private static let updatedWords: [StaticString] =
    updatedVerbs + [
      "updated", "update:", "modified", "reviewed", "revised", "last edited", "last changed",
      "aktualisiert", "geändert", "überarbeitet", "mis à jour", "mise à jour", "modifié",
      "actualizado", "actualizada", "actualización", "aggiornato", "aggiornamento", "modificato",
      "atualizado", "atualizada", "atualização", "bijgewerkt", "gewijzigd",
    ]

  private static let otherWords: [StaticString] = [
    "expires", "deadline", "valid until", "effective", "retrieved", "accessed", "abgerufen",
    "consulté le", "joined", "member since", "born ", "died ",
  ]
}
