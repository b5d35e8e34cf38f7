import CommandLine
import Content
import Difference
import FileSystem
import Glibc
import Presentation
import Rendering

/// Shows one file's change as git asks for it (`diff.<driver>.command`).
struct DiffDriverAction: Action {
    /// Path, old file, its id and mode, new file, its id and mode; for a rename the new path and a line about it beside.
    let arguments: [String]
    var color = ColorChoice.auto

    func run(_ console: Console) async throws -> ExitStatus {
        guard arguments.count >= 7 else {
            console.output.write("Not merged: \(VisibleText.of(arguments[0]))\n")
            return .clean
        }
        let old = try RepositoryPath(arguments[0])
        let new = try RepositoryPath(arguments.count > 7 ? arguments[7] : arguments[0])
        let versions = (before: try version(arguments[1]), after: try version(arguments[4]))
        let tree = (new.root ?? old.root).map { WorkingTree(root: $0) }
        let before = try source(old.path, versions.before, tree, leavingOut: new.path)
        let after = try source(new.path, versions.after, tree, leavingOut: old.path)
        var comparison = VersionComparison(
            before: .init(name: "before", content: before), after: .init(name: "now", content: after),
            changed: Set([old.path, new.path]).sorted())
        try await comparison.compare(names: [], console)
        let report = try comparison.report(isWorkingTree: false)
        let palette = isUnderPager && color == .auto ? Palette.colored : console.palette(color)
        var text = ""
        DifferenceFormat.text.renderer(
            width: console.surroundings.columns(otherwise: TextRenderer.standardWidth), palette: palette
        ).render(report, to: &text)
        for path in report.formatted { text += "\(VisibleText.of(path)): only the layout differs\n" }
        console.output.write(text + "\n")
        return .clean
    }

    /// Git shows colours there, as its own pager setting asks for.
    private var isUnderPager: Bool { getenv("GIT_PAGER_IN_USE") != nil && getenv("NO_COLOR") == nil }

    /// Nil for a side that does not have the file.
    private func version(_ file: String) throws -> [UInt8]? {
        if file == "/dev/null" { return nil }
        return try FileDescriptor(opening: file, O_RDONLY | O_NOFOLLOW, to: "read")
            .readAll(limit: MergeDriverAction.largestFile)
    }

    /// The knowledge base with one version of the file in it.
    private func source(
        _ path: String, _ bytes: [UInt8]?, _ tree: WorkingTree?, leavingOut other: String
    ) throws -> any ContentSource {
        var files: [String: [UInt8]] = [:]
        if let bytes { files[path] = bytes }
        guard let tree else {
            var source = MemorySource([:])
            source.files = files
            return source
        }
        let overlay = OverlaySource(tree, changed: files, removed: Set([path, other]).subtracting(files.keys))
        return try ListedSource(overlay)
    }
}
