import Decisions
import Time
import YAML

extension People {
    static func read(_ root: Node, _ findings: Findings) -> People {
        var people = People()
        guard let fields = FieldReader(root, findings) else { return people }
        people.persons = fields.children("people").compactMap { person in
            person.text("id").map { id in
                var read = Person(id: id, name: person.text("name")?.value, until: person.date("until"))
                read.email = person.text("email")?.value
                read.keys = (person.node["keys"]?.sequence ?? []).compactMap { Key.read($0, findings) }
                read.accounts = person.texts("accounts").map { $0.value.lowercased() }
                return read
            }
        }
        people.groups = fields.children("groups").compactMap { group in
            group.text("id").map { Group(id: $0, members: group.texts("members")) }
        }
        people.roles = (fields.child("roles")?.entries ?? []).map { entry in
            let role = FieldReader(entry.value, findings)
            return Role(
                name: Located(entry.key.text, range: entry.keyRange), members: role?.texts("members") ?? [],
                permissions: role?.texts("may").map(\.value) ?? [], paths: role?.texts("paths").map(\.value) ?? [])
        }
        for member in people.groups.flatMap(\.members) { findings.refer(.owner(member.value), "member", member.range) }
        for member in people.roles.flatMap(\.members) { findings.refer(.owner(member.value), "member", member.range) }
        return people
    }
}

extension People.Key {
    /// A line, or a mapping with the line as `key`.
    fileprivate static func read(_ node: Node, _ findings: Findings) -> People.Key? {
        if let line = FieldReader.text(node) { return People.Key(line: line) }
        guard let fields = FieldReader(node, findings), let line = fields.text("key") else { return nil }
        return People.Key(
            line: line, from: fields.moment("from")?.value, until: fields.moment("until")?.value,
            revoked: fields.moment("revoked")?.value)
    }
}

extension Fact {
    static func read(_ root: Node, path: String, conditions: ConditionReader, _ findings: Findings) -> [Fact] {
        let facts = FieldReader(root, findings)?.child("facts")
        return (facts?.entries ?? []).compactMap { entry in
            guard let fields = FieldReader(entry.value, findings) else { return nil }
            let owner = fields.text("owner")
            if let owner { findings.refer(.owner(owner.value), "owner", owner.range) }
            return Fact(
                name: Located(entry.key.text, range: entry.keyRange), path: path, label: fields.text("label")?.value,
                unit: fields.text("unit")?.value, owner: owner,
                values: fields.children("values").compactMap { value in
                    value.text("value").map {
                        Value(
                            text: $0, from: value.moment("from"), until: value.moment("until"),
                            applies: value.condition("applies", conditions))
                    }
                })
        }
    }
}

extension SynonymSet {
    static func read(
        _ root: Node, path: String, conditions: ConditionReader, _ findings: Findings
    ) -> [SynonymSet] {
        (FieldReader(root, findings)?.children("synonyms") ?? []).map { fields in
            SynonymSet(
                path: path, words: fields.texts("words").map(\.value), means: fields.texts("means").map(\.value),
                audience: fields.audience("audience"), language: fields.text("language")?.value,
                applies: fields.condition("applies", conditions))
        }
    }
}

extension Pin {
    static func read(_ root: Node, path: String, conditions: ConditionReader, _ findings: Findings) -> [Pin] {
        (FieldReader(root, findings)?.children("pins") ?? []).compactMap { fields in
            let owner = fields.text("owner")
            if let owner { findings.refer(.owner(owner.value), "owner", owner.range) }
            guard let item = fields.text("item") else { return nil }
            let audience = fields.audience("audience")
            findings.references.append(
                Reference(.item(item.value, anchor: nil), role: "pin", range: item.range, audience: audience))
            return Pin(
                path: path, questions: fields.texts("questions").map(\.value), item: item,
                owner: owner?.value, until: fields.moment("until"), audience: audience,
                language: fields.text("language")?.value, applies: fields.condition("applies", conditions))
        }
    }
}

extension Category {
    static func read(_ root: Node, path: String, _ findings: Findings) -> [Category] {
        (FieldReader(root, findings)?.child("categories")?.entries ?? []).map { entry in
            Category(
                name: Located(entry.key.text, range: entry.keyRange), path: path,
                title: entry.value["title"]?.text ?? entry.key.text)
        }
    }
}

extension Template {
    /// - Parameter headings: The headings of its Markdown.
    static func read(_ root: Node, path: String, headings: [Article.Heading], _ findings: Findings) -> Template? {
        guard let fields = FieldReader(root, findings), let type = fields.text("type") else { return nil }
        let optional = fields.texts("optional")
        return Template(
            type: type, path: path, title: fields.text("title")?.value,
            sections: headings.filter { $0.level == 2 }.map(\.text), optionalSections: optional,
            fields: fields.texts("fields"))
    }
}

extension FieldReader {
    /// A condition, or nil where there is none or it cannot be decided, which is then a problem of the file.
    func condition(_ name: String, _ conditions: ConditionReader) -> Condition? {
        guard let node = node[name] else { return nil }
        do throws(ConditionReader.Problem) {
            return try conditions.condition(node)
        } catch {
            let help = error.help(suggesting: findings.problems.count < Findings.mostSuggestions)
            findings.report(.condition(error.message, help: help), error.range)
            return nil
        }
    }

    func audience(_ name: String) -> [String]? {
        guard node[name] != nil else { return nil }
        let names = texts(name)
        for audience in names { findings.refer(.audience(audience.value), "audience", audience.range) }
        return names.map(\.value)
    }
}
