import Content
import Diagnostics
import IndexCompilation
import SearchIndex
import Testing
import Time
import Validation

/// Several items of one file: each is compiled from its own part.
@Suite struct HubTests {
    private func documents(_ hubs: String) async throws -> [IndexDocument] {
        let files = RuleExample.base.merging(["navigation/hubs.yaml": "hubs:\n" + hubs]) { _, own in own }
        let validator = Validator(MemorySource(files), options: .init(now: Instant(seconds: 1_788_000_000)))
        let (_, made) = try await validator.run { configuration in
            { [compiler = IndexCompiler(configuration)] file, _, _ in compiler.documents(of: file) }
        }
        return made.flatMap(\.self).filter { $0.path == "navigation/hubs.yaml" }
    }

    private func hub(_ title: String, language: String, item: String = "arrival") -> String {
        """
          - id: desk
            title: \(title)
            language: \(language)
            owner: editors
            audience: [agents]
            review: {last: 2026-06-01, every: 180d}
            sections: [{title: \(title), items: [\(item)]}]

        """
    }

    @Test func `Two language editions in one file have their own fields`() async throws {
        let documents = try await documents(hub("The desk", language: "en") + hub("El mostrador", language: "es"))
        #expect(documents.map(\.title) == ["The desk", "El mostrador"])
        let titles = documents.map { document -> String? in
            guard case .list(let sections)? = document.details.first(where: { $0.name == "sections" })?.value,
                case .object(let members)? = sections.first, case .text(let title)? = members.first?.value
            else { return nil }
            return title
        }
        #expect(titles == ["The desk", "El mostrador"])
    }

    @Test func `A hub's version is of its own part of the file`() async throws {
        let second = hub("El mostrador", language: "es")
        let before = try await documents(hub("The desk", language: "en") + second)
        let after = try await documents(hub("The new desk", language: "en") + second)
        #expect(before[0].version != after[0].version)
        #expect(before[1].version == after[1].version)
    }

    @Test func `An entry that is no hub does not shift the others`() async throws {
        let documents = try await documents("  - title: Nameless\n" + hub("The desk", language: "en"))
        #expect(documents.map(\.title) == ["The desk"])
        #expect(documents.first?.details.contains { $0.name == "sections" } == true)
    }
}
