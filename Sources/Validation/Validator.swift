package import Content
package import Diagnostics
package import Time
import YAML

/// Reads a knowledge base and holds every rule against it.
package struct Validator: Sendable {
    package struct Options: Sendable {
        /// The moment at which due dates and ranges are judged.
        package var now: Instant
        /// Finds a time zone's rules by its IANA name.
        package var timeZone: @Sendable (String) -> TimeZoneRules?
        /// How many files are read at the same time.
        package var jobs = 1
        /// Called with the number of files done and of all, from any thread.
        package var progress: @Sendable (Int, Int) -> Void = { _, _ in }

        package init(now: Instant, timeZone: @escaping @Sendable (String) -> TimeZoneRules? = { _ in nil }) {
            self.now = now
            self.timeZone = timeZone
        }
    }

    package struct Result: Sendable {
        package let base: KnowledgeBase
        /// Sorted, without those that are suppressed.
        package let diagnostics: [Diagnostic]
        /// Sorted; those that a comment suppresses.
        package let suppressed: [Diagnostic]
        package let fileCount: Int
    }

    /// Makes something of a file while its syntax is there, on any thread. It is told whether the file by itself is without
    /// error, read in full and without suppressions, so that it need not be read again while it stays as it is.
    package typealias Maker<Made> = @Sendable (ContentFile, ContentDigest, _ isSound: Bool) -> Made
    /// What an earlier run, under the same settings, knows of the file at a path.
    package typealias Memory<Made: Sendable> = @Sendable (String) -> RememberedFile<Made>?

    private let source: any ContentSource
    private let options: Options

    package init(_ source: any ContentSource, options: Options) {
        self.source = source
        self.options = options
    }

    package func run() async throws(ContentSourceError) -> Result {
        try await run { _ in { _, _, _ in } }.result
    }

    /// - Parameter maker: Is given what kb.yaml says, and returns what is then called with every other file, so that
    ///   none needs to be read and parsed a second time.
    /// - Parameter memory: Files that it knows are not read. Warnings of them are not found again.
    /// - Returns: What was made, in order of the files' paths, beside the result.
    package func run<Made: Sendable>(
        making maker: (Configuration) -> Maker<Made>, remembering memory: @escaping Memory<Made> = { _ in nil }
    ) async throws(ContentSourceError) -> (result: Result, made: [Made]) {
        let entries = try source.entries()
        let setting = try Setting(source, entries, options)
        var checked = try await checkFiles(entries, setting, maker(setting.context.configuration), memory).get()
        let base = KnowledgeBase(
            configuration: setting.context.configuration, people: setting.context.people, checked.content,
            content: source, entries: entries)
        let fileCount = checked.content.fileCount
        checked.content = GatheredContent()
        checked.diagnostics += await check(base, setting.context)
        let diagnostics = FollowOnFindings(base, checked.declarers).removed(from: checked.diagnostics)
        let outcome = Suppressions.apply(checked.suppressions, diagnostics, base)
        try base.checkReading()
        let result = Result(
            base: base, diagnostics: outcome.kept.sorted(), suppressed: outcome.suppressed.sorted(),
            fileCount: fileCount)
        return (result, checked.made)
    }

    /// Every file by itself, in as many tasks as there are jobs; the order of the results is that of the entries.
    private func checkFiles<Made: Sendable>(
        _ entries: [ContentEntry], _ setting: Setting, _ make: @escaping Maker<Made>,
        _ memory: @escaping Memory<Made>
    ) async -> Swift.Result<CheckedFiles<Made>, ContentSourceError> {
        let content = entries.filter(\.isRead)
        let progress = Progress(total: content.count, options.progress)
        // More parts than jobs, so that one part of long files does not leave the others idle.
        let size = max(1, content.count / (options.jobs * 8) + 1)
        let parts = stride(from: 0, to: content.count, by: size).map { content[$0..<min($0 + size, content.count)] }
        return await withTaskGroup(of: (Int, CheckedFiles<Made>, ContentSourceError?).self) { group in
            var next = 0
            func startNext() {
                guard next < parts.count else { return }
                let index = next
                next += 1
                group.addTask { [self] in
                    var files = CheckedFiles<Made>()
                    for entry in parts[index] {
                        do throws(ContentSourceError) {
                            if let file = memory(entry.path) {
                                files.add(file)
                            } else {
                                try check(entry, setting, make, &files)
                            }
                        } catch {
                            return (index, files, error)
                        }
                    }
                    progress.add(parts[index].count)
                    return (index, files, nil)
                }
            }
            for _ in 0..<max(1, options.jobs) { startNext() }
            var found = [CheckedFiles<Made>?](repeating: nil, count: parts.count)
            var failure: ContentSourceError?
            while let (index, files, error) = await group.next() {
                found[index] = files
                failure = failure ?? error
                if failure == nil { startNext() }
            }
            if let failure { return .failure(failure) }
            var all = CheckedFiles<Made>()
            for index in found.indices {
                if let files = found[index].take() { all.append(files) }
            }
            return .success(all)
        }
    }

    /// The whole by every rule for it, each a task of its own; in the order of the rules.
    private func check(
        _ base: KnowledgeBase, _ context: RuleContext, where isMeant: (any BaseRule.Type) -> Bool = { _ in true }
    ) async -> [Diagnostic] {
        let rules = RuleRegistry.all.compactMap { $0 as? any BaseRule.Type }.filter(isMeant)
        return await withTaskGroup(of: (Int, [Diagnostic]).self) { group in
            for (index, rule) in rules.enumerated() {
                group.addTask {
                    var report = Report(of: rule)
                    rule.init().check(base, in: context, &report)
                    return (index, report.diagnostics)
                }
            }
            var found = [[Diagnostic]](repeating: [], count: rules.count)
            for await (index, diagnostics) in group { found[index] = diagnostics }
            return found.flatMap(\.self)
        }
    }

    /// Looks again at some articles, and at all that is no article, where an earlier run of the same program under the same
    /// settings found no error and nothing else has changed since.
    ///
    /// - Parameter others: The digests of the files that are no articles, from the earlier run.
    /// - Returns: What was made of the articles, in their order, and a base without any other article. Nil where there are
    ///   errors: which ones, only a whole run tells.
    package func rerun<Made: Sendable>(
        articles: [ContentEntry], others: (String) -> ContentDigest?, making maker: (Configuration) -> Maker<Made>
    ) async throws(ContentSourceError) -> (base: KnowledgeBase, made: [Made])? {
        let entries = try source.entries()
        let setting = try Setting(source, entries, options)
        var checked = CheckedFiles<Made>()
        let make = maker(setting.context.configuration)
        for entry in articles { try check(entry, setting, make, &checked) }
        var content = GatheredContent()
        for entry in entries where entry.kind == .file {
            guard case .kind(let kind) = FileKind.at(entry.path), kind != .article, kind != .asset else { continue }
            let file = SourceFile(path: entry.path, bytes: try source.read(entry.path))
            let digest = ContentDigest(of: file.bytes)
            guard digest == others(entry.path) else { return nil }
            content.add(setting.reader.read(file, as: kind), digest)
        }
        let base = KnowledgeBase(
            configuration: setting.context.configuration, people: setting.context.people, content, content: source,
            entries: entries)
        let timed = await check(base, setting.context) { $0.isAboutTime }
        guard !(checked.diagnostics + timed).contains(where: { $0.severity == .error }) else { return nil }
        return (base, checked.made)
    }

    /// What time alone brings about: the findings at a moment of the rules that look at it.
    package static func timedFindings(_ base: KnowledgeBase, at now: Instant) -> [Diagnostic] {
        let context = RuleContext(
            configuration: base.configuration, people: base.people, templates: base.templates, now: now)
        return RuleRegistry.all.compactMap { $0 as? any BaseRule.Type }.filter { $0.isAboutTime }.flatMap { rule in
            var report = Report(of: rule)
            rule.init().check(base, in: context, &report)
            return report.diagnostics
        }
    }

    private func check<Made: Sendable>(
        _ entry: ContentEntry, _ setting: Setting, _ make: Maker<Made>, _ files: inout CheckedFiles<Made>
    ) throws(ContentSourceError) {
        let source = SourceFile(path: entry.path, bytes: try source.read(entry.path))
        let file: ContentFile
        switch FileKind.at(entry.path) {
        case .kind(let kind): file = setting.reader.read(source, as: kind)
        // It is reported for its name; what it holds is not read.
        default: file = setting.reader.read(source, as: .asset)
        }
        let checked = CheckedFile(content: file, violations: setting.schemas.violations(of: file))
        var diagnostics: [Diagnostic] = []
        for rule in setting.fileRules {
            var report = Report(of: type(of: rule))
            rule.check(checked, in: setting.context, &report)
            diagnostics += report.diagnostics
        }
        files.add(file, diagnostics, make)
    }
}

/// What is read before all else, because every other file is held against it.
private struct Setting: Sendable {
    let context: RuleContext
    let reader: ContentReader
    let schemas: SchemaSet
    let fileRules: [any FileRule]

    init(_ source: any ContentSource, _ entries: [ContentEntry], _ options: Validator.Options)
        throws(ContentSourceError)
    {
        let plain = ContentReader(timeZone: options.timeZone)
        var files: [ContentFile] = []
        for entry in entries {
            guard let kind = entry.settingKind else { continue }
            files.append(plain.read(SourceFile(path: entry.path, bytes: try source.read(entry.path)), as: kind))
        }
        let configuration = files.first { $0.kind == .knowledgeBase }?.configuration ?? Configuration()
        let people = files.first { $0.kind == .people }?.people ?? People()
        let templates = files.compactMap(\.template)
        schemas = SchemaSet(own: files.filter { $0.kind == .schema }.map(\.source))
        reader = ContentReader(configuration: configuration, timeZone: options.timeZone)
        context = RuleContext(
            configuration: configuration, people: people,
            templates: Dictionary(templates.map { ($0.type.value, $0) }) { first, _ in first }, now: options.now)
        fileRules = RuleRegistry.all.compactMap { ($0 as? any FileRule.Type)?.init() }
    }
}
