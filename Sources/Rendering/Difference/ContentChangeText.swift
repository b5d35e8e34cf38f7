import Difference

/// What is said of a change of content in every format for people.
struct ContentChangeText {
    let change: ContentChange

    init(_ change: ContentChange) {
        self.change = change
    }

    /// What kind of thing it is.
    var kind: String {
        switch change.kind {
        case "kb": "settings"
        case "directory": "directory entry"
        case "people": "people and roles"
        case "asset": "attachment"
        default: change.kind
        }
    }

    /// Its title, or else what it is.
    var title: String {
        if let title = change.title, !title.isEmpty { return title }
        return change.kind == "kb" ? "Settings of the knowledge base" : change.id
    }

    /// `es, from 2027-01-01`; empty for the only edition.
    var edition: String { change.version.edition }

    /// What became of it, in a few words.
    var verdict: String {
        switch change.change {
        case .added: return "added"
        case .removed: return "removed"
        case .retired: return "retired" + move
        case .renamed: return "renamed from \(change.before?.id ?? "")" + move
        case .changed:
            if change.fields.isEmpty, change.kind != "asset" {
                return change.isMoved ? "moved from \(change.before?.path ?? "")" : "changed"
            }
            return (change.isText ? "changed; compared as text, because it cannot be read" : "changed") + move
        }
    }

    private var move: String { change.isMoved ? ", moved from \(change.before?.path ?? "")" : "" }

    /// How large an attachment is and was; nil for what has a text.
    var size: String? {
        guard change.kind == "asset" else { return nil }
        switch (change.before?.bytes, change.after?.bytes) {
        case (let before?, let after?): return "\(before.sizeText) before, \(after.sizeText) now"
        case (nil, let after?): return after.sizeText
        case (let before?, nil): return before.sizeText
        case (nil, nil): return nil
        }
    }

    /// `also told by 3 items`; nil where nothing tells it.
    var reach: String? {
        let count = change.reach.count + change.moreReach
        guard change.kind == "fact", change.after != nil else { return nil }
        if count == 0 { return "nothing tells this fact" }
        return count == 1 ? "told in 1 place" : "told in \(count) places"
    }
}

extension Int {
    /// `812 bytes`, `1.4 MB`.
    var sizeText: String {
        if self < 1000 { return "\(self) bytes" }
        let (unit, size) = self < 1_000_000 ? ("kB", 1000) : ("MB", 1_000_000)
        let tenths = self / (size / 10)
        return tenths >= 100 ? "\(tenths / 10) \(unit)" : "\(tenths / 10).\(tenths % 10) \(unit)"
    }
}
