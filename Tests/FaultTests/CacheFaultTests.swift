import Glibc
import TestSupport
import Testing

/// What befalls the cache of a build costs time and nothing else.
@Suite(.enabled(if: Strace.works, Strace.absence))
struct CacheFaultTests {
    /// A knowledge base that was built, and edited since.
    private struct Edited {
        let folder = TemporaryFolder()
        let processor = Processor()
        /// The cache as the first build left it.
        let left: FolderState
        /// The index that the second build is to make.
        let right: [UInt8]

        var root: String { folder.path + "/base" }
        var cache: String { folder.path + "/cache" }
        var index: String { folder.path + "/index" }
        var log: String { folder.path + "/trace" }
        var words: [String] { ["build", "--root", root, "-o", index] }

        init() throws {
            for (path, text) in SmallBase.files { try folder.write(text, to: "base/" + path) }
            let words = ["build", "--root", folder.path + "/base", "-o", folder.path + "/index"]
            var program = Program.author(words)
            program.variables["KB_CACHE"] = folder.path + "/cache"
            #expect(try program.run().status == 0)
            left = try FolderState(of: folder.path + "/cache")
            #expect(left.files.count == 2)
            try folder.write(
                SmallBase.article(
                    "parking", "Where patients park", "related: [arrival]\n", "See [arrivals](kb:arrival)."),
                to: "base/articles/parking.md")
            #expect(try Program.author(words + ["--no-cache"]).run().status == 0)
            right = try TestFile.read(folder.path + "/index")
        }

        /// Builds from the state that the first build left.
        func build(_ options: [String]) throws -> Program.Outcome {
            try FolderState.clear(cache)
            try left.write(to: cache)
            unlink(index)
            var program = Strace.program(words, options: options, log: log, processor: processor)
            program.variables["KB_CACHE"] = cache
            return try program.run()
        }

        /// Runs undisturbed on whatever is there.
        func isRightAgain() throws -> Bool {
            var program = Program.author(words)
            program.variables["KB_CACHE"] = cache
            return try program.run().status == 0 && TestFile.read(index) == right
        }

        var options: [String] {
            let names =
                left.files.keys.flatMap { name -> [String] in
                    let parts = name.split(separator: "/")
                    return [name, (parts.dropLast() + [".\(parts.last!).kb-tmp"]).joined(separator: "/")]
                } + left.folders
            return ["-e", "trace=" + SystemCall.names.map { "?" + $0 }.joined(separator: ",")]
                + ([cache] + names.sorted().map { cache + "/" + $0 }).flatMap { ["-P", $0] }
        }
    }

    @Test func `No fault in the cache keeps a build from its index`() throws {
        let edited = try Edited()
        #expect(try edited.build(edited.options).status == 0)
        #expect(try TestFile.read(edited.index) == edited.right)
        let calls = SystemCall.all(in: try edited.folder.read("trace"))
        #expect(calls.count > 10, "\(calls)")
        for fault in [Fault.kill, .inputOutput, .fullDisk, .readOnly] {
            let concerned = calls.filter { fault.concerns($0) }
            var count = 0
            for call in concerned {
                let outcome = try edited.build(edited.options + ["-e", fault.injection(call)])
                let isBuilt = fault == .kill || outcome.status == 0
                let isRight = try fault == .kill || TestFile.read(edited.index) == edited.right
                if try isBuilt && isRight && edited.isRightAgain() {
                    count += 1
                } else {
                    Issue.record("\(fault.rawValue) at \(call): \(outcome)")
                }
            }
            print("cache, \(fault.rawValue): \(count) of \(concerned.count)")
        }
    }

    @Test func `What has not changed is not read again`() throws {
        let edited = try Edited()
        // Times this young are not trusted yet: the next build tells by the content, and the one after by the times.
        sleep(5)
        #expect(try edited.isRightAgain())
        try edited.folder.write(
            SmallBase.article("arrival", "When patients come"), to: "base/articles/arrival.md")
        var program = Strace.program(
            edited.words, options: ["-e", "trace=openat"], log: edited.log, processor: edited.processor)
        program.variables["KB_CACHE"] = edited.cache
        #expect(try program.run().status == 0)
        let opened = try edited.folder.read("trace")
        #expect(opened.contains("articles/arrival.md"))
        #expect(!opened.contains("articles/parking.md"))
    }
}
