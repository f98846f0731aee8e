import Bytes

/// What the words of class names, ids and roles say about an element.
///
/// A name is cut into words at anything that is no letter and at inner capitals, so "postBody",
/// "post-body" and "post_body" are the same two words.
struct Label: OptionSet {
  let rawValue: UInt16
  /// The day of the visit.
  static let clock = Label(rawValue: 16384)
  /// Related links and announcements.
  static let boilerplate = Label(rawValue: 1)
  /// The frame of every page of a site: navigation, sharing, advertising, forms.
  static let frame = Label(rawValue: 8192)
  /// Comments of readers.
  static let comments = Label(rawValue: 2)
  /// The text itself.
  static let content = Label(rawValue: 4)
  /// Byline, date, tags.
  static let furniture = Label(rawValue: 8)
  /// A part of an article, such as its body.
  static let body = Label(rawValue: 16)
  /// Names of whole texts.
  static let article = Label(rawValue: 32)
  /// Hidden from readers.
  static let hidden = Label(rawValue: 64)
  /// The name of an author.
  static let author = Label(rawValue: 128)
  /// A date.
  static let date = Label(rawValue: 256)
  /// A title.
  static let title = Label(rawValue: 512)
  /// Names of what stands beside a text, which layouts also give to the text itself.
  static let suspect = Label(rawValue: 1024)
  /// The sentences that lead into a text.
  static let lead = Label(rawValue: 4096)
  /// What explains a picture.
  static let caption = Label(rawValue: 2048)

  /// The labels of the words in `value`.
  static func of(_ value: borrowing Span<UInt8>, _ range: Range<Int>) -> Label {
    var found: Label = []
    let table = byHash
    var hash = stableHashSeed
    var letters = 0
    var wasLower = false
    for i in range {
      let byte = value[i]
      if !ASCII.isLetter(byte) || (ASCII.isUpper(byte) && wasLower) {
        if letters > 0 { found.formUnion(table[mixed(hash)] ?? []) }
        hash = stableHashSeed
        letters = 0
      }
      wasLower = ASCII.isLower(byte)
      if ASCII.isLetter(byte), letters < 32 {
        hash = stableHashStep(hash, ASCII.lowercased(byte))
        letters += 1
      }
    }
    if letters > 0 { found.formUnion(table[mixed(hash)] ?? []) }
    return found
  }

  private static let byHash = NameTable(
    lists.flatMap { label, words in
      words.split(whereSeparator: \.isWhitespace).map { (stableHash(String($0)), label) }
    }, join: { $0.union($1) })

  private static let lists: [(Label, String)] = [
    (
      .frame,
      """
      nav navbar navigation navi menu menus submenu subnav megamenu topbar breadcrumb breadcrumbs
      crumbs pagination pager paging prevnext footer colophon sidenav aside masthead toolbar
      offcanvas hamburger flyout flyouts dropdown share sharing shares sharebar sharebuttons social
      socials sociallinks addthis sharethis sharedaddy subscribe subscription subscriptions signup
      optin cookie cookies consent gdpr advert adverts advertisement advertising ads adsense adslot
      adunit outbrain taboola popup popover lightbox login signin register searchform skip skiplink
      copyright donate donation livechat appbanner notification teilen partager compartir
      postnavigation backtotop noprint printonly gform filter filters facets signature signatures
      postsignature
      """
    ),
    (
      .boilerplate,
      """
      jetpack related relatedposts relatedarticles relateds recommended recommendation
      recommendations recirculation recirc readmore morestories mostread mostpopular trending teaser
      teasers advertorial sponsor sponsored sponsors weiterlesen ähnliche mehr empfehlungen
      kommentieren relacionados lireaussi crosslinks adjacent upnext jumplinks authorbox authorbio
      aboutauthor bio hatnote navbox editsection catlinks vcard cta
      """
    ),
    (
      .suspect,
      """
      sidebar rail widget widgets newsletter promo promos promotion modal overlay popular search
      slideshow carousel rating ratings poll quiz disclosure feedback infobox affiliate
      announcement attribution tagline slogan checkbox
      """
    ),
    (
      .comments,
      """
      comment comments commentlist commentform bypostauthor disqus respond replies kommentare
      comentarios commentaires
      """
    ),
    (
      .content,
      """
      content entry text copy prose richtext maincontent bodycopy articlebody storybody postbody
      articlecontent postcontent entrycontent articletext storytext inhalt contenido contenu artikel
      """
    ),
    (.body, "body bodytext main paragraphs fulltext articlebody storybody postbody"),
    (.article, "article story post blog blogpost hentry page news artikel beitrag entry"),
    (
      .furniture,
      """
      byline author authors dateline timestamp meta metadata metainfo tags taglist tag topics
      category categories kicker eyebrow pubdate published postmeta articlemeta infoline credits
      """
    ),
    (
      .lead,
      """
      lead lede intro introduction teaser abstract excerpt summary subtitle subheadline subheading
      subhead deck dek standfirst chapo chapeau vorspann einleitung entradilla sommario occhiello
      bajada copete resumen topline shortinfo
      """
    ),
    (.caption, "caption captions figcaption bildunterschrift credit photocredit imagecredit"),
    (
      .author, "byline author authors autor auteur autore writer verfasser contributor contributors"
    ),
    (
      .date,
      "date datetime pubdate published dateline timestamp time datum fecha posted postdate created"
    ),
    (.clock, "today todays todaysdate todaydate currentdate clock"),
    (.title, "title headline heading titre titel titulo"),
  ]
}
