import Bytes

/// What pages write above or in front of what belongs to no text: links to others, credits, calls.
enum ClosingPhrases {
  /// Whether a line of at most 120 bytes is such a phrase, or begins with one that a colon ends.
  static func isLine(_ text: [UInt8]) -> Bool {
    guard text.count <= 120 else { return false }
    let key = folded(text)
    if lines.contains(key) || headings.contains(key) { return true }
    guard let colon = text.prefix(40).firstIndex(of: 0x3A) else { return false }
    let label = folded(Array(text[..<colon]))
    return labels.contains(label) || (text.count <= 90 && headings.contains(label))
  }

  /// Whether a heading stands over links to other texts, the author or a call to subscribe.
  static func isHeading(_ text: [UInt8]) -> Bool {
    text.count <= 80 && headings.contains(folded(text))
  }

  private static func keys(_ text: String) -> Set<[UInt8]> {
    var keys: Set<[UInt8]> = []
    for line in text.split(separator: "\n") {
      // Folding knows ASCII capitals only; the first letter may be another.
      keys.insert(folded(Array(line.utf8)))
      keys.insert(folded(Array((line.prefix(1).uppercased() + line.dropFirst()).utf8)))
    }
    return keys
  }

  /// Stand alone in a line.
  private static let lines = keys(
    """
    advertisement
    advertisement - continue reading below
    advertisement continue reading below
    advertising
    sponsored
    sponsored content
    share
    share this
    share this article
    share this post
    tweet
    print
    email
    comments
    leave a comment
    no comments
    no comments yet
    read more
    learn more
    click here
    click to expand
    click to collapse
    sign up
    subscribe
    subscribe now
    download
    loading
    continue reading
    table of contents
    back to top
    skip to content
    image
    image credit
    see more
    show more
    view all
    anzeige
    werbung
    teilen
    drucken
    kommentare
    kommentieren
    weiterlesen
    mehr lesen
    inhaltsverzeichnis
    inhalt
    nach oben
    publicité
    partager
    imprimer
    commentaires
    sommaire
    lire la suite
    publicidad
    compartir
    comentarios
    leer más
    pubblicità
    condividi
    commenti
    leggi di più
    publicidade
    compartilhe
    comentários
    advertentie
    delen
    reacties
    reklama
    広告
    광고
    广告
    """)

  /// Stand before a colon.
  private static let labels = keys(
    """
    photo
    photos
    photo by
    photo credit
    image
    image credit
    image source
    images
    picture
    credit
    source
    tags
    filed under
    categories
    read also
    also read
    read next
    read more
    see also
    related
    foto
    fotos
    bild
    bilder
    bildquelle
    quelle
    symbolbild
    titelbild
    schlagwörter
    lesen sie auch
    lesen sie mehr
    auch interessant
    mehr zum thema
    zum thema
    weiterlesen
    zum weiterlesen
    crédit photo
    photo d'illustration
    à lire aussi
    lire aussi
    à lire
    foto de
    fuente
    lea también
    lee también
    leer también
    le puede interesar
    te puede interesar
    lea más
    leggi anche
    fonte
    leia também
    leia mais
    veja também
    lees ook
    bron
    zobacz także
    zobacz też
    czytaj także
    źródło
    """)

  /// Stand over a list or box; also alone in a line.
  private static let headings = keys(
    """
    related
    related articles
    related posts
    related stories
    related content
    related links
    related reading
    related topics
    related news
    more from this author
    more on this topic
    more on this story
    more stories
    more like this
    more news
    you may also like
    you might also like
    you may also enjoy
    you might also enjoy
    you may also be interested in
    you might also be interested in
    recommended
    recommended for you
    recommended reading
    recommended articles
    read next
    up next
    what to read next
    keep reading
    explore further
    further reading
    popular posts
    popular articles
    most popular
    most read
    trending
    trending now
    latest news
    latest posts
    recent posts
    editor's picks
    don't miss
    about the author
    about the authors
    about author
    about us
    written by
    contributors
    share this
    share this article
    share this post
    spread the word
    follow us
    stay connected
    stay up to date
    stay in touch
    subscribe
    subscribe to our newsletter
    sign up for our newsletter
    join our newsletter
    newsletter
    leave a reply
    leave a comment
    post a comment
    comments
    tags
    mehr zum thema
    mehr zu diesem thema
    zum thema
    auch interessant
    das könnte dich auch interessieren
    das könnte sie auch interessieren
    das könnte dir auch gefallen
    dies könnte sie auch interessieren
    das thema könnte dich auch interessieren
    weitere artikel
    weitere beiträge
    weitere themen
    weitere informationen
    weitere meldungen
    verwandte artikel
    verwandte themen
    ähnliche artikel
    ähnliche beiträge
    lesen sie auch
    lesen sie weiter
    zum weiterlesen
    schon gelesen
    meistgelesen
    neueste artikel
    empfehlungen aus der redaktion
    unsere empfehlungen
    lesetipps
    über den autor
    über die autorin
    zum autor
    zur autorin
    autor
    schlagwörter
    themen
    zusatzinformationen
    schreibe einen kommentar
    schreiben sie einen kommentar
    artikel teilen
    beitrag teilen
    à lire aussi
    lire aussi
    sur le même sujet
    articles similaires
    articles liés
    à propos de l'auteur
    vous aimerez aussi
    mots-clés
    notas relacionadas
    noticias relacionadas
    artículos relacionados
    te puede interesar
    también te puede interesar
    le puede interesar
    te recomendamos
    lo más leído
    sobre el autor
    etiquetas
    leggi anche
    articoli correlati
    potrebbe interessarti
    potrebbero interessarti
    ti potrebbe interessare
    leia também
    leia mais
    veja também
    notícias relacionadas
    matérias relacionadas
    você pode gostar
    você também pode gostar
    mais lidas
    lees ook
    meer over dit onderwerp
    gerelateerde artikelen
    zobacz także
    zobacz też
    czytaj także
    przeczytaj także
    polecane
    powiązane artykuły
    関連記事
    あわせて読みたい
    おすすめ記事
    관련기사
    관련 기사
    相关阅读
    相关新闻
    相關新聞
    延伸閱讀
    推荐阅读
    """)
}
