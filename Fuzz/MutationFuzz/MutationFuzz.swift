import FileSystem
@preconcurrency private import Glibc
import ParserEntries

/// Fuzzing without libFuzzer, short and the same each time: reads seeds and numbered mutations of them.
///
/// `MutationFuzz PARSER COUNT SEED…` reads of each seed file the inputs 0 to COUNT; 0 is the seed as it is. Each is
/// named on standard output before it is read, so that the last line says which ended the process.
/// `MutationFuzz show NUMBER SEED` writes that input to standard output.
@main
enum MutationFuzz {
    /// Seconds of processor time and bytes of memory for all inputs. Both are far more than needed: they end a parser
    /// that does not end, and one that takes everything.
    private static let limits: [(resource: __rlimit_resource, limit: rlim_t)] = [
        (RLIMIT_CPU, 120), (RLIMIT_AS, 4 << 30),
    ]

    static func main() throws {
        let arguments = Array(CommandLine.arguments.dropFirst())
        guard arguments.count > 2, let number = Int(arguments[1]), number >= 0 else { fail("PARSER COUNT SEED…") }
        if arguments[0] == "show" {
            try input(number, of: seed(arguments[2])).withUnsafeBytes { _ = Glibc.write(1, $0.baseAddress, $0.count) }
            return
        }
        guard let read = read(arguments[0]) else { fail("there is no such parser") }
        for (resource, limit) in limits {
            var limits = rlimit(rlim_cur: limit, rlim_max: limit)
            setrlimit(__rlimit_resource_t(resource.rawValue), &limits)
        }
        setvbuf(stdout, nil, _IOLBF, 0)
        for path in arguments[2...] {
            let seed = try seed(path)
            for number in 0...number {
                print(number, path)
                read(input(number, of: seed))
            }
        }
    }

    private static func read(_ name: String) -> (([UInt8]) -> Void)? {
        switch name {
        case "proof": ProofEntry.prove
        case "outline": OutlineEntry.convert
        default: ParserEntry(rawValue: name).map { entry in { _ = entry.read($0) } }
        }
    }

    private static func input(_ number: Int, of seed: [UInt8]) -> [UInt8] {
        var mutator = Mutator(number: number)
        return number == 0 ? seed : mutator.change(seed)
    }

    private static func seed(_ path: String) throws(FileSystemError) -> [UInt8] {
        try FileDescriptor(opening: path, O_RDONLY, to: "read").readAll(limit: 1 << 20)
    }

    private static func fail(_ message: String) -> Never {
        fputs("MutationFuzz: \(message)\n", stderr)
        exit(64)
    }
}
