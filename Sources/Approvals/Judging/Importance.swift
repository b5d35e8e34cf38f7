package import Content

/// How much a change matters to readers: what is looked at first.
package struct Importance: Hashable, Comparable, Sendable {
    /// The scenarios of workflows that end or ask otherwise by it.
    package let scenarios: Int
    package let risk: Item.Risk?
    /// The items whose readers see it.
    package let reach: Int

    package init(scenarios: Int, risk: Item.Risk?, reach: Int) {
        self.scenarios = scenarios
        self.risk = risk
        self.reach = reach
    }

    /// Scenarios, risk and reach multiplied; what has none of one still counts for the others.
    package var weight: Int {
        let risk = [Item.Risk.low: 1, .normal: 2, .high: 5, .regulated: 10][self.risk ?? .normal] ?? 2
        let count = min(scenarios, 1 << 20) + 1
        return count * risk * (min(reach, 1 << 20) + 1)
    }

    package static func < (left: Importance, right: Importance) -> Bool { left.weight < right.weight }
}
