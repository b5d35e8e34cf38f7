/// A knowledge base on disk that is built again and again.
struct KnowledgeBase {
    let root: String

    static var kb: String { beside("kb") }
    static var author: String { beside("kb-author") }

    private static func beside(_ name: String) -> String {
        Children.own.split(separator: "/").dropLast().map { "/" + $0 }.joined() + "/" + name
    }

    /// - Parameter side: What the two states of it differ by.
    init(_ name: String, _ side: String, articles: Int, in folder: WorkingFolder) throws {
        root = folder.path + "/" + name
        func write(_ text: String, _ path: String) throws { try folder.write(Array(text.utf8), to: "\(name)/\(path)") }
        try write(
            """
            kb: 1
            name: Torture
            timezone: UTC
            languages: [en]
            audiences:
              public: {}
            review: {every: 365d}

            """, "kb.yaml")
        try write(
            """
            people:
              - {id: editor-1, name: Example Editor, email: editor@example.org}
            groups:
              - {id: editors, members: [editor-1]}

            """, "people.yaml")
        for number in 0..<articles {
            try write(
                """
                ---
                id: garage-\(number)
                title: Parking garage \(number)
                answer: Garage \(number) is on the \(side) side.
                owner: editors
                audience: [public]
                review: {last: 2026-06-03, every: 365d}
                ---
                Drive to the \(side) side of building \(number) and take the lift.

                """, "articles/garage-\(number).md")
        }
    }

    func build(to output: String) -> [String] { [Self.kb, "build", "--root", root, "--output", output] }
}
