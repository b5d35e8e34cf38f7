import Glibc
import SearchIndex

// Times how long an index takes to follow its documents when some of them change.
//
// usage: UpdateBench INDEX [RUNS [check]]
//   INDEX  one without facts, synonyms and pins
//   RUNS   of each change; their median counts (9)
//   check  builds each whole, too, and compares
// Prints a line for each change: what it is, the time in milliseconds, and whether it was refused or is not what it should be.

func milliseconds() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) * 1e3 + Double(time.tv_nsec) / 1e6
}

guard CommandLine.arguments.count >= 2 else { exit(2) }
let path = CommandLine.arguments[1]
let runs = CommandLine.arguments.count > 2 ? Int(CommandLine.arguments[2]) ?? 9 : 9
let index = try Index(try IndexMemory(path: path))
let contents = IndexContents(
    name: index.name, zone: index.zone, languages: index.languages, warnDays: index.warnDays, withheldRisks: [],
    audiences: index.audiences, context: index.context, facts: [], documents: [])

func edited(_ index: Index, _ number: Int, _ change: (inout IndexDocument) -> Void) throws -> IndexUpdate.Splice {
    var document = try index.document(number)
    change(&document)
    return .init(number..<number + 1, [document])
}

let middle = index.documentCount / 2
let changes: [(name: String, splices: [IndexUpdate.Splice])] = [
    ("nothing", []),
    ("a sentence", [try edited(index, middle) { $0.answer = ($0.answer ?? "") + " Bring your insurance card." }]),
    ("a new word", [try edited(index, middle) { $0.title += " zanzibarian" }]),
    ("another text", [.init(middle..<middle + 1, [try index.document(middle / 2)])]),
    (
        "a hundred documents",
        try (0..<100).map { number in try edited(index, number * middle / 60) { $0.title += " again" } }
    ),
    (
        "an insertion", [.init(middle..<middle, [try edited(index, middle) { $0.id += "-new" }.documents[0]])]
    ),
    ("a removal", [.init(middle..<middle + 1, [])]),
]
let checks = CommandLine.arguments.count > 3
let documents = checks ? try (0..<index.documentCount).map(index.document) : []
for (name, splices) in changes {
    var times: [Double] = []
    var updated: [[UInt8]]?
    for _ in 0..<runs {
        updated = nil
        let start = milliseconds()
        // What a build does: it opens the file and checks what it takes over.
        updated = try IndexUpdate(of: try Index(try IndexMemory(path: path)), contents).file(splices)
        times.append(milliseconds() - start)
    }
    var note = updated == nil ? "refused" : ""
    if checks, let updated {
        var whole = contents
        whole.documents = documents
        for splice in splices.reversed() { whole.documents.replaceSubrange(splice.previous, with: splice.documents) }
        if updated.flatMap(\.self) != IndexWriter.bytes(of: whole) { note = "wrong" }
    }
    print(name, times.sorted()[runs / 2], note, separator: "\t")
}
