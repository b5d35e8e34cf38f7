import Testing

/// A command that writes, and what it begins with.
struct WritingCommand: Sendable, CustomTestStringConvertible {
    let name: String
    /// Without the folder.
    let arguments: [String]
    /// Laid over the small knowledge base.
    var files: [String: String] = [:]
    /// Commands that run before, in the same folder.
    var preparation: [[String]] = []
    /// Files that appear after the preparation.
    var laterFiles: [String: String] = [:]
    var isOnEmptyFolder = false

    var testDescription: String { name }

    func words(_ root: String) -> [String] { Self.words(arguments, root) }

    static func words(_ arguments: [String], _ root: String) -> [String] {
        (arguments.first == "init" ? arguments : arguments + ["--root", root]).map { $0.replacing("ROOT", with: root) }
    }

    static let all = [
        WritingCommand(
            name: "init", arguments: ["init", "ROOT", "--timezone", SmallBase.noonZone], isOnEmptyFolder: true),
        WritingCommand(name: "new", arguments: ["new", "article", "fresh", "--folder", "deep"]),
        WritingCommand(name: "rename", arguments: ["rename", "arrival", "arriving"]),
        WritingCommand(name: "retire", arguments: ["retire", "arrival", "--replaced-by", "parking"]),
        WritingCommand(name: "reassign", arguments: ["reassign", "editors", "front-desk"]),
        WritingCommand(
            name: "validate --fix", arguments: ["validate", "--fix"],
            files: [
                "articles/arrival.md": SmallBase.article("arrival", "When patients arrive", "aliases: [came]\n"),
                "articles/parking.md": SmallBase.article("parking", "Parking", "", "See [arriving](kb:came)."),
            ]),
        WritingCommand(
            name: "validate --write-baseline", arguments: ["validate", "--write-baseline", "ROOT/baseline.json"],
            preparation: [["validate", "--write-baseline", "ROOT/baseline.json"]],
            laterFiles: ["articles/parking.md": SmallBase.article("parking", "Parking", "related: [nothing]\n")]),
        WritingCommand(
            name: "outline", arguments: ["outline", "ROOT/visit.txt", "-o", "ROOT/visit.yaml"],
            files: ["visit.txt": "Is it urgent?\n- yes: Call the nurse.\n- no: Book.\n"]),
        WritingCommand(name: "build", arguments: ["build"]),
        WritingCommand(
            name: "build again", arguments: ["build"], preparation: [["build"]],
            laterFiles: ["articles/parking.md": SmallBase.article("parking", "The garage", "related: [arrival]\n")]),
    ]
}
