package import Diagnostics

/// A test that was played, on one build or on two.
package protocol PlayedTest: Sendable {
    /// The test file.
    var path: String { get }
    /// Where the test stands.
    var position: LineIndex.Position { get }
    var failures: [Failure] { get }
    /// It was played on two builds.
    var isCompared: Bool { get }
    /// What the change under review did to it; nil: nothing that a reader would notice.
    var change: TestChange? { get }

    /// Where the expectation stands that does not hold.
    func position(of failure: Failure) -> LineIndex.Position
}

extension PlayedTest {
    package var isPassed: Bool { failures.isEmpty }

    /// Whether it decides how the run ends: it fails, and the change brought that where there is one.
    package var isDecisive: Bool { isCompared ? change == .failing : !isPassed }
}

/// What a change did to a test.
package enum TestChange: String, CaseIterable, Sendable {
    case failing, passing
    /// It holds or fails as before, and what comes of it is something else.
    case changed
    /// It expects something else, and that holds of both builds or of neither.
    case rewritten
    /// The test files hold it no longer.
    case removed

    /// How a test stands in the test files of the two sides.
    package enum Standing: Sendable {
        case kept
        case added
        /// It expects something else than before.
        case rewritten
        case removed
    }

    init?(passed: Bool, passes: Bool, looksAlike: Bool, _ standing: Standing) {
        switch (standing, passed, passes) {
        case (.removed, _, _): self = .removed
        // A test that a change adds or rewrites must hold, whatever it would have found before.
        case (.added, _, false), (.rewritten, _, false), (.kept, true, false): self = .failing
        case (_, false, true): self = .passing
        default:
            if !looksAlike {
                self = .changed
            } else if standing == .rewritten {
                self = .rewritten
            } else {
                return nil
            }
        }
    }
}

extension TestChange {
    /// As a heading or after a number.
    package var label: String {
        switch self {
        case .failing: "newly failing"
        case .passing: "newly passing"
        case .changed: "changed"
        case .rewritten: "expecting something else"
        case .removed: "asked no longer"
        }
    }
}
