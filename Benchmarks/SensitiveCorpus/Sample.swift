/// A text and where in its bytes something is planted.
package struct Sample: Sendable {
    package let text: String
    package let label: Label?
    package let plants: [Range<Int>]

    init(_ planted: Planted, before: String, after: String) {
        text = before + planted.text + after
        label = planted.label
        let offset = before.utf8.count
        plants = planted.ranges.map { $0.lowerBound + offset..<$0.upperBound + offset }
    }
}
