/// Encodings by the labels that the web uses for them.
///
/// - Source: WHATWG Encoding Standard, "Names and labels".
enum CharsetLabels {
  /// The name of the encoding as iconv knows it, or nil for an unknown label.
  static func encoding(for label: String) -> String? {
    table[label.lowercased().filter { $0 != " " && $0 != "\t" && $0 != "\n" && $0 != "\"" }]
  }

  private static let table: [String: String] = {
    var table: [String: String] = [:]
    for line in text.split(separator: "\n") {
      let words = line.split(separator: " ").map(String.init)
      guard let name = words.first else { continue }
      for word in words.dropFirst() { table[word] = name }
    }
    return table
  }()

  private static let text = """
    UTF-8 utf-8 utf8 unicode-1-1-utf-8 x-unicode20utf8 unicode11utf8 unicode20utf8
    UTF-16LE utf-16 utf-16le ucs-2 iso-10646-ucs-2 unicode unicodefeff csunicode
    UTF-16BE utf-16be unicodefffe
    WINDOWS-1252 windows-1252 iso-8859-1 iso8859-1 iso_8859-1 latin1 latin-1 l1 ascii us-ascii ansi_x3.4-1968 cp1252 cp819 ibm819 x-cp1252 iso88591 iso-ir-100 csisolatin1 iso_8859-1:1987
    ISO-8859-2 iso-8859-2 iso8859-2 iso_8859-2 latin2 l2 csisolatin2 iso-ir-101 iso88592
    ISO-8859-3 iso-8859-3 iso8859-3 latin3 l3 csisolatin3
    ISO-8859-4 iso-8859-4 iso8859-4 latin4 l4 csisolatin4
    ISO-8859-5 iso-8859-5 iso8859-5 cyrillic csisolatincyrillic
    ISO-8859-6 iso-8859-6 iso8859-6 arabic asmo-708 ecma-114
    ISO-8859-7 iso-8859-7 iso8859-7 greek greek8 ecma-118 elot_928 sun_eu_greek
    ISO-8859-8 iso-8859-8 iso8859-8 hebrew visual iso-8859-8-i logical
    ISO-8859-10 iso-8859-10 iso8859-10 latin6 l6
    ISO-8859-13 iso-8859-13 iso8859-13
    ISO-8859-14 iso-8859-14 iso8859-14
    ISO-8859-15 iso-8859-15 iso8859-15 iso_8859-15 latin9 latin-9 l9 csisolatin9
    ISO-8859-16 iso-8859-16
    IBM866 ibm866 cp866 866 csibm866
    KOI8-R koi8-r koi8 koi8_r koi cskoi8r
    KOI8-U koi8-u koi8-ru
    MACINTOSH macintosh mac x-mac-roman csmacintosh
    WINDOWS-874 windows-874 tis-620 iso-8859-11 iso8859-11 dos-874
    WINDOWS-1250 windows-1250 cp1250 x-cp1250
    WINDOWS-1251 windows-1251 cp1251 x-cp1251
    WINDOWS-1253 windows-1253 cp1253 x-cp1253
    WINDOWS-1254 windows-1254 iso-8859-9 iso8859-9 iso_8859-9 latin5 l5 cp1254 x-cp1254
    WINDOWS-1255 windows-1255 cp1255 x-cp1255
    WINDOWS-1256 windows-1256 cp1256 x-cp1256
    WINDOWS-1257 windows-1257 cp1257 x-cp1257
    WINDOWS-1258 windows-1258 cp1258 x-cp1258
    GB18030 gb18030 gbk gb2312 gb_2312 gb_2312-80 chinese csgb2312 x-gbk iso-ir-58 euc-cn hz-gb-2312
    BIG5-HKSCS big5 big5-hkscs cn-big5 csbig5 x-x-big5
    EUC-JP euc-jp x-euc-jp cseucpkdfmtjapanese
    ISO-2022-JP iso-2022-jp csiso2022jp
    CP932 shift_jis shift-jis sjis x-sjis windows-31j ms932 ms_kanji csshiftjis cp932
    CP949 euc-kr cseuckr korean ks_c_5601-1987 ks_c_5601-1989 ksc5601 ksc_5601 windows-949 iso-ir-149 uhc
    """
}
