package import Content
import Decisions

/// What is written otherwise of a workflow's steps and of the ways between them.
package struct StepDifference {
    /// An answer, entry or continuation of a step.
    package struct Way: Sendable {
        package let step: String
        package let ordinal: Int
        package let isNew: Bool
        package let note: String
    }

    /// By step, with what is to be said of it.
    package private(set) var added: [(step: String, notes: [String])] = []
    package private(set) var changed: [(step: String, notes: [String])] = []
    package private(set) var removed: [String] = []
    package private(set) var ways: [Way] = []

    /// - Parameter fill: Fills in the facts of a text, with the values of the later version or of the earlier one.
    package init(_ before: Workflow, _ after: Workflow, fill: (_ text: String, _ isNew: Bool) -> String) {
        let old = Dictionary(before.steps.map { ($0.name.value, $0) }) { first, _ in first }
        let names = Set(after.steps.map(\.name.value))
        for step in after.steps {
            let name = step.name.value
            guard let earlier = old[name] else {
                added.append((name, ["new"]))
                continue
            }
            var notes: [String] = []
            let texts = (fill(earlier.text, false), fill(step.text, true))
            if texts.0 != texts.1 { notes.append("before: \(texts.0)") }
            let ways = (earlier.ways, step.ways)
            for way in ways.1 {
                guard let same = ways.0[way.key] else {
                    self.ways.append(Way(step: name, ordinal: way.value.ordinal, isNew: true, note: "new"))
                    continue
                }
                if same.target != way.value.target {
                    self.ways.append(
                        Way(step: name, ordinal: way.value.ordinal, isNew: false, note: "led to \(same.target) before"))
                }
            }
            for gone in ways.0.keys.filter({ ways.1[$0] == nil }).sorted() { notes.append("no longer: \(gone)") }
            if !notes.isEmpty { changed.append((name, notes)) }
        }
        removed = before.steps.map(\.name.value).filter { !names.contains($0) }
    }
}

extension Workflow.Step {
    /// All that it says.
    fileprivate var text: String {
        switch kind {
        case .question(let ask, let field, _): "\(ask.value) (\(field?.value ?? ""))"
        case .branch: "branch"
        case .call(let workflow, _): "run \(workflow.value)"
        case .outcome(let ending):
            ([ending.text.value, ending.article ?? ""] + ending.requires.map(\.id.value) + [ending.handoff?.to ?? ""])
                .filter { !$0.isEmpty }.joined(separator: " · ")
        }
    }

    /// By what leads there.
    fileprivate var ways: [String: (ordinal: Int, target: String)] {
        let keys: [(String, String)]
        switch kind {
        case .question(_, _, let answers), .call(_, let answers):
            keys = answers.map { ($0.key.value, $0.step.value) }
        case .branch(let entries):
            let conditions = ConditionText([])
            keys = entries.map { ($0.condition.map { conditions.text($0) } ?? "otherwise", $0.step.value) }
        case .outcome: keys = []
        }
        return Dictionary(keys.enumerated().map { ($1.0, (ordinal: $0, target: $1.1)) }) { first, _ in first }
    }
}
