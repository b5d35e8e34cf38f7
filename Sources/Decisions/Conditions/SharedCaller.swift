/// Looks for a caller for whom several conditions hold together.
package enum SharedCaller {
    /// - Parameters:
    ///   - fields: What a caller's context may hold; a condition on another field holds for nobody.
    ///   - budget: How many nodes the diagrams may have.
    /// - Returns: What matters of one such caller, nothing where they hold for everyone; nil where there is none, or where that was
    ///   not decided within the budget.
    package static func witness(
        of conditions: [Condition], fields: [ContextField], budget: Int = 50_000
    ) -> CallerContext? {
        var tests: [String: [FieldTest]] = [:]
        for (field, test) in conditions.flatMap(\.tests) { tests[field, default: []].append(test) }
        let partition = ContextPartition(
            fields.compactMap { field in tests[field.name].map { FieldPartition([field], tests: $0) } })
        let table = DiagramTable(DiagramLevels(partition), budget: budget)
        do throws(DiagramOverflow) {
            var shared = Diagram.always
            for condition in conditions {
                shared = try table.and(shared, table.contexts(partition.cells(condition)))
            }
            var smallest = SmallestWitness(table)
            return smallest.witness(of: shared).map { partition.caller(in: $0) }
        } catch {
            return nil
        }
    }
}
