import Content
import Diagnostics
import Testing
import Time
import Validation

/// `examples/patient-access` is sound, and large enough to show what a knowledge base needs.
@Suite struct PatientAccessTests {
    @Test func `It has no finding but the one article that is overdue on purpose`() async throws {
        let found = try await Example.patientAccess.validate().diagnostics.filter { $0.severity != .note }
        #expect(
            found.map { "\($0.location.path) \($0.rule.code)" } == [
                "articles/finding/campus-map-and-parking.md KB403"
            ])
    }

    @Test func `It has sixty articles, ten workflows and ten alerts`() async throws {
        let items = try await Example.patientAccess.validate().base.items
        #expect(count(items, .article) >= 60)
        #expect(count(items, .workflow) >= 10)
        #expect(count(items, .alert) >= 10)
    }

    @Test func `It has alerts that are over, in force and to come`() async throws {
        let base = try await Example.patientAccess.validate().base
        let now = try Example.now
        let ranges = base.items.compactMap { item -> InstantRange? in
            guard case .alert(let alert) = item.details else { return nil }
            return base.range(from: alert.from?.value, until: alert.until?.value)
        }
        #expect(ranges.contains { $0.until.map { $0 <= now } ?? false })
        #expect(ranges.contains { $0.contains(now) })
        #expect(ranges.contains { $0.from.map { $0 > now } ?? false })
    }

    @Test func `It has a Spanish translation and an edition that is not in force yet`() async throws {
        let base = try await Example.patientAccess.validate().base
        let now = try Example.now
        #expect(base.items.contains { $0.language?.value == "es" && $0.translation != nil })
        #expect(
            base.items.contains { item in
                guard let from = base.effectiveRange(item)?.from, from > now else { return false }
                return base.editions(of: item.id.value).contains { base.effectiveRange($0)?.contains(now) ?? false }
            })
    }

    @Test func `It has templates for four types, and articles of each`() async throws {
        let (base, types) = try await Example.patientAccess.articleTypes()
        #expect(base.templates.count >= 4)
        #expect(Set(base.templates.keys).subtracting(types) == [])
    }

    @Test func `Facts are used in two places or more`() async throws {
        let base = try await Example.patientAccess.validate().base
        var places: [String: Set<String>] = [:]
        for item in base.items {
            for reference in item.references {
                if case .fact(let name) = reference.target { places[name, default: []].insert(item.path) }
            }
        }
        #expect(places.values.filter { $0.count >= 2 }.count >= 2)
    }

    private func count(_ items: [ItemRecord], _ kind: Item.Kind) -> Int {
        Set(items.filter { $0.kind == kind }.map(\.id.value)).count
    }
}
