import Content

/// Texts with their facts filled in where a fact has one value for everybody, and otherwise by what it is called.
struct PlainFacts {
    let base: KnowledgeBase

    func fill(_ text: String) -> String {
        let bytes = Array(text.utf8)
        var filled: [UInt8] = []
        var offset = 0
        for placeholder in FactPlaceholder.all(in: bytes) {
            filled += bytes[offset..<placeholder.range.lowerBound]
            filled += value(placeholder.name).utf8
            offset = placeholder.range.upperBound
        }
        return String(decoding: filled + bytes[offset...], as: UTF8.self)
    }

    private func value(_ name: String) -> String {
        guard let fact = base.fact(name) else { return "[\(name)]" }
        if fact.values.count == 1 { return fact.values[0].text.value }
        return "[\(fact.label ?? name)]"
    }
}
