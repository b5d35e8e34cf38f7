import TestSupport
import Testing

/// The small knowledge base on disk, with its index.
struct BuiltBase {
    let folder = TemporaryFolder()
    var root: String { folder.path }
    var index: String { folder.path + "/.kb/index" }

    init(_ own: [String: String] = [:]) throws {
        try SmallBase.write(own, to: folder)
        let outcome = try Program.kb(["build"], in: folder.path).run()
        try #require(outcome.status == 0, "\(outcome.error)")
    }

    func run(_ arguments: [String], _ variables: [String: String] = [:]) throws -> Program.Outcome {
        var program = Program.kb(arguments, in: root)
        program.variables = variables
        return try program.run()
    }
}
