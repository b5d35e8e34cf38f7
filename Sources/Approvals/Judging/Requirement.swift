package import Content
package import Time

/// What a change needs before it goes out, and how far that has got.
package struct Requirement: Hashable, Sendable {
    package enum Need: Hashable, Sendable {
        /// So many approvals under a role.
        case approvals(role: String, count: Int, ratifyWithin: Period?)
        /// Everyone who made the change may edit the file.
        case editing
        /// A statement must read, hold, and stand at its place.
        case statement(String)
        /// The file was changed in the base as well, so that what a merge makes of it was seen by nobody.
        case merge
    }

    package enum State: String, CaseIterable, Sendable {
        case met, owed, missing
    }

    package let change: Change
    package let need: Need
    package let state: State
    package var approvals: [Approval] = []
    package var rejections: [Rejection] = []
    package let authors: Authors
    /// Who may still approve.
    package var candidates: [String] = []
    /// Until when approvals may follow.
    package var owedUntil: Instant?
    /// Those who made the change and may not edit.
    package var unpermitted: [String] = []

    package init(change: Change, need: Need, state: State, authors: Authors) {
        self.change = change
        self.need = need
        self.state = state
        self.authors = authors
    }

    /// How many approvals more it takes.
    package var missingCount: Int {
        guard case .approvals(_, let count, _) = need else { return state == .met ? 0 : 1 }
        return max(0, count - approvals.count)
    }
}
