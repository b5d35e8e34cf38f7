import YAML

extension TestFile {
    static func read(_ root: Node, path: String, _ findings: Findings) -> TestFile {
        var file = TestFile(path: path)
        guard let fields = FieldReader(root, findings) else { return file }
        file.questions = fields.children("questions").compactMap { GoldenQuestion($0, path: path) }
        file.scenarios = fields.children("scenarios").compactMap { Scenario($0, path: path) }
        return file
    }
}

extension GoldenQuestion {
    fileprivate init?(_ fields: FieldReader, path: String) {
        let audience = fields.text("audience")
        if let audience { fields.findings.refer(.audience(audience.value), "audience", audience.range) }
        let at = fields.moment("at")
        let expected = fields.child("expect").map(Expectation.read) ?? []
        guard let ask = fields.text("ask") else { return nil }
        self.init(
            path: path, ask: ask, audience: audience, context: TestContextEntry.read(fields.child("context")), at: at,
            expected: expected)
    }
}

extension GoldenQuestion.Expectation {
    /// In the order in which they are judged: which item answers, then what its answer says.
    fileprivate static func read(_ fields: FieldReader) -> [Self] {
        var expected: [Self] = []
        if let first = fields.text("first") { expected.append(.first(first)) }
        expected += places(fields.node["within"]).compactMap { id, n in n.map { .within(id, $0) } }
        expected += places(fields.node["absent"]).map { .absent($0, $1) }
        if let nothing = fields.node["nothing"], nothing.scalar?.boolean == true {
            expected.append(.nothing(nothing.range))
        }
        expected += fields.texts("says").map { .says($0) }
        expected += fields.texts("fact").map { .fact($0) }
        expected += fields.texts("alert").map { .alert($0) }
        for expectation in expected { expectation.refer(fields.findings) }
        return expected
    }

    /// Ids, each with how many results from the top are looked at for it: one or a list of them.
    private static func places(_ node: Node?) -> [(Located<String>, Int?)] {
        guard let node else { return [] }
        return (node.sequence ?? [node]).compactMap { node in
            FieldReader.text(node["id"] ?? node).map { ($0, node["n"]?.scalar?.integer) }
        }
    }

    private func refer(_ findings: Findings) {
        switch self {
        case .first(let id), .within(let id, _), .alert(let id):
            findings.refer(.item(id.value, anchor: nil), "expected answer", id.range)
        case .absent(let id, _):
            findings.refer(.item(id.value, anchor: nil), Reference.unwantedAnswer, id.range)
        case .fact(let name): findings.refer(.fact(name.value), "fact", name.range)
        case .says, .nothing: break
        }
    }
}

extension Reference {
    /// The role of an item that a test wants not to come up.
    package static let unwantedAnswer = "unwanted answer"
}

extension Scenario {
    fileprivate init?(_ fields: FieldReader, path: String) {
        let at = fields.moment("at")
        let expected = fields.child("expect")
        guard let workflow = fields.text("workflow") else { return nil }
        fields.findings.refer(.workflow(workflow.value), "scenario's workflow", workflow.range)
        self.init(
            path: path, workflow: workflow, context: TestContextEntry.read(fields.child("context")), at: at,
            outcome: expected?.text("outcome"),
            asked: expected?.node["asked"].map { Located(FieldReader.texts($0), range: $0.range) })
    }
}

extension TestContextEntry {
    fileprivate static func read(_ fields: FieldReader?) -> [TestContextEntry] {
        (fields?.entries ?? []).compactMap { entry in
            FieldReader.text(entry.value).map {
                TestContextEntry(field: Located(entry.key.text, range: entry.keyRange), value: $0)
            }
        }
    }
}
