package import Content
package import Diagnostics

/// Why a change to items cannot be made. Nothing has been written then.
package enum EditingError: Error, Hashable, Sendable {
    case unknownItem(String, suggestion: String?)
    case takenID(String, by: String)
    case malformedID(String)
    case sameName(String)
    case sameOwner(String)
    case ownReplacement(String)
    case retiredReplacement(String)
    case unknownOwner(String, suggestion: String?)
    /// The text at a place does not show the name as it is, because of quotes or escapes.
    case unreadablePlace(Location, name: String)
    case unreadableFile(String)
    /// A file whose review is written in a way in which it cannot be changed.
    case unwritableReview(String)
    /// A file that was read before.
    case lostFile(ContentSourceError)
}

extension EditingError: CustomStringConvertible {
    package var description: String {
        switch self {
        case .unknownItem(let id, let suggestion):
            "there is no item '\(id)'" + (suggestion.map { "; \($0)" } ?? "; 'kb list' shows them all")
        case .takenID(let id, let path): "the id '\(id)' is taken by '\(path)'; choose another"
        case .malformedID(let id):
            "'\(id)' cannot be an id: use lower-case ASCII letters, digits and single hyphens, such as 'mri-preparation'"
        case .sameName(let name): "'\(name)' is already its name; there is nothing to do"
        case .sameOwner(let name): "'\(name)' owns that already; name somebody else"
        case .ownReplacement(let id): "'\(id)' cannot replace itself; name another item"
        case .retiredReplacement(let id): "'\(id)' is retired itself; name an item that is in use"
        case .unknownOwner(let id, let suggestion):
            "people.yaml has no person or group '\(id)'" + (suggestion.map { "; \($0)" } ?? "")
        case .unreadablePlace(let location, let name):
            "'\(location.path)' writes '\(name)' with escapes, which cannot be replaced safely; write it plainly and try again"
        case .unwritableReview(let path):
            "'\(path)' writes its review in a way in which it cannot be changed safely; write it as 'review: {}' and try "
                + "again. Nothing was changed"
        case .unreadableFile(let path): "'\(path)' cannot be read; 'kb validate' says why"
        case .lostFile(let error): "\(error.message). Nothing was changed"
        }
    }
}
