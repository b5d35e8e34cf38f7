import Git

/// The settings of many commits: most have those of the one before, which are read once.
final class SettingsHistory {
    private struct Key: Hashable {
        let configuration: ObjectID?
        let people: ObjectID?
    }

    private let place: ReviewedRepository
    private var known: [Key: BaseSettings] = [:]

    init(_ place: ReviewedRepository) {
        self.place = place
    }

    /// - Parameter commit: Nil: nothing is there yet.
    func of(_ commit: ObjectID?) throws -> BaseSettings {
        guard let commit else { return try BaseSettings(place, at: nil) }
        let key = Key(
            configuration: try place.repository.entry(at: place.place("kb.yaml"), of: commit)?.id,
            people: try place.repository.entry(at: place.place("people.yaml"), of: commit)?.id)
        if let settings = known[key] { return settings }
        let settings = try BaseSettings(place, at: commit)
        known[key] = settings
        return settings
    }
}
