import Content
import Diagnostics
import Testing
import Validation

/// What `examples/mri-story` promises: three schedulers, each right and none complete, and how it is put right.
@Suite struct CompleteAnswerTests {
    @Test func `The scattered story fails with what its README says, and nothing else`() async throws {
        let found = try await Example.scattered.validate().diagnostics.filter { $0.severity == .error }
        #expect(Set(found.map(\.rule.code)) == ["KB506"])
        let commercial = "'authorisation' for a caller (Commercial"
        let everyone = "'mri-prep' for every caller"
        let expected = [
            ("'book-an-mri'", commercial), ("'book-an-mri'", everyone), ("'mri-and-insurance'", everyone),
            ("'prepare-for-an-mri'", commercial), ("'book' of 'schedule-mri'", commercial),
            ("'book' of 'schedule-mri'", "'mri-prep' for a caller (referral on file)"),
            ("'get-referral' of 'schedule-mri'", commercial),
            ("'get-referral' of 'schedule-mri'", "'mri-prep' for a caller (no referral on file)"),
        ]
        #expect(found.count == expected.count)
        for (diagnostic, (entry, what)) in zip(found, expected) {
            #expect(diagnostic.message.hasPrefix("\(entry) leaves out \(what)"), "\(diagnostic.message)")
            #expect(!diagnostic.related.isEmpty)
        }
    }

    @Test(arguments: [Example.complete, .patientAccess, .publicGuidance])
    func `The sound examples are complete`(_ example: Example) async throws {
        let found = try await example.validate().diagnostics.filter { $0.severity == .error }
        #expect(found.map { "\($0.location.path): \($0.message)" } == [])
    }
}
