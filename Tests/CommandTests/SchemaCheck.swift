import JSONLines

/// Holds a value against a JSON Schema: the keywords that `docs/schemas` uses, except `pattern`.
struct SchemaCheck {
  private let root: JSONValue
  private(set) var complaints: [String] = []

  init(_ schema: JSONValue) { root = schema }

  mutating func check(_ value: JSONValue) {
    complaints = violations(value, root, "$")
  }

  private func violations(_ value: JSONValue, _ schema: JSONValue, _ path: String) -> [String] {
    if let reference = schema["$ref"]?.stringValue {
      let name = String(reference.split(separator: "/").last ?? "")
      guard let definition = root["$defs"]?[name] else { return ["\(path): no \(reference)"] }
      return violations(value, definition, path)
    }
    if let choices = schema["anyOf"]?.arrayValue {
      let results = choices.map { violations(value, $0, path) }
      return results.contains([]) ? [] : results.min { $0.count < $1.count } ?? []
    }
    if let constant = schema["const"], constant != value { return ["\(path): is not \(constant)"] }
    if let allowed = schema["enum"]?.arrayValue, !allowed.contains(value) {
      return ["\(path): \(value) is not allowed"]
    }
    if let type = schema["type"] {
      let names = type.stringsValue ?? [type.stringValue ?? ""]
      guard names.contains(where: { fits(value, $0) }) else { return ["\(path): is no \(names)"] }
    }
    var found = outOfRange(value, schema, path)
    if case .array(let elements) = value, let items = schema["items"] {
      for (index, element) in elements.enumerated() {
        found += violations(element, items, "\(path)[\(index)]")
      }
    }
    if case .object(let members) = value, let properties = schema["properties"] {
      for member in members {
        guard let property = properties[member.key] else {
          found.append("\(path).\(member.key): is not in the schema")
          continue
        }
        found += violations(member.value, property, "\(path).\(member.key)")
      }
      for key in schema["required"]?.stringsValue ?? [] where value[key] == nil {
        found.append("\(path).\(key): is missing")
      }
    }
    return found
  }

  private func outOfRange(_ value: JSONValue, _ schema: JSONValue, _ path: String) -> [String] {
    var found: [String] = []
    if let given = number(value) {
      if let low = schema["minimum"].flatMap(number), given < low { found.append("\(path): low") }
      if let high = schema["maximum"].flatMap(number), given > high {
        found.append("\(path): high")
      }
    }
    if let count = value.arrayValue?.count {
      if let low = schema["minItems"]?.intValue, count < low { found.append("\(path): short") }
      if let high = schema["maxItems"]?.intValue, count > high { found.append("\(path): long") }
    }
    return found
  }

  private func number(_ value: JSONValue) -> Double? {
    switch value {
    case .int(let number): Double(number)
    case .double(let number): number
    default: nil
    }
  }

  private func fits(_ value: JSONValue, _ type: String) -> Bool {
    switch (value, type) {
    case (.null, "null"), (.bool, "boolean"), (.string, "string"), (.array, "array"): true
    case (.object, "object"), (.int, "integer"), (.int, "number"), (.double, "number"): true
    default: false
    }
  }
}
