import Content
import Diagnostics
import Glibc
import TestSupport

/// A knowledge base of a few files: an article with a translation, and one that names it.
enum SmallBase {
    /// A zone in which it is about noon, so that no test runs over the end of a day.
    static var noonZone: String {
        let hour = time(nil) / 3600 % 24
        return hour >= 12 ? "Etc/GMT+\(hour - 12)" : "Etc/GMT-\(12 - hour)"
    }

    static var files: [String: String] {
        var files = [
            "kb.yaml": """
            kb: 1
            name: Example
            timezone: \(noonZone)
            languages: [en, es]
            audiences:
              public: {}
              agents: {includes: [public]}
            review: {every: 365d}

            """,
            "people.yaml": """
            people:
              - {id: editor-1, name: Example Editor, email: editor@example.org}
            groups:
              - {id: editors, members: [editor-1]}
              - {id: front-desk, members: [editor-1]}

            """,
            "navigation/main.yaml": """
            categories:
              visit: {title: The visit}

            """,
            "articles/arrival.md": article("arrival", "When patients arrive"),
            "articles/parking.md": article(
                "parking", "Where patients park", "related: [arrival]\n", "See [arriving](kb:arrival)."),
        ]
        let hash = ContentHash.hashes(
            of: SourceFile(path: "articles/arrival.md", bytes: Array(files["articles/arrival.md"]!.utf8)))[0]
        // By its name it comes after its source.
        files["articles/spanish/arrival.md"] = article(
            "arrival", "Cuando llegan los pacientes",
            "language: es\ntranslation:\n  of: arrival\n  hash: \"\(hash)\"\n", "Vea [estacionamiento](kb:parking).")
        return files
    }

    static func article(_ id: String, _ title: String, _ fields: String = "", _ body: String = "Text.") -> String {
        """
        ---
        id: \(id)
        title: \(title)
        answer: An answer about \(id).
        owner: editors
        audience: [public]
        category: visit
        review: {last: 2024-06-03, every: 180d}
        \(fields)---
        \(body)

        """
    }

    /// Lays out the files in a folder.
    static func write(_ own: [String: String] = [:], to folder: TemporaryFolder) throws {
        for (path, text) in files.merging(own, uniquingKeysWith: { $1 }) { try folder.write(text, to: path) }
    }
}
