import Decisions
import SearchIndex
import Time

/// What a shell completes from an index. A shell that completes wants names or nothing: an index that cannot be read gives
/// none.
enum IndexCompletion {
    @Sendable static func ids(_ words: [String], _ place: Int, _ prefix: String) -> [String] {
        (try? reader(words)?.names()) ?? []
    }

    @Sendable static func workflows(_ words: [String], _ place: Int, _ prefix: String) -> [String] {
        let documents = (try? reader(words)?.documents()) ?? []
        return Set(documents.filter { $0.flow != nil }.map(\.id)).sorted()
    }

    /// `field=value` for the fields of the workflow among the words.
    @Sendable static func answers(_ words: [String], _ place: Int, _ prefix: String) -> [String] {
        guard let reader = try? reader(words) else { return [] }
        for word in words {
            guard case .found(let workflow)? = try? reader.workflow(named: word, language: nil) else { continue }
            return workflow.fields.flatMap { field in
                let values = TypedAnswer(field: field, source: nil, today: reader.index.zone.local(reader.now).date)
                    .listed.map { "\(field.name)=\($0.text)" }
                return values.isEmpty ? ["\(field.name)="] : values
            }
        }
        return []
    }

    private static func reader(_ words: [String]) throws -> Reader? {
        let named = words.indices.dropLast().first { words[$0] == "--index" }.map { words[$0 + 1] }
        let path = try IndexPlace.path(named, Surroundings.ofProcess())
        return try Reader(try Index(try IndexMemory(path: path)), at: SystemClock.now())
    }
}
