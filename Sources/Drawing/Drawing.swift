/// A picture of steps and the ways between them, before it has places or a format.
package struct Drawing: Sendable {
    package enum Shape: Hashable, Sendable {
        case question, branch, call, outcome
        /// A step that some way leads to and that does not exist.
        case missing
        /// Stands for a step that is drawn elsewhere: in the section with this number, from 0.
        case reference(section: Int)
    }

    /// What a colour says.
    package enum Tone: Int, Comparable, Hashable, Sendable {
        case plain, good, weak, bad

        package static func < (left: Tone, right: Tone) -> Bool { left.rawValue < right.rawValue }
    }

    /// How a step or a way is coloured, and why.
    package struct Mark: Hashable, Sendable {
        package var tone: Tone
        package var notes: [String]

        package init(_ tone: Tone, _ notes: [String] = []) {
            self.tone = tone
            self.notes = notes
        }

        /// Both, in the stronger tone.
        package func merged(with other: Mark?) -> Mark {
            guard let other else { return self }
            return Mark(max(tone, other.tone), notes + other.notes.filter { !notes.contains($0) })
        }
    }

    package struct Node: Sendable {
        package var name: String
        package var shape: Shape
        /// What the step says.
        package var text: String
        /// What else is to be known of it, such as `needs referral`.
        package var details: [String]
        package var mark: Mark?

        package init(_ name: String, _ shape: Shape, text: String = "", details: [String] = [], mark: Mark? = nil) {
            self.name = name
            self.shape = shape
            self.text = text
            self.details = details
            self.mark = mark
        }
    }

    /// A way, by the numbers of its nodes.
    package struct Edge: Sendable {
        package var from: Int
        package var to: Int
        /// The answers that lead this way.
        package var labels: [String]
        package var mark: Mark?

        package init(from: Int, to: Int, labels: [String], mark: Mark? = nil) {
            self.from = from
            self.to = to
            self.labels = labels
            self.mark = mark
        }
    }

    package var title: String
    package var subtitle: String?
    package var nodes: [Node]
    package var edges: [Edge]
    package var start: Int?
    package var legend: [Legend]

    package struct Legend: Hashable, Sendable {
        package let tone: Tone
        package let text: String

        package init(_ tone: Tone, _ text: String) {
            self.tone = tone
            self.text = text
        }
    }

    package init(
        title: String, subtitle: String? = nil, nodes: [Node] = [], edges: [Edge] = [], start: Int? = nil,
        legend: [Legend] = []
    ) {
        self.title = title
        self.subtitle = subtitle
        self.nodes = nodes
        self.edges = edges
        self.start = start
        self.legend = legend
    }
}
