import Content
import Time

/// What every document of an index depends on besides its own file.
enum BuildSettings {
    /// Equal bytes mean equal settings.
    ///
    /// - Parameter zone: Of the knowledge base, with the transitions that this machine knows.
    static func bytes(
        of source: ListedSource, audiences: [String], zone: TimeZoneRules
    ) throws(ContentSourceError) -> [UInt8] {
        var bytes: [UInt8] = []
        func add(_ text: String) { bytes += Array("\(text.utf8.count):\(text)".utf8) }
        for audience in Set(audiences).sorted() { add(audience) }
        add("\(zone.initialOffset)")
        for transition in zone.transitions { add("\(transition.at.seconds) \(transition.offset)") }
        for entry in source.entries() where entry.settingKind != nil {
            add(entry.path)
            bytes += withUnsafeBytes(of: ContentDigest(of: try source.read(entry.path)).words) { Array($0) }
        }
        return bytes
    }
}
