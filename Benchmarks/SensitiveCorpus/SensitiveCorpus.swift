import SeededRandom

/// Sentences of a contact centre's articles with secrets and patient identifiers planted in some of them.
///
/// It is written from how people and systems write such values: the issuers' published formats, the forms that desks
/// copy from calls, and what looks alike and is harmless. It knows nothing of the scanner that is held against it, and
/// plants values that no scanner of bytes will find, such as a number in words, so that recall means something.
/// All values are drawn at random; the same seed draws the same.
package enum SensitiveCorpus {
    /// Half of the samples hold a planted value, evenly of each label; the others hold something harmless.
    package static func samples(count: Int, seed: UInt64) -> [Sample] {
        var random = SeededGenerator(seed: seed)
        return (0..<count).map { index in
            guard index.isMultiple(of: 2) else { return sample(Harmless.sentence(&random), &random) }
            let label = Label.allCases[index / 2 % Label.allCases.count]
            return sample(plant(label, &random), &random)
        }
    }

    /// Samples of the labels that their surroundings decide, in forms that nobody looked at while the scanner was made.
    package static func unseenSamples(count: Int, seed: UInt64) -> [Sample] {
        var random = SeededGenerator(seed: seed)
        return (0..<count).map { _ in sample(UnseenForms.sentence(&random), &random) }
    }

    private static func plant(_ label: Label, _ random: inout SeededGenerator) -> Planted {
        switch label {
        case .socialSecurityNumber, .taxpayerNumber, .medicareNumber: GovernmentNumbers.sentence(label, &random)
        case .medicalRecordNumber, .memberNumber: RecordNumbers.sentence(label, &random)
        case .paymentCard: CardNumbers.sentence(&random)
        case .nameWithBirthDate: BirthDates.sentence(&random)
        case .password, .assignedSecret, .addressPassword, .connectionString: ChosenSecrets.sentence(label, &random)
        default: IssuedSecrets.sentence(label, &random)
        }
    }

    /// Puts a sentence among others, in a list or in a quote.
    private static func sample(_ planted: Planted, _ random: inout SeededGenerator) -> Sample {
        let before = random.pick(["", "", "- ", "> ", "1. ", random.pick(Prose.sentences) + " ", "\n"])
        let after = random.pick([
            "", "", "\n", "\n\n" + random.pick(Prose.sentences), " " + random.pick(Prose.sentences),
        ])
        return Sample(planted, before: before, after: after)
    }
}
