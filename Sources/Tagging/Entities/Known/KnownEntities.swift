import Model
import Yams

/// The entities that a user's list names.
public struct KnownEntities: Hashable, Sendable {
  /// The entities in the order of the file.
  public let entities: [KnownEntity]

  /// The most entities, the most names of one and the longest name in bytes.
  static let limits = (entities: 100_000, names: 200, bytes: 200)

  /// Reads a list from YAML: a list `entities` of mappings with `id`, `name`, `type` and, where they
  /// apply, `aliases`.
  ///
  /// `file` is the name that error messages begin with. Throws when the text is no YAML, an entity
  /// lacks a part or repeats an id, or two entities share a name.
  public static func load(yaml: String, file: String) throws(KnownEntityError) -> KnownEntities {
    let root: Node?
    do {
      root = try Yams.compose(yaml: yaml)
    } catch {
      throw KnownEntityError(description: "\(file): not readable as YAML: \(error)")
    }
    guard let list = root?.mapping?["entities"]?.sequence, !list.isEmpty else {
      throw KnownEntityError(description: "\(file): has no list named \"entities\"")
    }
    guard list.count <= limits.entities else {
      throw KnownEntityError(
        description: "\(file): \(list.count) entities; at most \(limits.entities) can be used")
    }
    var entities: [KnownEntity] = []
    var ids: Set<String> = []
    var owners: [String: String] = [:]
    for node in list {
      let entity = try entity(node, file)
      let at = place(node, file)
      guard ids.insert(entity.id).inserted else {
        throw KnownEntityError(
          description: "\(at): the id \"\(entity.id)\" is taken. Choose another.")
      }
      for name in [entity.name] + entity.aliases {
        if let owner = owners[name], owner != entity.id {
          throw KnownEntityError(
            description: "\(at): \"\(name)\" names both \"\(owner)\" and \"\(entity.id)\". "
              + "Leave it to one of them.")
        }
        owners[name] = entity.id
      }
      entities.append(entity)
    }
    return KnownEntities(entities: entities)
  }

  private static func place(_ node: Node, _ file: String) -> String {
    node.mark.map { "\(file), line \($0.line)" } ?? file
  }

  private static func entity(
    _ node: Node, _ file: String
  ) throws(KnownEntityError) -> KnownEntity {
    let at = place(node, file)
    guard let mapping = node.mapping else {
      throw KnownEntityError(
        description: "\(at): an entity is a mapping with id, name, type and aliases")
    }
    for key in mapping.keys {
      guard let name = key.string, ["id", "name", "type", "aliases"].contains(name) else {
        throw KnownEntityError(
          description:
            "\(at): unknown key \"\(key.string ?? "")\"; known are id, name, type, aliases"
        )
      }
    }
    guard let id = mapping["id"]?.string, !id.isEmpty, id.utf8.count <= limits.bytes else {
      throw KnownEntityError(description: "\(at): \"id\" is missing or too long")
    }
    let types = EntityType.allCases.map(\.rawValue).joined(separator: ", ")
    guard let type = mapping["type"]?.string.flatMap({ EntityType(rawValue: $0) }) else {
      throw KnownEntityError(
        description: "\(at): the type of \"\(id)\" is none of \(types)")
    }
    let name = try name(mapping["name"], id, at)
    var aliases: [String] = []
    if let node = mapping["aliases"] {
      guard let list = node.sequence, list.count < limits.names else {
        throw KnownEntityError(
          description: "\(at): \"aliases\" of \"\(id)\" is not a list of fewer than "
            + "\(limits.names)")
      }
      for item in list { aliases.append(try self.name(item, id, at)) }
    }
    return KnownEntity(id: id, name: name, type: type, aliases: aliases)
  }

  private static func name(
    _ node: Node?, _ id: String, _ at: String
  ) throws(KnownEntityError) -> String {
    guard let text = node?.string, text.utf8.contains(where: { $0 > 0x20 }),
      text.utf8.count <= limits.bytes
    else {
      throw KnownEntityError(
        description: "\(at): a name of \"\(id)\" is missing or no text of at most "
          + "\(limits.bytes) bytes")
    }
    return text
  }
}
