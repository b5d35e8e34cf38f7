/// One call of a trace: its name, and how many of that name came before it in its thread, and itself.
struct SystemCall: Hashable, Sendable, CustomStringConvertible {
    let name: String
    let number: Int
    /// It may make a file or folder.
    let creates: Bool
    /// It concerns a file that has no name.
    let isUnnamed: Bool

    var description: String { "\(name) \(number)" + (isUnnamed ? " of a file without a name" : "") }

    /// Calls that read or change files. Of `fstat` and `stat`, this machine's name is one of those that strace knows.
    static let names = [
        "openat", "read", "pread64", "newfstatat", "fstat", "getdents64", "write", "ftruncate", "flock", "fsync",
        "rename", "renameat", "renameat2", "mkdir", "unlink", "close",
    ]
    /// What is done with a file that has no name once it is open.
    static let unnamedNames = ["pread64", "pwrite64"]

    /// Every call that a trace lists, each once.
    static func all(in log: String) -> [SystemCall] {
        var counts: [String: Int] = [:]
        var calls: [SystemCall] = []
        for line in log.split(separator: "\n") {
            let words = line.split(separator: " ", maxSplits: 1)
            guard words.count == 2, let open = words[1].firstIndex(of: "("), words[1].first != "<" else { continue }
            let rest = words[1].drop { $0 == " " }
            let name = String(rest[..<open])
            guard (names + unnamedNames).contains(name) else { continue }
            counts["\(words[0]) \(name)", default: 0] += 1
            calls.append(
                SystemCall(
                    name: name, number: counts["\(words[0]) \(name)"]!,
                    creates: rest.contains("O_CREAT") || name == "mkdir", isUnnamed: rest.contains("(deleted)")))
        }
        var seen: Set<String> = []
        return calls.filter { seen.insert($0.description).inserted }
    }
}
