import Content
package import Diagnostics

extension ItemEditor {
    /// What retiring an item changes, and which places still name it.
    package struct Retirement: Sendable {
        package var changes: [FileChange]
        /// Places that name the item and have no replacement to name.
        package var remaining: [Location]
    }

    /// Ends an item, and points what names it to its replacement.
    ///
    /// - Parameter replacement: The id that takes over; nil: nothing does.
    package func retiring(_ id: String, replacedBy replacement: String?) throws(EditingError) -> Retirement {
        let editions = try editions(of: id)
        // Done already, with the same replacement.
        if editions.allSatisfy({ $0.isRetired && $0.replacedBy?.value == replacement }), references(to: id).isEmpty {
            return Retirement(changes: [], remaining: [])
        }
        if let replacement {
            guard replacement != id else { throw .ownReplacement(id) }
            guard try !self.editions(of: replacement).allSatisfy(\.isRetired) else {
                throw .retiredReplacement(replacement)
            }
        }
        var edits: [TextEdit] = []
        for item in editions {
            let fields = try fields(of: item)
            let replacedBy = replacement.flatMap { fields.setting("replaced_by", $0, after: "id") }
            let status = fields.setting("status", "retired", after: "id")
            edits += joined([status, replacedBy].compactMap(\.self))
        }
        var remaining: [Location] = []
        for (path, reference) in references(to: id) {
            let location = Location(path: path, range: reference.range)
            // An edition's own translation goes on naming its source.
            if editions.contains(where: { $0.path == path }) { continue }
            guard let replacement else {
                remaining.append(location)
                continue
            }
            edits.append(try replacing(id, by: replacement, at: location))
            if let anchor = try droppingAnchor(of: reference, in: path, at: replacement) { edits.append(anchor) }
        }
        let changes = try changes(edits, first: editions.map(\.path))
        return Retirement(
            changes: TranslationHashes(base).following(changes), remaining: remaining.sorted(by: precedes))
    }

    /// Insertions at one place become one edit, in their order.
    private func joined(_ edits: [TextEdit]) -> [TextEdit] {
        guard edits.count == 2, edits[0].location == edits[1].location, edits[0].location.range.isEmpty else {
            return edits
        }
        return [TextEdit(edits[0].location, replacement: edits[0].replacement + edits[1].replacement)]
    }

    /// A heading that the replacement does not have is left out of a link.
    private func droppingAnchor(
        of reference: Reference, in path: String, at replacement: String
    ) throws(EditingError) -> TextEdit? {
        guard case .item(_, let anchor?) = reference.target else { return nil }
        let source = try source(path)
        let isKnown = base.editions(of: replacement).contains { $0.anchors.contains(anchor) }
        guard !isKnown, let hash = source.bytes[reference.range].firstIndex(of: UInt8(ascii: "#")) else { return nil }
        let end = hash + 1 + anchor.utf8.count
        guard end <= reference.range.upperBound else { return nil }
        return TextEdit(Location(path: path, range: hash..<end), replacement: "")
    }

    private func precedes(_ left: Location, _ right: Location) -> Bool {
        (left.path, left.range.lowerBound) < (right.path, right.range.lowerBound)
    }
}
