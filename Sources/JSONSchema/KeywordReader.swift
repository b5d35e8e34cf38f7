import YAML

/// The keywords of one schema object that its dialect knows, read with checks on their form.
struct KeywordReader {
    let location: SchemaLocation
    let vocabularies: Vocabularies
    private let document: SchemaDocument
    private let values: [Keyword: (position: Int, node: Node)]

    init(_ mapping: Mapping, at location: SchemaLocation, of document: SchemaDocument, vocabularies: Vocabularies) {
        self.location = location
        self.document = document
        self.vocabularies = vocabularies
        var values: [Keyword: (position: Int, node: Node)] = [:]
        for (position, entry) in mapping.entries.enumerated() {
            guard let keyword = Keyword(rawValue: entry.key.text), !keyword.vocabulary.isDisjoint(with: vocabularies)
            else { continue }
            values[keyword] = (position, entry.value)
        }
        self.values = values
    }

    func node(_ keyword: Keyword) -> Node? { values[keyword]?.node }

    /// Where the value of a keyword, or a part of it, stands.
    func location(of keyword: Keyword, _ part: Int? = nil) -> SchemaLocation {
        var location = self.location
        if let position = values[keyword]?.position { location.path.append(position) }
        if let part { location.path.append(part) }
        return location
    }

    func error(_ message: String, at keyword: Keyword) -> SchemaError {
        let path = location(of: keyword).path
        return document.error(message, at: document.node(at: path), path: path)
    }

    /// A string.
    func text(_ keyword: Keyword) throws(SchemaError) -> String? {
        guard let node = node(keyword) else { return nil }
        guard let text = node.schemaText else {
            throw error("The value of \(keyword.rawValue) must be text.", at: keyword)
        }
        return text
    }

    /// A list of strings; empty when absent.
    func texts(_ keyword: Keyword) throws(SchemaError) -> [String] {
        guard let node = node(keyword) else { return [] }
        guard let texts = node.schemaTexts else {
            throw error("The value of \(keyword.rawValue) must be a list of texts.", at: keyword)
        }
        return texts
    }

    func boolean(_ keyword: Keyword) throws(SchemaError) -> Bool? {
        guard let node = node(keyword) else { return nil }
        guard let value = node.scalar?.boolean else {
            throw error("The value of \(keyword.rawValue) must be true or false.", at: keyword)
        }
        return value
    }

    /// A non-negative integer.
    func count(_ keyword: Keyword) throws(SchemaError) -> Int? {
        guard let bound = try number(keyword) else { return nil }
        guard let count = bound.value.count else {
            throw error("The value of \(keyword.rawValue) must be a non-negative integer.", at: keyword)
        }
        return count
    }

    func number(_ keyword: Keyword) throws(SchemaError) -> NumberKeywords.Bound? {
        guard let node = node(keyword) else { return nil }
        guard let scalar = node.scalar, scalar.value == .integer || scalar.value == .number,
            let value = ExactNumber(scalar.text)
        else { throw error("The value of \(keyword.rawValue) must be a number.", at: keyword) }
        return NumberKeywords.Bound(value: value, text: scalar.text)
    }

    /// The keyword `type`.
    func types() throws(SchemaError) -> TypeSet? {
        guard let node = node(.type) else { return nil }
        guard
            let names = (node.schemaText ?? (node.scalar?.style == .plain ? node.scalar?.text : nil)).map({ [$0] })
                ?? node.schemaTexts
        else {
            throw error("The value of type must be a type or a list of types.", at: .type)
        }
        var types = TypeSet()
        for name in names {
            guard let type = InstanceType(rawValue: name) else {
                throw error(
                    "\(name) is no type; there are null, boolean, integer, number, string, array and object.", at: .type
                )
            }
            types.insert(TypeSet(type))
        }
        return types
    }
}

extension Node {
    /// A list of texts; in YAML, `null` and `no` may stand unquoted as names.
    var schemaTexts: [String]? {
        guard let items = sequence else { return nil }
        let texts = items.compactMap { item in
            item.schemaText ?? (item.scalar?.style == .plain ? item.scalar?.text : nil)
        }
        return texts.count == items.count ? texts : nil
    }
}
