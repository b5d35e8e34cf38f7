import Content
import Diagnostics
import Time

/// One of two versions that are compared.
struct ContentVersion: Sendable {
    let content: any ContentSource
    private let configuration: Configuration
    private let timeZone: @Sendable (String) -> TimeZoneRules?
    private let files: Set<String>

    init(
        _ content: any ContentSource, timeZone: @escaping @Sendable (String) -> TimeZoneRules?
    ) throws(ContentSourceError) {
        self.content = content
        self.timeZone = timeZone
        files = Set(try content.entries().lazy.filter { $0.kind == .file }.map(\.path))
        var configuration = Configuration()
        if files.contains("kb.yaml") {
            let source = SourceFile(path: "kb.yaml", bytes: try content.read("kb.yaml"))
            let file = ContentReader(timeZone: timeZone).read(source, as: .knowledgeBase)
            configuration = file.configuration ?? configuration
        }
        self.configuration = configuration
    }

    func has(_ path: String) -> Bool { files.contains(path) }

    var reader: UnitReader { UnitReader(configuration, timeZone: timeZone) }
}

/// Reads files of a version one after the other; the last one is at hand as long as it is asked for.
struct UnitCursor {
    private let version: ContentVersion
    private let reader: UnitReader
    private var last: (path: String, units: [ContentUnit])?

    init(_ version: ContentVersion) {
        self.version = version
        reader = version.reader
    }

    mutating func units(_ path: String) throws(ContentSourceError) -> [ContentUnit] {
        if let last, last.path == path { return last.units }
        let units = reader.units(of: SourceFile(path: path, bytes: try version.content.read(path)))
        last = (path, units)
        return units
    }

    /// Nil where the version does not have the file.
    mutating func unitsIfThere(_ path: String) throws(ContentSourceError) -> [ContentUnit]? {
        version.has(path) ? try units(path) : nil
    }
}
