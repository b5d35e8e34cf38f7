import Decisions
import Time

/// What the facts that texts name come to at one moment for one caller. Each is read once.
final class FactValues {
    private let index: Index
    private let now: Instant
    private let caller: CallerContext
    private var facts: [String: IndexContents.Fact?] = [:]
    /// What held for whoever was shown the latest text, and the values then: a body's texts mostly stand under the same.
    private var condition: Condition?
    private var assumed: CallerContext
    private var values: [String: String] = [:]
    /// What kept a fact from being read.
    private(set) var failure: IndexError?

    init(_ index: Index, at now: Instant, for caller: CallerContext) {
        self.index = index
        self.now = now
        self.caller = caller
        assumed = caller
    }

    /// A fact's value, or the values that it may have, when not enough is known of the caller.
    ///
    /// - Parameter condition: What holds for every caller who is shown it.
    func value(of name: String, under condition: Condition?) -> String {
        if condition != self.condition {
            self.condition = condition
            assumed = caller.assuming(condition)
            values = [:]
        }
        if let value = values[name] { return value }
        let value = possibleValues(of: name)
        values[name] = value
        return value
    }

    private func possibleValues(of name: String) -> String {
        func verdict(_ condition: Condition?) -> Verdict { condition?.verdict(for: assumed) ?? .holds }
        let current = (fact(name)?.values ?? []).filter { $0.range.contains(now) }
        // The first that holds counts; those before it may hold too, when more is known of the caller.
        let certain = current.firstIndex { verdict($0.applies) == .holds }
        let possible = current.enumerated().filter { index, value in
            index == certain || index < certain ?? .max && verdict(value.applies) == .mayHold
        }.map(\.element.text)
        // Rather an answer with a gap that is seen than one that reads well and is wrong.
        return possible.isEmpty ? "[no value of \(name) now]" : possible.joined(separator: " or ")
    }

    private func fact(_ name: String) -> IndexContents.Fact? {
        if let fact = facts[name] { return fact }
        do throws(IndexError) {
            let fact = try index.fact(name)
            facts[name] = .some(fact)
            return fact
        } catch {
            failure = error
            return nil
        }
    }
}
