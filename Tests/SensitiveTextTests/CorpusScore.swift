import SensitiveCorpus
import SensitiveText

/// How often each label's values are found, missed, or seen where there are none.
struct CorpusScore {
    struct Tally {
        var found = 0
        var missed = 0
        var wrong = 0

        var precision: Double { found + wrong == 0 ? 1 : Double(found) / Double(found + wrong) }
        var recall: Double { found + missed == 0 ? 1 : Double(found) / Double(found + missed) }
    }

    private(set) var tallies: [Label: Tally] = [:]

    /// A match counts for a plant that it overlaps and names rightly; any other match is wrong.
    init(_ samples: [Sample]) {
        for sample in samples {
            let bytes = Array(sample.text.utf8)
            let matches = SensitiveText.scan(bytes, in: 0..<bytes.count)
            for plant in sample.plants {
                let isFound = matches.contains { names($0, sample) && $0.range.overlaps(plant) }
                if isFound {
                    tallies[sample.label!, default: Tally()].found += 1
                } else {
                    tallies[sample.label!, default: Tally()].missed += 1
                }
            }
            for match in matches where !(names(match, sample) && sample.plants.contains { $0.overlaps(match.range) }) {
                tallies[Label(rawValue: match.kind.rawValue)!, default: Tally()].wrong += 1
            }
        }
    }

    private func names(_ match: SensitiveMatch, _ sample: Sample) -> Bool {
        match.kind.rawValue == sample.label?.rawValue
    }

    /// Rows of a Markdown table in the order of the labels.
    var rows: [String] {
        rows { "| \(Self.decimals($0.precision)) | \(Self.decimals($0.recall)) |" }
    }

    var recallRows: [String] {
        rows { "| \(Self.decimals($0.recall)) |" }
    }

    private func rows(_ figures: (Tally) -> String) -> [String] {
        Label.allCases.compactMap { label in
            guard let tally = tallies[label], let kind = SensitiveMatch.Kind(rawValue: label.rawValue) else {
                return nil
            }
            return "| \(kind.noun) | \(tally.found + tally.missed) \(figures(tally))"
        }
    }

    static func decimals(_ share: Double) -> String {
        let hundredths = Int((share * 100).rounded(.down))
        return hundredths == 100 ? "1.00" : hundredths < 10 ? "0.0\(hundredths)" : "0.\(hundredths)"
    }
}
