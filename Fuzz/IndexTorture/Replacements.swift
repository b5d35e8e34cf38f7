import FileSystem
import IndexHostility
import SearchIndex

/// An index that is replaced by rename while it is open: whoever has opened it goes on with the one that was opened.
enum Replacements {
    static func all(_ count: Int?) throws -> Tally {
        let folder = WorkingFolder()
        let files = [SampleIndex.small, SampleIndex.large(60)]
        let path = try folder.write(files[0], to: "index")
        let interrogation = Interrogation()
        let answers = try files.map { try interrogation.answers(of: try Index($0)) }
        guard answers[0] != answers[1] else { throw TrialError(description: "the two indexes answer the same") }
        var tally = Tally()
        for number in 0..<(count ?? 1000) {
            var replaced = number
            let found = try interrogation.answers(of: try Index(try IndexMemory(path: path))) {
                // Once for each reader of it; in the end the other one is there.
                replaced += 1
                if replaced == number + 1 { try? DurableFile.write(files[(number + 1) % 2], to: path) }
            }
            tally.add(found == answers[number % 2], "replacement \(number): mixed")
        }
        return tally
    }
}
