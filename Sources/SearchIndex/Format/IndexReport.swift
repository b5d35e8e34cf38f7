/// What an index file holds, section by section.
package struct IndexReport {
    package struct Part: Sendable {
        package var name: String
        /// Without the hashes of its pages.
        package var bytes: Int
    }

    package let version: Int
    package let documentCount: Int
    /// Of the whole file.
    package let bytes: Int
    package let parts: [Part]
    private let sections: [Section]

    package init(_ memory: IndexMemory) throws(IndexError) {
        let header = try Header(memory)
        version = Int(Layout.version)
        documentCount = header.documentCount
        bytes = memory.bytes.count
        let kinds = Layout.Section.allCases.filter { header.sections[$0] != nil }
        parts = kinds.map { Part(name: "\($0)", bytes: header.sections[$0]!.count) }
        sections = kinds.map { header.sections[$0]! }
    }

    /// Holds every page against its hash.
    package func check() throws(IndexError) {
        for section in sections { _ = try section.all }
    }
}
