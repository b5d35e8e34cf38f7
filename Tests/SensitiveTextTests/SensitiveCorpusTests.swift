import SensitiveCorpus
import SensitiveText
import Testing

/// Holds precision and recall on the corpus above floors, and the document that states them to what is measured.
@Suite struct SensitiveCorpusTests {
    static let score = CorpusScore(SensitiveCorpus.samples(count: 8_000, seed: 20_260_314))
    static let unseen = CorpusScore(SensitiveCorpus.unseenSamples(count: 1_200, seed: 7))

    /// A few hundredths under what was measured. Where only the surroundings tell, recall is what words can give.
    static let floors: [Label: (precision: Double, recall: Double)] = [
        .socialSecurityNumber: (0.98, 0.85), .taxpayerNumber: (0.98, 0.90), .medicalRecordNumber: (0.98, 0.82),
        .paymentCard: (0.95, 0.86), .medicareNumber: (0.98, 0.84), .memberNumber: (0.98, 0.82),
        .nameWithBirthDate: (0.98, 0.74), .password: (0.82, 0.70), .assignedSecret: (0.98, 0.72),
        .addressPassword: (0.98, 0.95), .connectionString: (0.98, 0.95), .privateKey: (0.98, 0.92),
        .awsAccessKey: (0.98, 0.90), .gitHubToken: (0.98, 0.90), .gitLabToken: (0.98, 0.90), .slackToken: (0.98, 0.90),
        .stripeKey: (0.98, 0.90), .googleKey: (0.98, 0.90), .npmToken: (0.98, 0.88), .webToken: (0.98, 0.90),
    ]

    @Test(arguments: Label.allCases) func `Each kind is found as often and as rightly as promised`(_ label: Label)
        throws
    {
        let tally = try #require(Self.score.tallies[label])
        let floor = try #require(Self.floors[label])
        print(
            "\(label.rawValue): precision \(CorpusScore.decimals(tally.precision))",
            "recall \(CorpusScore.decimals(tally.recall)) (n=\(tally.found + tally.missed))")
        #expect(tally.precision >= floor.precision)
        #expect(tally.recall >= floor.recall)
    }

    @Test func `The document states what is measured`() throws {
        let document = try Document.text(named: "docs/sensitive-text.md")
        let missing = (Self.score.rows + Self.unseen.recallRows).filter { !document.contains($0) }
        #expect(missing.isEmpty)
    }

    @Test func `The same seed draws the same corpus`() {
        let first = SensitiveCorpus.samples(count: 200, seed: 5).map(\.text)
        #expect(first == SensitiveCorpus.samples(count: 200, seed: 5).map(\.text))
        #expect(first != SensitiveCorpus.samples(count: 200, seed: 6).map(\.text))
    }
}
