import YAML

extension Node {
    /// Equality of JSON Schema: numbers by value, strings by their scalars, objects whatever their order.
    func isEqual(to other: Node) -> Bool {
        switch (content, other.content) {
        case (.scalar(let left), .scalar(let right)): return left.isEqual(to: right)
        case (.sequence(let left), .sequence(let right)):
            return left.count == right.count && zip(left, right).allSatisfy { $0.isEqual(to: $1) }
        case (.mapping(let left), .mapping(let right)):
            guard left.entries.count == right.entries.count else { return false }
            let members = Dictionary(right.entries.map { ($0.key.text, $0.value) }) { first, _ in first }
            return left.entries.allSatisfy { entry in members[entry.key.text]?.isEqual(to: entry.value) ?? false }
        default: return false
        }
    }

    /// Feeds a hasher so that equal nodes hash alike.
    func hash(into hasher: inout Hasher) {
        switch content {
        case .scalar(let scalar): scalar.hashValue(into: &hasher)
        case .sequence(let items):
            hasher.combine(items.count)
            for item in items { item.hash(into: &hasher) }
        case .mapping(let mapping):
            var sum = 0
            for entry in mapping.entries {
                var member = Hasher()
                member.combine(entry.key.text)
                entry.value.hash(into: &member)
                sum &+= member.finalize()
            }
            hasher.combine(mapping.entries.count)
            hasher.combine(sum)
        }
    }
}

extension Scalar {
    fileprivate func isEqual(to other: Scalar) -> Bool {
        switch (value, other.value) {
        case (.text, .text): return text.hasSameScalars(as: other.text)
        case (.null, .null): return true
        case (.boolean(let left), .boolean(let right)): return left == right
        case (.integer, .integer), (.integer, .number), (.number, .integer), (.number, .number):
            guard let left = ExactNumber(text), let right = ExactNumber(other.text) else { return text == other.text }
            return left == right
        default: return false
        }
    }

    fileprivate func hashValue(into hasher: inout Hasher) {
        switch value {
        case .null: hasher.combine(0)
        case .boolean(let value): hasher.combine(value)
        case .text: hasher.combine(text)
        case .integer, .number:
            if let number = ExactNumber(text) { hasher.combine(number) } else { hasher.combine(text) }
        }
    }
}

extension String {
    /// Equality scalar by scalar, where `==` would ignore the normal form.
    func hasSameScalars(as other: String) -> Bool {
        self == other && utf8.count == other.utf8.count && utf8.elementsEqual(other.utf8)
    }
}

extension Node {
    /// The value as compact JSON, cut after about `limit` characters.
    func compactText(limit: Int = 120) -> String {
        var text = ""
        write(to: &text, limit: limit)
        return text.utf8.count > limit ? text.prefix(limit) + "…" : text
    }

    private func write(to text: inout String, limit: Int) {
        guard text.utf8.count <= limit else { return }
        switch content {
        case .scalar(let scalar):
            text += scalar.value == .text ? "\"\(scalar.text)\"" : scalar.text
        case .sequence(let items):
            text += "["
            for (index, item) in items.enumerated() {
                if text.utf8.count > limit { break }
                if index > 0 { text += ", " }
                item.write(to: &text, limit: limit)
            }
            text += "]"
        case .mapping(let mapping):
            text += "{"
            for (index, entry) in mapping.entries.enumerated() {
                if text.utf8.count > limit { break }
                if index > 0 { text += ", " }
                text += entry.key.text + ": "
                entry.value.write(to: &text, limit: limit)
            }
            text += "}"
        }
    }

    /// How a message shows this value: a scalar by its source text, a collection as compact JSON.
    var displayText: String { scalar?.text ?? compactText() }
}
