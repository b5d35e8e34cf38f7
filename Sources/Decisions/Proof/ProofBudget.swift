/// How much work a proof may be. Beyond, a question is left undecided, and the proof says so.
package struct ProofBudget: Sendable {
    /// Nodes of decision diagrams for the workflow as a whole, at most.
    package var nodes = 2_000_000
    /// Nodes for all witnesses together; beyond, they are searched for.
    package var witnessNodes = 400_000
    /// Pairs of places to look at for each question whose answer may change nothing, and for a difference.
    package var pairs = 20_000
    /// Groups of callers to describe each way in which two editions differ.
    package var groups = 60
    /// Conflicts in each search, when diagrams were too large.
    package var conflicts = 20_000
    /// Truth values assigned in all searches together.
    package var assignments = 100_000_000
    /// Findings for which a witness is looked for.
    package var witnesses = 50

    package init() {}

    /// What to spend on a graph. Where diagrams stay small they take few nodes a place; where they do not, that shows early,
    /// and a search decides much sooner than a larger table would fill.
    func nodes(places: Int) -> Int { min(nodes, 100_000 + 1_000 * places) }
}
