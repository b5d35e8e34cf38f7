import Decisions
import Testing

@testable import Drawing

/// Drawings in each format.
@Suite struct PictureTests {
    private static let hostile = "</title><script>\"#quot; \\n `x` ] {{ \u{1B}[31m & \u{202E}"

    private static var drawing: Drawing {
        Drawing(
            title: hostile, subtitle: hostile,
            nodes: [
                .init("ask", .question, text: hostile, mark: .init(.bad, [hostile])),
                .init("told", .outcome, text: hostile, details: [hostile]),
            ],
            edges: [
                .init(from: 0, to: 1, labels: [hostile], mark: .init(.bad, [hostile])),
                .init(from: 0, to: 0, labels: ["again"]),
            ], start: 0, legend: [.init(.bad, hostile)])
    }

    @Test func `In an SVG, text from content is only text`() throws {
        let text = try PictureFormat.svg.text(of: Self.drawing)
        #expect(!text.contains("<script") && text.contains("&lt;script&gt;"))
        #expect(text.contains("\\u{1B}[31m") && text.contains("\\u{202E}"))
        #expect(text.split(separator: "<title>").count == text.split(separator: "</title>").count)
        #expect(!text.contains("http:") || text.components(of: "http:") == 1)
    }

    @Test func `In DOT, a quote or a backslash does not end a text`() throws {
        let text = try PictureFormat.dot.text(of: Self.drawing)
        #expect(text.contains(##"</title><script>\"#quot; \\n"##))
        #expect(text.contains("n0 -> n1") && text.contains("n0 -> n0") && text.contains("start -> n0"))
        #expect(!text.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" })
    }

    @Test func `In Mermaid, marks that mean something there are references`() throws {
        let text = try PictureFormat.mermaid.text(of: Self.drawing)
        let body = text.split(separator: "\n").filter { $0.hasPrefix("  n") }
        #expect(body.count == 4)
        for mark in ["<script", "`", "\\n", "{{ "] { #expect(!body.joined().contains(mark)) }
        #expect(body[0].contains("#34;#35;quot#59;"))
        #expect(text.contains("linkStyle 1 stroke:#c0392b"))
    }

    /// A chain of questions, each of which also leads to an outcome of its own.
    private func chain(_ count: Int) -> Drawing {
        var drawing = Drawing(title: "Chain", start: 0)
        for number in 0..<count {
            drawing.nodes.append(.init("q\(number)", .question, text: "Question \(number)?"))
            drawing.nodes.append(.init("o\(number)", .outcome, text: "Outcome \(number)."))
            drawing.edges.append(.init(from: 2 * number, to: 2 * number + 1, labels: ["no"]))
            if number + 1 < count {
                drawing.edges.append(.init(from: 2 * number, to: 2 * number + 2, labels: ["yes"]))
            }
        }
        return drawing
    }

    @Test(arguments: [1, 30, 31, 100, 1000])
    func `A large drawing is split, and every step is in one section`(_ count: Int) throws {
        let drawing = chain(count)
        let sections = Sections(drawing).members
        #expect(sections.joined().sorted() == Array(0..<2 * count))
        #expect((sections.count == 1) == (2 * count <= Sections.mostSteps))
        #expect(sections.allSatisfy { $0.count <= Sections.mostSteps })
        let text = try PictureFormat.svg.text(of: drawing)
        #expect(text.components(of: "class=\"h\"") == (sections.count == 1 ? 0 : sections.count))
    }

    @Test func `Boxes of a layer do not overlap, and every way ends at its steps`() throws {
        var drawing = chain(20)
        for number in 0..<19 { drawing.edges.append(.init(from: 2 * number, to: 39, labels: ["other \(number)"])) }
        let placed = try #require(PlacedDrawing(drawing))
        for (left, right) in placed.boxes.enumerated().flatMap({ index, box in
            placed.boxes[(index + 1)...].map { (box, $0) }
        }) {
            let isApart =
                abs(left.x - right.x) >= (left.width + right.width) / 2
                || abs(left.y - right.y) >= (left.height + right.height) / 2
            #expect(isApart)
        }
        for way in placed.ways {
            let edge = drawing.edges[way.edge]
            let from = placed.boxes[edge.from]
            let to = placed.boxes[edge.to]
            #expect(abs(way.points.first!.y - (from.y + from.height / 2)) < 0.01)
            #expect(abs(way.points.last!.y - (to.y - to.height / 2)) < 0.01)
            #expect(way.points.allSatisfy { $0.x >= 0 && $0.x <= placed.width && $0.y <= placed.height })
        }
    }

    @Test func `A circle is drawn, with one way leading back up`() throws {
        let drawing = Drawing(
            title: "Circle", nodes: ["a", "b", "c"].map { .init($0, .branch) },
            edges: [(0, 1), (1, 2), (2, 0)].map { .init(from: $0, to: $1, labels: ["x"]) }, start: 0)
        let placed = try #require(PlacedDrawing(drawing))
        #expect(placed.ways.count { $0.points.first!.y > $0.points.last!.y } == 1)
    }

    @Test func `What cannot be laid out is refused`() {
        var drawing = Drawing(title: "Wide", start: 0)
        for number in 0..<400 { drawing.nodes.append(.init("q\(number)", .question)) }
        for from in 0..<400 {
            for to in (from + 1)..<400 { drawing.edges.append(.init(from: from, to: to, labels: [])) }
        }
        #expect(throws: PictureFormat.TooLarge.self) { try PictureFormat.svg.text(of: drawing) }
    }

    @Test func `A part is what a step leads to`() throws {
        let part = try #require(chain(10).part(from: "q7"))
        #expect(part.nodes.map(\.name).sorted() == ["o7", "o8", "o9", "q7", "q8", "q9"])
        #expect(part.edges.count == 5 && part.start == 0)
        #expect(chain(2).part(from: "q9") == nil)
    }
}

extension String {
    fileprivate func components(of text: String) -> Int {
        split(separator: text, omittingEmptySubsequences: false).count - 1
    }
}
