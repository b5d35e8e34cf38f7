package import ArgumentParser
import FileSystem
import Glibc
import SearchIndex

package struct SearchCommand: KBCommand {
    package static let configuration = CommandConfiguration(
        commandName: "search",
        abstract: "Answer a question from an index.",
        discussion: """
            Ranks everything that the reader may see, that applies to the caller and that is in force, and prints the \
            answer, where it is from, who owns it, how fresh it is and which alerts stand beside it.

            Examples:
              kb search "what do I need before an MRI"
              kb search -n 3 --context payer=medicare "do I need a referral"
              kb search --at 2027-01-02 "how long without food"
              echo "the caller's own words" | kb search -
              kb search --format plain --print0 mri | fzf --read0
              kb search --as-you-type "mri prep"
              kb search --explain "do I need a referral"
              kb search --as-of 2026-03-01T10:00 "how long without food"
              kb search --batch questions.txt --format jsonl
            """)

    @Argument(help: ArgumentHelp("The caller's question; - reads it from standard input.", valueName: "question"))
    var question: [String] = []

    @Option(
        help: ArgumentHelp(
            "Answer each line of a file (- for standard input), as if asked one by one; the question's line goes before each "
                + "result.",
            valueName: "file"), completion: .file())
    var batch: String?

    @Option(name: .customShort("n"), help: ArgumentHelp("The most results.", valueName: "count"))
    var limit = 5

    @Option(
        help: ArgumentHelp("text, json, jsonl or plain (id, title and place, with tabs between).", valueName: "format"))
    var format = AnswerFormat.text

    @Flag(name: .customLong("print0"), help: "End each line of the plain format with a NUL byte.")
    var endsWithNUL = false

    @Flag(help: "Show where each point of a score came from.")
    var explain = false

    @Flag(help: "The last word may go on, as while somebody types.")
    var asYouType = false

    @Option(help: ArgumentHelp("Answer in this language first; the question's own otherwise.", valueName: "tag"))
    var language: String?

    @Flag(help: "List items that say nearly the same, and translations, one by one.")
    var ungrouped = false

    @OptionGroup(title: "Reading") var reader: ReaderOptions
    @OptionGroup var color: ColorOptions

    package init() {}

    package func validate() throws {
        guard limit > 0 else { throw ValidationError("-n takes a number of results from 1 on.") }
        guard question.isEmpty != (batch == nil) else {
            throw ValidationError(
                batch == nil ? "Write what the caller asks, in quotes." : "--batch takes the place of a question.")
        }
        try format.check(endsWithNUL: endsWithNUL)
    }

    package func action(_ console: Console) throws -> any Action {
        let questions = try batch.map(BatchFile.questions) ?? [SearchQuestion(text: try single())]
        var options = Search.Options(limit: limit)
        options.isUnfinished = asYouType
        options.groupsDuplicates = !ungrouped
        options.language = language
        return try reader.action(console, isText: format == .text) { [options] reader in
            try check(language, reader)
            return SearchAction(
                questions: questions, reader: reader, options: options, explains: explain, format: format,
                terminator: endsWithNUL ? "\0" : "\n", palette: console.palette(color.color))
        }
    }

    private func check(_ language: String?, _ reader: Reader) throws {
        guard let language, !reader.index.languages.contains(language) else { return }
        let known = reader.index.languages.joined(separator: ", ")
        throw CommandFailure("the index has no language '\(language)'; it has \(known)")
    }

    private func single() throws -> String {
        let words = (question == ["-"] ? [try StandardInput.text()] : question).flatMap { word in
            word.split(whereSeparator: \.isNewline)
        }
        let text = words.joined(separator: " ")
        guard text.contains(where: { !$0.isWhitespace }) else {
            throw CommandFailure("the question is empty; write what the caller asks, in quotes")
        }
        return text
    }
}

/// The questions of a file, one a line. Empty lines are none.
enum BatchFile {
    private static let most = 64 << 20

    static func questions(_ path: String) throws -> [SearchQuestion] {
        let bytes =
            path == "-"
            ? try FileDescriptor(opening: "/dev/stdin", O_RDONLY, to: "read").read(atMost: most)
            : try FileDescriptor(opening: path, O_RDONLY, to: "read").readAll(limit: most)
        return String(decoding: bytes, as: UTF8.self)
            .split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated()
            .filter { $0.element.contains { !$0.isWhitespace } }
            .map { SearchQuestion(text: String($0.element), line: $0.offset + 1) }
    }
}

/// What is piped into the process.
enum StandardInput {
    /// More than any question is.
    private static let most = 1 << 20

    static func text() throws -> String {
        // One byte more than is taken tells that there is more.
        let bytes = try FileDescriptor(opening: "/dev/stdin", O_RDONLY, to: "read").read(atMost: most + 1)
        guard bytes.count <= most else {
            throw CommandFailure("the question on standard input is longer than \(most) bytes; ask a shorter one")
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
