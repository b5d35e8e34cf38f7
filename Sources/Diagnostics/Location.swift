/// How much a finding weighs: an error fails a check, a warning and a note do not.
package enum Severity: String, CaseIterable, Comparable, Sendable {
    case error, warning, note

    package static func < (left: Severity, right: Severity) -> Bool {
        allCases.firstIndex(of: left)! < allCases.firstIndex(of: right)!
    }
}

/// A rule's stable name: the code is never used again for another rule.
package struct RuleID: Hashable, Sendable {
    package let code: String
    package let name: String

    package init(_ code: String, _ name: String) {
        self.code = code
        self.name = name
    }
}

/// Bytes of a file, as UTF-8 offsets.
package struct Location: Hashable, Sendable {
    package let path: String
    private let stored: StoredRange

    package init(path: String, range: Range<Int>) {
        self.path = path
        stored = StoredRange(range)
    }

    package var range: Range<Int> { stored.range }
}

/// A replacement of some bytes of a file.
package struct TextEdit: Hashable, Sendable {
    package var location: Location
    package var replacement: String

    package init(_ location: Location, replacement: String) {
        self.location = location
        self.replacement = replacement
    }
}

/// Edits that together resolve a finding without changing what its author meant.
package struct Fix: Hashable, Sendable {
    package var title: String
    package var edits: [TextEdit]

    package init(_ title: String, edits: [TextEdit]) {
        self.title = title
        self.edits = edits
    }
}
