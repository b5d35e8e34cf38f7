import Content
import Decisions
import Diagnostics
import Outlines
import Testing
import Time
import Validation
import YAML

/// Every workflow of the examples, written as an outline and read again, is the same workflow.
@Suite struct RoundTripTests {
    private static let folders = ["patient-access", "public-guidance", "mri-story/complete", "mri-story/scattered"]

    private static func validate(_ folder: String) async throws -> Validator.Result {
        let package = #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
        let now = Instant(seconds: 1_795_500_000)
        let options = Validator.Options(now: now) { TimeZoneDatabase.rules($0) }
        return try await Validator(WorkingTree(root: "/\(package)/examples/\(folder)"), options: options).run()
    }

    @Test(arguments: folders)
    func `A workflow as an outline is the same workflow`(_ folder: String) async throws {
        let base = try await Self.validate(folder).base
        let reader = ContentReader(configuration: base.configuration) { TimeZoneDatabase.rules($0) }
        var count = 0
        for item in base.items {
            guard case .workflow(let workflow) = item.details, item.translation == nil else { continue }
            let file = reader.read(try #require(base.source(item.path)), as: .workflow)
            let context = base.configuration.context
            let outline = OutlineWriter(workflow, in: file, title: "Title", context: context).text()
            let made = try Self.make(outline, context)
            let again = reader.read(SourceFile(path: item.path, text: made), as: .workflow)
            #expect(again.problems.isEmpty)
            guard case .workflow(let other)? = again.items.first?.details else {
                Issue.record("\(item.path) is no workflow any more")
                continue
            }
            let id = item.id.value
            let left = try #require(workflow.flow(id: id, context: context))
            let right = try #require(other.flow(id: id, context: context))
            #expect(steps(left) == steps(right), "\(item.path)\n\(outline)")
            #expect(left.start == right.start && left.budget == right.budget)
            #expect(Set(left.fields) == Set(right.fields), "\(item.path)")
            #expect(texts(file.root) == texts(again.root), "\(item.path)\n\(outline)")
            // And once more, to the same letter.
            #expect(OutlineWriter(other, in: again, title: "Title", context: context).text() == outline)
            count += 1
        }
        #expect(count > 0)
    }

    private static func make(_ outline: String, _ context: [ContextField]) throws -> String {
        let (read, problems) = OutlineReader.read(SourceFile(path: "outline", text: outline))
        #expect(problems.isEmpty, "\(problems)")
        let made = WorkflowMaker(
            read, context: context, defaults: .init(id: "none", owner: "nobody", audience: "none")
        ).make()
        #expect(made.problems.isEmpty, "\(made.problems)\n\(outline)")
        return made.text
    }

    private func steps(_ flow: DecisionFlow) -> [String: DecisionFlow.Kind] {
        Dictionary(flow.steps.map { ($0.name, $0.kind) }) { first, _ in first }
    }

    /// What the steps say, and the fields of the file, but for their order.
    private func texts(_ root: Node?) -> [String: String] {
        var texts: [String: String] = [:]
        for entry in root?.mapping?.entries ?? [] where !["title", "steps", "fields"].contains(entry.key.text) {
            texts[entry.key.text] = text(entry.value)
        }
        for step in root?["steps"]?.mapping?.entries ?? [] {
            for entry in step.value.mapping?.entries ?? [] where !["next", "when"].contains(entry.key.text) {
                texts["\(step.key.text).\(entry.key.text)"] = text(entry.value)
            }
        }
        return texts
    }

    private func text(_ node: Node) -> String {
        switch node.content {
        case .scalar(let scalar): "‹\(scalar.text)›"
        case .sequence(let nodes): "[" + nodes.map { text($0) }.joined() + "]"
        case .mapping(let mapping): "{" + mapping.entries.map { $0.key.text + text($0.value) }.sorted().joined() + "}"
        }
    }
}
