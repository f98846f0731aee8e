import Model

/// One row of a version's metadata.
struct MetadataField {
  /// The name in the table; a shipped one never changes.
  enum Name: String {
    case title, deck, author, published, modified, publisher, canonicalURL, language, section, tag
    case imageCaption, mixedLanguage
  }

  var name: Name
  var position: Int
  var value: String
  var evidence: Evidence
}

extension Metadata {
  /// The fields as rows, in a fixed order.
  var fields: [MetadataField] {
    var rows: [MetadataField] = []
    func add(_ name: MetadataField.Name, _ found: Found<String>?, _ position: Int = 0) {
      guard let found else { return }
      rows.append(
        MetadataField(
          name: name, position: position, value: found.value, evidence: found.evidence))
    }
    func add(_ name: MetadataField.Name, _ found: Found<Day>?) {
      add(name, found.map { Found($0.value.description, $0.evidence) })
    }
    add(.title, title)
    add(.deck, deck)
    for (position, author) in authors.enumerated() { add(.author, author, position) }
    add(.published, published)
    add(.modified, modified)
    add(.publisher, publisher)
    add(.canonicalURL, canonicalURL)
    add(.language, language)
    add(.section, section)
    for (position, tag) in tags.enumerated() { add(.tag, tag, position) }
    add(.imageCaption, imageCaption)
    for (position, language) in languages.enumerated() { add(.mixedLanguage, language, position) }
    return rows
  }

  /// Metadata from rows in the order of their positions; unknown values are left out.
  init(fields: [MetadataField], undatedReason: String?) {
    self.init()
    self.undatedReason = undatedReason
    for field in fields {
      let text = Found(field.value, field.evidence)
      let day = Day(iso: field.value).map { Found($0, field.evidence) }
      switch field.name {
      case .title: title = text
      case .deck: deck = text
      case .author: authors.append(text)
      case .published: published = day
      case .modified: modified = day
      case .publisher: publisher = text
      case .canonicalURL: canonicalURL = text
      case .language: language = text
      case .section: section = text
      case .tag: tags.append(text)
      case .imageCaption: imageCaption = text
      case .mixedLanguage: languages.append(text)
      }
    }
  }
}

/// A value of a mention spread over columns.
struct ValueColumns {
  var kind: String?
  var coefficient: Int64?
  var exponent: Int?
  var unit: String?
  var first: Int32?
  var last: Int32?

  init(_ value: Value?) {
    switch value {
    case nil: break
    case .number(let number, let unit): set("number", number, unit)
    case .percent(let number): set("percent", number, nil)
    case .money(let number, let currency): set("money", number, currency)
    case .date(let date):
      kind = "date"
      unit = date.precision.rawValue
      first = date.first?.rawValue
      last = date.last?.rawValue
    }
  }

  private mutating func set(_ kind: String, _ number: Decimal, _ unit: String?) {
    self.kind = kind
    coefficient = number.coefficient
    exponent = number.exponent
    self.unit = unit
  }

  init(
    kind: String?, coefficient: Int64?, exponent: Int?, unit: String?, first: Int32?, last: Int32?
  ) {
    self.kind = kind
    self.coefficient = coefficient
    self.exponent = exponent
    self.unit = unit
    self.first = first
    self.last = last
  }

  var value: Value? {
    let number = Decimal(coefficient: coefficient ?? 0, exponent: exponent ?? 0)
    switch kind {
    case "number": return .number(number, unit: unit ?? "")
    case "percent": return .percent(number)
    case "money": return .money(number, currency: unit ?? "")
    case "date":
      guard let precision = DateValue.Precision(rawValue: unit ?? "") else { return nil }
      return .date(
        DateValue(
          first: first.map(Day.init(rawValue:)), last: last.map(Day.init(rawValue:)),
          precision: precision))
    default: return nil
    }
  }
}
