import Content
import Testing
import Time
import Validation

/// A knowledge base under `examples/`, judged on the day that its texts speak of.
struct Example {
    static let broken = Example("broken")
    static let patientAccess = Example("patient-access")
    static let publicGuidance = Example("public-guidance")
    static let scattered = Example("mri-story/scattered")
    static let complete = Example("mri-story/complete")

    let source: WorkingTree

    private init(_ name: String) {
        // This file is Tests/ExampleTests/Example.swift.
        let package = #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
        source = WorkingTree(root: "/\(package)/examples/\(name)")
    }

    func validate(jobs: Int = 1) async throws -> Validator.Result { try await validator(jobs: jobs).run() }

    func articleTypes() async throws -> (KnowledgeBase, Set<String>) {
        let (result, types) = try await validator(jobs: 1).run { _ in
            { (file: ContentFile, _, _) -> String? in
                guard case .article(let article)? = file.items.first?.details else { return nil }
                return article.type?.value
            }
        }
        return (result.base, Set(types.compactMap(\.self)))
    }

    private func validator(jobs: Int) throws -> Validator {
        var options = Validator.Options(now: try Example.now) { TimeZoneDatabase.rules($0) }
        options.jobs = jobs
        return Validator(source, options: options)
    }

    /// 24 November 2026, as `--at 2026-11-24` says it.
    static var now: Instant {
        get throws {
            let zone = try #require(TimeZoneDatabase.rules("America/New_York"))
            return try #require(Moment("2026-11-24")).instant(in: zone)
        }
    }
}
