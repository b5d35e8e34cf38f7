import Diagnostics
import FileSystem
import Glibc
import Time

/// Reads the heads of a working tree's articles, of which it looks at the first bytes alone, many at the same time.
package struct ArticleHeads: Sendable {
    /// Which heads are to be read in full.
    package struct Selection: Sendable {
        package var isWanted: @Sendable (ReviewGlance) -> Bool
        /// Ids and aliases of articles that are wanted in any case.
        package var names: Set<String> = []

        package init(where isWanted: @escaping @Sendable (ReviewGlance) -> Bool) { self.isWanted = isWanted }
    }

    package struct Found: Sendable {
        /// In order of their paths.
        package var heads: [ItemHead] = []
        /// Of all articles.
        package var count = 0
    }

    /// What its lines say of an article.
    private struct Scanned {
        /// Nil where it is not wanted.
        let head: ItemHead?
    }

    private let tree: WorkingTree
    private let configuration: Configuration
    private static let headBytes = 1024

    package init(_ tree: WorkingTree, _ configuration: Configuration) {
        self.tree = tree
        self.configuration = configuration
    }

    /// - Parameter jobs: How many folders are read at the same time; with 1, one after the other.
    package func read(_ selection: Selection, jobs: Int) async throws(ContentSourceError) -> Found {
        let result = await withTaskGroup(of: Result<Found, ContentSourceError>.self) { group in
            var open = ["articles/"]
            var found = Found()
            var failure: ContentSourceError?
            func take(_ result: Result<Found, ContentSourceError>) {
                switch result {
                case .success(let part):
                    found.heads += part.heads
                    found.count += part.count
                case .failure(let error): failure = failure ?? error
                }
            }
            // Folders are listed while the files of those before are read.
            while let folder = open.popLast(), failure == nil {
                do throws(ContentSourceError) {
                    let listing = try FolderListing(folder, of: tree.root)
                    open += listing.folders
                    guard !listing.names.isEmpty else { continue }
                    if jobs == 1 {
                        take(read(folder, listing.names, selection))
                    } else {
                        group.addTask { read(folder, listing.names, selection) }
                    }
                } catch {
                    failure = failure ?? error
                }
            }
            for await part in group { take(part) }
            return failure.map { .failure($0) } ?? Result<Found, ContentSourceError>.success(found)
        }
        var found = try result.get()
        found.heads.sort { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
        return found
    }

    /// - Parameter names: Each with a NUL after it.
    private func read(
        _ folder: String, _ names: [UInt8], _ selection: Selection
    ) -> Result<Found, ContentSourceError> {
        var found = Found()
        do throws(FileSystemError) {
            let descriptor = try FolderDescriptor(opening: tree.root + "/" + folder)
            var bytes = [UInt8](repeating: 0, count: ArticleHeads.headBytes)
            var scan = FrontMatterScan()
            var start = 0
            while start < names.count {
                let end = names[start...].firstIndex(of: 0) ?? names.count
                defer { start = end + 1 }
                let count = names.withUnsafeBytes { names in
                    bytes.withUnsafeMutableBytes { bytes in
                        descriptor.read(
                            names.baseAddress!.advanced(by: start).assumingMemoryBound(to: CChar.self), into: bytes)
                    }
                }
                func path() -> String { folder + String(decoding: names[start..<end], as: UTF8.self) }
                guard let count else { throw FileSystemError("read", tree.root + "/" + path()) }
                found.count += 1
                do throws(ContentSourceError) {
                    if let head = try head(bytes, count, &scan, selection, path) { found.heads.append(head) }
                } catch {
                    return .failure(error)
                }
            }
            return .success(found)
        } catch {
            return .failure(ContentSourceError(path: folder, message: error.description))
        }
    }

    /// Nil where the article is not wanted, or the file holds none.
    private func head(
        _ bytes: [UInt8], _ count: Int, _ scan: inout FrontMatterScan, _ selection: Selection, _ path: () -> String
    ) throws(ContentSourceError) -> ItemHead? {
        if let found = scanned(bytes, count, &scan, selection, path) { return found.head }
        let path = path()
        let source = SourceFile(path: path, bytes: try tree.read(path))
        if source.bytes.count > count,
            let found = scanned(source.bytes, source.bytes.count, &scan, selection, { path })
        {
            return found.head
        }
        let file = ContentReader(configuration: configuration, timeZone: { _ in nil }).readHead(source)
        guard let item = file.items.first else { return nil }
        let head = ItemHead(item, LineIndex(source), configuration)
        let glance = ReviewGlance(
            due: head.reviewDue(configuration.review)?.dayNumber, isVerified: head.verified != nil,
            isTimed: head.effective != InstantRange())
        return selection.isWanted(glance) || selection.isNamed(head) ? head : nil
    }

    /// Nil where a parser must look.
    private func scanned(
        _ bytes: [UInt8], _ count: Int, _ scan: inout FrontMatterScan, _ selection: Selection, _ path: () -> String
    ) -> Scanned? {
        guard scan.scan(bytes, count: count) else { return nil }
        let article = ScannedArticle(bytes, scan)
        guard let glance = article.glance(configuration.review) else { return nil }
        let isWanted = selection.isWanted(glance)
        if !isWanted, selection.names.isEmpty { return Scanned(head: nil) }
        guard let head = article.head(at: path()) else { return nil }
        return Scanned(head: isWanted || selection.isNamed(head) ? head : nil)
    }
}

extension ArticleHeads.Selection {
    fileprivate func isNamed(_ head: ItemHead) -> Bool {
        !names.isEmpty && (names.contains(head.id) || head.aliases.contains(where: names.contains))
    }
}
