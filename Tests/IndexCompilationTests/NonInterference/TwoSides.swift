/// A text as its author writes it, and as it would be had its readers' part been all that there is.
struct TwoSides {
    private(set) var full = ""
    private(set) var cut = ""

    init() {}

    init(_ full: String, cut: String) {
        self.full = full
        self.cut = cut
    }

    /// The same on both sides.
    init(_ text: String) { self.init(text, cut: text) }

    static func hidden(_ text: String) -> TwoSides { TwoSides(text, cut: "") }

    static func + (left: TwoSides, right: TwoSides) -> TwoSides {
        TwoSides(left.full + right.full, cut: left.cut + right.cut)
    }

    static func += (left: inout TwoSides, right: TwoSides) { left = left + right }

    static func + (left: TwoSides, right: String) -> TwoSides { left + TwoSides(right) }
    static func + (left: String, right: TwoSides) -> TwoSides { TwoSides(left) + right }
    static func += (left: inout TwoSides, right: String) { left = left + TwoSides(right) }

    /// Nothing at all on the side where it is empty.
    func wrapped(_ before: String, _ after: String = "") -> TwoSides {
        TwoSides(full.isEmpty ? "" : before + full + after, cut: cut.isEmpty ? "" : before + cut + after)
    }

    var hiddenOnly: TwoSides { .hidden(full) }
}

extension [TwoSides] {
    /// Those that are there on either side, with a separator between.
    func joined(_ separator: String) -> TwoSides {
        TwoSides(
            map(\.full).filter { !$0.isEmpty }.joined(separator: separator),
            cut: map(\.cut).filter { !$0.isEmpty }.joined(separator: separator))
    }

    /// A flow sequence as a field; on a side without elements there is no such field.
    func field(_ name: String) -> TwoSides { joined(", ").wrapped("\(name): [", "]\n") }
}
