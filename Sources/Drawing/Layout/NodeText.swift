/// The lines of a node and the size that they need.
struct NodeText {
    static let nameSize = 10.0
    static let textSize = 12.0
    static let detailSize = 11.0
    private static let mostWidth = 178.0

    let name: String
    let lines: [String]
    let details: [String]
    let width: Double
    let height: Double

    init(_ node: Drawing.Node) {
        name = TextMeasure.lines(node.name, width: Self.mostWidth, size: Self.nameSize, most: 1).first ?? ""
        lines = TextMeasure.lines(node.text, width: Self.mostWidth, size: Self.textSize, most: 7)
        details = node.details.flatMap {
            TextMeasure.lines($0, width: Self.mostWidth, size: Self.detailSize, most: 3)
        }
        let widest =
            ([TextMeasure.width(name, size: Self.nameSize)]
            + lines.map { TextMeasure.width($0, size: Self.textSize) }
            + details.map { TextMeasure.width($0, size: Self.detailSize) }).max() ?? 0
        // The sides of a branch slope, those of a call are double.
        let sides: Double =
            switch node.shape {
            case .branch: 40
            case .call, .outcome: 32
            case .question, .missing, .reference: 22
            }
        width = max(60, widest + sides)
        height =
            12 + Self.nameSize * 1.4 + Double(lines.count) * Self.textSize * 1.25
            + Double(details.count) * Self.detailSize * 1.25
    }
}

/// The lines beside a way.
enum LabelText {
    static let size = 11.0
    static let lineHeight = 13.0

    static func lines(_ labels: [String]) -> [String] {
        TextMeasure.lines(labels.joined(separator: ", "), width: 128, size: size, most: 4)
    }

    static func size(_ lines: [String]) -> (width: Double, height: Double) {
        let widest = lines.map { TextMeasure.width($0, size: size) }.max() ?? 0
        return (max(8, widest + 8), Double(lines.count) * lineHeight + 4)
    }
}
