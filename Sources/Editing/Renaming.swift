import Content
import Diagnostics

extension ItemEditor {
    /// Gives an item another id. The old one stays as an alias, so that what quotes it goes on resolving.
    ///
    /// - Returns: The item's own files first: once one is written, the old name resolves as an alias, so an
    ///   interrupted rename is finished by running it again.
    package func renaming(_ old: String, to new: String) throws(EditingError) -> [FileChange] {
        guard ItemID.isWellFormed(new) else { throw .malformedID(new) }
        guard old != new else { throw .sameName(new) }
        var edits: [TextEdit] = []
        let taken = base.editions(of: new)
        let remaining = base.editions(of: old)
        // Some editions may have the new id and others not yet; two in one language would be two items.
        let isHalfDone =
            taken.contains { $0.aliases.contains { $0.value == old } }
            && Set(taken.map(language)).isDisjoint(with: remaining.map(language))
        if !isHalfDone {
            if let other = taken.first { throw .takenID(new, by: other.path) }
            if let other = base.items.first(where: { $0.id.value != old && $0.aliases.contains { $0.value == new } }) {
                throw .takenID(new, by: other.path)
            }
        }
        for item in isHalfDone ? remaining : try editions(of: old) {
            let location = Location(path: item.path, range: item.id.range)
            edits.append(try replacing(old, by: new, at: location))
            if !item.aliases.contains(where: { $0.value == old }),
                let alias = try fields(of: item).appending(old, to: "aliases", after: "id")
            {
                edits.append(alias)
            }
        }
        for (path, reference) in references(to: old) {
            edits.append(try replacing(old, by: new, at: Location(path: path, range: reference.range)))
        }
        return TranslationHashes(base).following(try changes(edits, first: (taken + remaining).map(\.path)))
    }

    private func language(of item: ItemRecord) -> String {
        item.language?.value ?? base.configuration.languages.first ?? ""
    }
}

/// The form of ids: lower-case ASCII letters and digits, in parts joined by single hyphens.
package enum ItemID {
    package static func isWellFormed(_ id: String) -> Bool {
        let parts = id.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
        return id.utf8.count <= 128
            && parts.allSatisfy { part in
                !part.isEmpty
                    && part.allSatisfy {
                        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0)
                            || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0)
                    }
            }
    }
}
