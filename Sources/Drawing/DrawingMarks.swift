package import Decisions

/// What the colours of a workflow's picture say: a proof, tests, or whatever else is known of steps and ways.
package struct DrawingMarks: Sendable {
    /// By step, answer, entry or continuation.
    package var byLocation: [FlowLocation: Drawing.Mark]
    package var legend: [Drawing.Legend]
    /// One sentence below the title.
    package var subtitle: String?

    package init(
        _ byLocation: [FlowLocation: Drawing.Mark] = [:], legend: [Drawing.Legend] = [], subtitle: String? = nil
    ) {
        self.byLocation = byLocation
        self.legend = legend
        self.subtitle = subtitle
    }

    package mutating func add(_ mark: Drawing.Mark, at location: FlowLocation) {
        byLocation[location] = mark.merged(with: byLocation[location])
    }
}
