/// Holds all that answers one topic together: in every context, each entry point is to demand what any of them demands.
package struct CompleteAnswers: Sendable {
    /// An entry point that some caller may be answered with and that leaves out what another demands of the same caller.
    package struct Omission: Hashable, Sendable {
        /// The place of the entry point in the list.
        package let entry: Int
        package let requirement: String
        /// The places of those that demand it of some of these callers.
        package let demandedBy: [Int]
        /// A caller for whom this is so whatever is not mentioned.
        package let witness: CallerContext
        package let callers: Natural
    }

    /// An entry point that lists a requirement before one that has to come first.
    package struct Misorder: Hashable, Sendable {
        package let entry: Int
        /// Listed first, but to come after the other.
        package let requirement: String
        package let prerequisite: String
        /// A caller of whom it demands both.
        package let witness: CallerContext
    }

    package private(set) var omissions: [Omission] = []
    package private(set) var misorders: [Misorder] = []
    /// Entry points that could not be looked at: their workflow cannot be put together, or looks at a field that another
    /// declares otherwise.
    package private(set) var defective: [Int] = []
    /// Those of them whose workflow looks at a field that another one declares otherwise, with the field.
    package private(set) var conflicting: [Int: String] = [:]
    /// The diagrams grew too large: nothing is known.
    package private(set) var isUndecided = false
    /// How many contexts were looked at: all values of all fields that some test looks at.
    package private(set) var contexts = Natural.one

    /// - Parameters:
    ///   - entries: All that is in force at one time for one topic.
    ///   - fields: What a caller's context may hold.
    ///   - predecessors: For a requirement, those that have to come before it.
    package init(
        _ entries: [EntryPoint], fields: [ContextField], after predecessors: [String: [String]],
        in library: FlowLibrary, budget: ProofBudget = ProofBudget()
    ) {
        let world = EntryWorld(entries, fields, library)
        defective = world.defective
        conflicting = world.conflicting
        contexts = world.partition.size
        do throws(DiagramOverflow) {
            var demands = EntryDemands(world, budget)
            let sets = try demands.all(entries)
            try findOmissions(sets, demands.table, world.partition)
            try findMisorders(entries, sets, Self.closure(of: predecessors), demands.table, world.partition)
        } catch {
            omissions = []
            misorders = []
            isUndecided = true
        }
    }

    private mutating func findOmissions(
        _ entries: [EntryDemands.Entry?], _ table: DiagramTable, _ partition: ContextPartition
    ) throws(DiagramOverflow) {
        var names: [String] = []
        for entry in entries {
            for demand in entry?.demands ?? [] where !names.contains(demand.requirement) {
                names.append(demand.requirement)
            }
        }
        for (place, entry) in entries.enumerated() {
            guard let entry else { continue }
            for name in names {
                let silent = try table.without(entry.answered, entry.demanding(name, table))
                var missed = Diagram.never
                var demanding: [Int] = []
                for (other, rival) in entries.enumerated() where other != place {
                    guard let rival else { continue }
                    let overlap = try table.and(silent, rival.demanding(name, table))
                    if overlap == .never { continue }
                    demanding.append(other)
                    missed = try table.or(missed, overlap)
                }
                if missed == .never { continue }
                omissions.append(
                    Omission(
                        entry: place, requirement: name, demandedBy: demanding,
                        witness: Self.witness(of: missed, table, partition), callers: table.count(missed, partition)))
            }
        }
    }

    private mutating func findMisorders(
        _ entries: [EntryPoint], _ sets: [EntryDemands.Entry?], _ predecessors: [String: Set<String>],
        _ table: DiagramTable, _ partition: ContextPartition
    ) throws(DiagramOverflow) {
        for (place, entry) in sets.enumerated() {
            guard let entry else { continue }
            for (first, early) in entry.demands.enumerated() {
                for late in entry.demands[(first + 1)...]
                where predecessors[early.requirement]?.contains(late.requirement) == true {
                    let both = try table.and(early.contexts, late.contexts)
                    if both == .never { continue }
                    misorders.append(
                        Misorder(
                            entry: place, requirement: early.requirement, prerequisite: late.requirement,
                            witness: Self.witness(of: both, table, partition)))
                }
            }
        }
    }

    private static func witness(
        of set: Diagram, _ table: DiagramTable, _ partition: ContextPartition
    ) -> CallerContext {
        var smallest = SmallestWitness(table)
        return smallest.witness(of: set).map { partition.caller(in: $0) } ?? [:]
    }

    /// For each requirement, all that have to come before it, directly or through others.
    private static func closure(of predecessors: [String: [String]]) -> [String: Set<String>] {
        predecessors.mapValues { direct in
            var all: Set<String> = []
            var pending = direct
            while let next = pending.popLast() {
                if all.insert(next).inserted { pending += predecessors[next] ?? [] }
            }
            return all
        }
    }
}
