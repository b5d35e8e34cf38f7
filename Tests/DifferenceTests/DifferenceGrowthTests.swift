import Content
import Difference
import Testing

/// Inputs made to be slow are compared in steps that grow with their length.
@Suite struct DifferenceGrowthTests {
    /// Two texts of so many parts that have nothing to hold on to.
    private static let hostile: [(String, @Sendable (Int) -> (String, String))] = [
        (
            "words",
            {
                (
                    (0..<$0).map { "a\($0 % 7)" }.joined(separator: " "),
                    (0..<$0).map { "a\($0 % 5)" }.joined(separator: " ")
                )
            }
        ),
        (
            "reversed",
            { count in
                let words = (0..<count).map { "w\($0)" }
                return (words.joined(separator: " "), words.reversed().joined(separator: " "))
            }
        ),
        (
            "paragraphs",
            {
                (
                    (0..<$0).map { "p\($0 % 9) same words" }.joined(separator: "\n\n"),
                    (0..<$0).map { "same words q\($0 % 8)" }.joined(separator: "\n\n")
                )
            }
        ),
        (
            "list",
            {
                (
                    (0..<$0).map { "- i\($0)" }.joined(separator: "\n"),
                    (0..<$0).map { "- j\($0)" }.joined(separator: "\n")
                )
            }
        ),
        ("one line", { (String(repeating: "x-", count: $0), String(repeating: "-y", count: $0)) }),
    ]

    @Test(arguments: hostile.map(\.0))
    func `A long text without anything in common is done at once`(_ name: String) async throws {
        let make = try #require(DifferenceGrowthTests.hostile.first { $0.0 == name }?.1)
        let (before, after) = make(20_000)
        // Quadratic work on this would take minutes.
        #expect(try await !Versions.bodies(before + "\n", after + "\n").isEmpty)
    }

    @Test func `Very many members of a list are done at once`() async throws {
        func list(_ name: String) -> String {
            "answers:\n" + (0..<8000).map { "  - {id: \(name)\($0), text: same}\n" }.joined()
        }
        let versions = Versions(["articles/a.md": (Versions.article("a", list("a")), Versions.article("a", list("b")))])
        #expect(try await !versions.texts().isEmpty)
    }
}
