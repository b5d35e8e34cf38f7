package import Content
package import Decisions
package import Diagnostics
package import Time

/// How much of one edition of a workflow its scenarios try out.
package struct WorkflowCoverage: Sendable {
    /// Callers for whom there is no scenario.
    package struct Missing: Sendable {
        package let part: ScenarioCoverage.Part
        /// The answer, entry or outcome that they take, in words; nil where the workflow is nothing but an outcome.
        package let way: String?
        /// Where it stands in the workflow's file.
        package let line: Int
    }

    package let id: String
    package let path: String
    /// When this edition is in force.
    package let range: InstantRange
    package let coverage: ScenarioCoverage
    package let missing: [Missing]

    /// - Parameters:
    ///   - edition: Of a workflow.
    ///   - callers: Those of its scenarios.
    ///   - lines: Of its file.
    package init(_ edition: FlowEditions.Edition, by callers: [CallerContext], lines: LineIndex) {
        let coverage = ScenarioCoverage(of: edition.flow, in: edition.library, by: callers)
        id = edition.item.id.value
        path = edition.item.path
        range = edition.range
        self.coverage = coverage
        missing = zip(coverage.parts, coverage.scenarios).compactMap { part, scenarios in
            guard scenarios.isEmpty else { return nil }
            let offset = (edition.workflow.range(of: part.way) ?? edition.item.id.range).lowerBound
            return Missing(
                part: part, way: edition.workflow.wayText(part.way), line: lines.position(of: offset).line)
        }
    }

    /// `2026-07-01 to 2027-01-01`; empty where it is always in force.
    package func editionText(in zone: TimeZoneRules) -> String {
        switch (range.from, range.until) {
        case (nil, nil): ""
        case (let from?, nil): "from \(zone.readable(from))"
        case (nil, let until?): "until \(zone.readable(until))"
        case (let from?, let until?): "\(zone.readable(from)) to \(zone.readable(until))"
        }
    }
}

extension Workflow {
    /// An answer, entry or continuation as a file's reader would call it: `'urgent'`, `entry 2`.
    package func wayText(_ location: FlowLocation) -> String? {
        guard let ordinal = location.ordinal, let step = steps.first(where: { $0.name.value == location.step }) else {
            return nil
        }
        switch step.kind {
        case .question(_, _, let answers), .call(_, let answers):
            return answers.indices.contains(ordinal) ? "'\(answers[ordinal].key.value)'" : nil
        case .branch: return "entry \(ordinal + 1)"
        case .outcome: return nil
        }
    }
}
