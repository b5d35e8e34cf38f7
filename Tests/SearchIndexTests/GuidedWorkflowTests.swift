import Decisions
@testable import SearchIndex
import Testing
import Time

/// Workflows as an index has them.
@Suite struct GuidedWorkflowTests {
    static func workflow(
        _ id: String, calls callee: String? = nil, change: (inout IndexDocument) -> Void = { _ in }
    ) -> IndexDocument {
        Documents.article(id, "Workflow \(id)") { document in
            document.kind = "workflow"
            let way = callee == nil ? "end" : "call"
            var steps: [DecisionFlow.Step] = [
                .init(
                    "ask",
                    .question(
                        field: "payer",
                        [.init(.values([.choice("medicare")]), way), .init(.values([.choice("commercial")]), way)])),
                .init("end", .outcome(Outcome("Book.", handoff: .init(to: "desk")))),
            ]
            if let callee { steps.append(.init("call", .call(workflow: callee, [.init("end", "end")]))) }
            document.flow = DecisionFlow(id: id, fields: [], start: "ask", steps: steps)
            document.details = [
                .init(
                    "steps",
                    .object([
                        .init(
                            "ask", .object([.init("ask", .text("Who pays?")), .init("help", .text("See the card."))]))
                    ]))
            ]
            change(&document)
        }
    }

    private func found(_ reader: Reader, _ name: String, _ language: String? = nil) throws -> GuidedWorkflow {
        guard case .found(let workflow) = try reader.workflow(named: name, language: language) else {
            throw IndexError.damaged
        }
        return workflow
    }

    @Test func `A workflow is found by an alias, and calls another by one`() throws {
        let called = Self.workflow("second") { $0.aliases = ["old-second"] }
        let first = Self.workflow("first", calls: "old-second") { $0.aliases = ["old-first"] }
        let workflow = try found(try Documents.reader([first, called]), "old-first")
        #expect(workflow.id == "first" && workflow.editions.keys.sorted() == ["first", "second"])
        guard case .outcome = workflow.run.position(for: ["payer": .choice("medicare")]).state else {
            Issue.record("no outcome")
            return
        }
    }

    @Test func `A translation gives texts, and the source the logic and what is not translated`() throws {
        let translation = Self.workflow("first") { document in
            document.language = "es"
            document.flow = nil
            document.details = [
                .init("steps", .object([.init("ask", .object([.init("ask", .text("¿Quién paga?"))]))]))
            ]
        }
        let reader = try Documents.reader([Self.workflow("first"), translation])
        let place = FlowLocation(flow: "first", step: "ask")
        #expect(try found(reader, "first", "es").texts(of: place).ask == "¿Quién paga?")
        #expect(try found(reader, "first", "es").texts(of: place).help == "See the card.")
        #expect(try found(reader, "first", "fr").texts(of: place).ask == "Who pays?")
    }

    @Test func `What a reader may not see or is not in force is neither run nor called`() throws {
        let hidden = Self.workflow("second") { $0.audience = ["agents"] }
        let reader = try Documents.reader([Self.workflow("first", calls: "second"), hidden], audiences: ["public"])
        let position = try found(reader, "first").run.position(for: ["payer": .choice("medicare")])
        guard case .stopped(.missingWorkflow, _) = position.state,
            case .unknown = try reader.workflow(named: "second", language: nil)
        else {
            Issue.record("\(position.state)")
            return
        }
        let ended = Self.workflow("first") { $0.effective.until = Documents.instant("2026-08-01") }
        guard case .notInForce = try Documents.reader([ended]).workflow(named: "first", language: nil) else {
            Issue.record("it is in force")
            return
        }
        let overdue = Self.workflow("first") {
            $0.risk = "regulated"
            $0.review = .init(last: CivilDate("2026-01-01"), every: 30, due: CivilDate("2026-01-31"), verified: nil)
        }
        guard case .withheld = try Documents.reader([overdue]).workflow(named: "first", language: nil) else {
            Issue.record("it is not withheld")
            return
        }
    }

    @Test func `A closed desk is followed by whoever takes over, and no circle is endless`() throws {
        func desk(_ id: String, _ hours: String, _ next: String) -> IndexDocument {
            Documents.article(id, id) {
                $0.kind = "directory"
                $0.details = [
                    .init("hours", .object([.init("mon-fri", .text(hours))])), .init("after_hours", .text(next)),
                ]
            }
        }
        let desks = [
            desk("a", "08:00-09:00", "b"), desk("b", "09:00-10:00", "c"), desk("c", "08:00-20:00", "a"),
            desk("d", "01:00-02:00", "d"),
        ]
        let reader = try Documents.reader(desks, at: "2026-09-01T12:00")
        #expect(try reader.desks("a", language: nil).map(\.document.id) == ["a", "b", "c"])
        #expect(try reader.desks("d", language: nil).map(\.isOpen) == [false])
        #expect(try reader.desks("x", language: nil) == [])
    }

    @Test func `A workflow survives the way through bytes, and too many ways are refused`() throws {
        let document = Self.workflow("first", calls: "second")
        #expect(try IndexDocument(record: document.record) == document)
        var writer = ByteWriter()
        "first".write(to: &writer)
        [ContextField]().write(to: &writer)
        "ask".write(to: &writer)
        writer.write(DecisionFlow.mostParts + 1)
        var bytes = writer.bytes
        bytes += Array(repeating: 0, count: 1 << 20)
        bytes.withUnsafeBytes { buffer in
            var reader = ByteReader(buffer)
            #expect(throws: IndexError.damaged) { try DecisionFlow(from: &reader) }
        }
    }

    @Test func `A workflow that calls itself over and over, or deep, comes to an end`() throws {
        let chain = (0..<40).map { Self.workflow("w\($0)", calls: "w\($0 + 1)") }
        let deep = try found(try Documents.reader(chain), "w0").run.position(for: ["payer": .choice("medicare")])
        guard case .stopped(.tooLong, _) = deep.state else {
            Issue.record("\(deep.state)")
            return
        }
        let circle = try Documents.reader([Self.workflow("a", calls: "b"), Self.workflow("b", calls: "a")])
        guard
            case .stopped(.recursion, _) = try found(circle, "a").run.position(for: ["payer": .choice("medicare")])
                .state
        else {
            Issue.record("no recursion")
            return
        }
    }
}
