import YAML

/// The types that the keyword `type` names.
package enum InstanceType: String, Hashable, CaseIterable, Sendable {
    case null, boolean, integer, number, string, array, object
}

/// A set of types.
struct TypeSet: OptionSet, Hashable, Sendable {
    let rawValue: UInt8

    init(rawValue: UInt8) {
        self.rawValue = rawValue
    }

    init(_ type: InstanceType) {
        switch type {
        case .null: rawValue = 1
        case .boolean: rawValue = 2
        case .integer: rawValue = 4
        case .number: rawValue = 8
        case .string: rawValue = 16
        case .array: rawValue = 32
        case .object: rawValue = 64
        }
    }

    static let all = TypeSet(rawValue: 127)

    var types: [InstanceType] { InstanceType.allCases.filter { contains(TypeSet($0)) } }

    /// Whether a node read as this type has one of these types; every integer is a number, and 1.0 is an integer.
    func accepts(_ type: InstanceType, of node: Node) -> Bool {
        if contains(TypeSet(type)) { return true }
        switch type {
        case .integer: return contains(TypeSet(.number))
        case .number:
            guard contains(TypeSet(.integer)), let text = node.scalar?.text else { return false }
            return ExactNumber(text)?.isInteger ?? false
        default: return false
        }
    }
}

extension Node {
    /// The type this node has by its spelling alone.
    var instanceType: InstanceType {
        switch content {
        case .sequence: .array
        case .mapping: .object
        case .scalar(let scalar):
            switch scalar.value {
            case .null: .null
            case .boolean: .boolean
            case .integer: .integer
            case .number: .number
            case .text: .string
            }
        }
    }
}
