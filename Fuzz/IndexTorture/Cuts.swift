import FileSystem
@preconcurrency import Glibc
import IndexHostility
import SearchIndex

/// An index that is cut short while it is mapped and read from: one sentence and status 2, never a signal.
enum Cuts {
    private static let stages = 2

    /// - Parameter count: So many, evenly spread.
    static func all(_ count: Int?) throws -> Tally {
        let folder = WorkingFolder()
        let bytes = SampleIndex.large(200)
        let file = try folder.write(bytes, to: "index")
        let children = Children(folder)
        var tally = Tally()
        // About each page's end, and within it.
        var lengths = [bytes.count - 1]
        for start in stride(from: 0, to: bytes.count, by: 4096) {
            for length in [start, start + 1, start + 2048, start + 4095] where length < bytes.count - 1 {
                lengths.append(length)
            }
        }
        let cases = lengths.flatMap { length in (0..<stages).map { (length, $0) } }
        for place in stride(from: 0, to: cases.count, by: max(1, cases.count / (count ?? cases.count))) {
            let (length, stage) = cases[place]
            children.start([Children.own, "cut-worker", file, "\(length)", "\(stage)"]) { outcome in
                let isSaid = outcome.error.split(separator: "\n").count == 1 && outcome.output.isEmpty
                tally.add(
                    outcome.status == 2 && isSaid,
                    "cut to \(length), stage \(stage): \(outcome.status) \(outcome.output) \(outcome.error)")
            }
        }
        children.waitForAll()
        return tally
    }

    /// Reads as `kb` does.
    static func work(_ arguments: [String]) throws {
        let path = "\(arguments[0]).\(getpid())"
        try DurableFile.write(WorkingFolder.read(arguments[0]) ?? [], to: path)
        defer { unlink(path) }
        MappedFileGuard.install("kb: \(IndexError.cutShort.description(of: path))\n")
        var stage = Int(arguments[2])!
        do throws(IndexError) {
            _ = try Interrogation().answers(of: try Index(try IndexMemory(path: path))) {
                if stage == 0 { truncate(path, off_t(arguments[1])!) }
                stage -= 1
            }
            print("was answered")
        } catch {
            fputs("kb: \(error.description(of: path))\n", stderr)
            unlink(path)
            exit(2)
        }
    }
}
