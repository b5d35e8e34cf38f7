import CommandLine
import Content
import FileSystem
import Presentation
import Scaffolding
import Time

/// Lays out a new knowledge base.
struct InitAction: Action {
    let folder: String
    let name: String?
    let timeZone: String
    var setsUpGit = false

    func run(_ console: Console) throws -> ExitStatus {
        let isThere = try FileLookup.exists(folder + "/kb.yaml")
        if !(isThere && setsUpGit) { try layOut(console) }
        if setsUpGit { try GitSetup(folder: folder).run(console) }
        return .clean
    }

    private func layOut(_ console: Console) throws {
        guard try !FileLookup.exists(folder + "/kb.yaml") else {
            throw CommandFailure("'\(folder)' already holds a kb.yaml; nothing was changed")
        }
        guard let zone = TimeZoneDatabase.rules(timeZone) else {
            throw CommandFailure("there is no time zone '\(timeZone)'; write a name such as America/New_York")
        }
        try DurableFile.createFolder(folder)
        let today = zone.local(SystemClock.now()).date
        let new = NewKnowledgeBase(name: name ?? folderName, timeZone: timeZone, today: today)
        var written: [String] = []
        func write(_ path: String, _ text: String) throws {
            let target = folder + "/" + path
            // What somebody wrote is never replaced.
            guard try !FileLookup.exists(target) else { return }
            if let slash = target.lastIndex(of: "/") { try DurableFile.createFolder(String(target[..<slash])) }
            try DurableFile.write(Array(text.utf8), to: target)
            written.append(path)
        }
        try EditorSchemas.write(into: folder)
        try write(".kb/.gitignore", "index\n")
        // kb.yaml last: what was interrupted can be run again.
        for file in new.files { try write(file.path, file.text) }
        for path in written { console.output.write(path + "\n") }
        let enter = isHere ? "" : "'cd \(VisibleText.of(folder))', "
        console.note(
            "A knowledge base is laid out in '\(VisibleText.of(folder))'. "
                + "Next: \(enter)'kb validate', 'kb build', 'kb search'.")
    }

    private var isHere: Bool { folder == "." || folder == "./" }

    private var folderName: String {
        let path = folder == "." ? FolderSearch.currentFolder ?? "" : folder
        return path.split(separator: "/").last.map(String.init) ?? "Knowledge base"
    }
}
