package import Time

/// A release as its tag and the file beside an index hold it: a title, an empty line, and one `name: value` a line.
package enum ReleaseText {
    private static let first = "kb-release: 1"
    private static let longest = 4 << 20
    private static let largestNumber = 999_999_999

    /// Ends with a line break.
    package static func text(_ release: Release, in zone: TimeZoneRules) -> String {
        var lines = [
            "Release \(release.number) of \(release.channel)", "", first, "channel: \(release.channel)",
            "number: \(release.number)", "kind: \(release.kind.rawValue)", "time: \(zone.offsetText(release.time))",
            "commit: \(release.commit)", "person: \(line(release.person))",
        ]
        if let restores = release.restores { lines.append("restores: \(restores)") }
        for index in release.indexes {
            lines.append("index: \(index.audience) sha256:\(index.sha256) \(index.bytes) seal:\(index.seal)")
        }
        for approval in release.approvals { lines.append("approval: \(line(approval))") }
        for owed in release.owed {
            lines.append("owed: \(zone.offsetText(owed.by)) \(owed.role) \(line(owed.path))")
        }
        return lines.joined(separator: "\n") + "\n"
    }

    /// - Returns: Nil for what is no release, or one of a later form.
    package static func read(_ text: String) -> Release? {
        guard text.utf8.count <= longest else { return nil }
        let lines = text.split(separator: "\n", omittingEmptySubsequences: true)
        guard let start = lines.firstIndex(where: { $0 == first }) else { return nil }
        var single: [Substring: Substring] = [:]
        var release = Release(
            channel: "", number: 0, kind: .publish, time: Instant(seconds: 0), commit: "", person: "")
        for line in lines[(start + 1)...] {
            guard let colon = line.firstRange(of: ": ") else { return nil }
            let (name, value) = (line[..<colon.lowerBound], line[colon.upperBound...])
            switch name {
            case "index":
                guard let index = index(value) else { return nil }
                release.indexes.append(index)
            case "approval": release.approvals.append(String(value))
            case "owed":
                guard let owed = owed(value) else { return nil }
                release.owed.append(owed)
            default:
                guard single.updateValue(value, forKey: name) == nil else { return nil }
            }
        }
        guard let channel = single["channel"], let number = single["number"].flatMap({ Int($0) }),
            (1...largestNumber).contains(number),
            let kind = single["kind"].flatMap({ Release.Kind(rawValue: String($0)) }),
            let time = single["time"].flatMap(instant), let commit = single["commit"], isHex(commit, 40),
            let person = single["person"]
        else { return nil }
        release.channel = String(channel)
        release.number = number
        release.kind = kind
        release.time = time
        release.commit = String(commit)
        release.person = String(person)
        release.restores = single["restores"].flatMap { Int($0) }.flatMap {
            (1...largestNumber).contains($0) ? $0 : nil
        }
        return release
    }

    private static func index(_ value: Substring) -> Release.IndexFile? {
        let parts = value.split(separator: " ")
        guard parts.count == 4, parts[1].hasPrefix("sha256:"), isHex(parts[1].dropFirst(7), 64),
            let bytes = Int(parts[2]), bytes >= 0, parts[3].hasPrefix("seal:"), isHex(parts[3].dropFirst(5), 16)
        else { return nil }
        return Release.IndexFile(
            audience: String(parts[0]), sha256: String(parts[1].dropFirst(7)), bytes: bytes,
            seal: String(parts[3].dropFirst(5)))
    }

    private static func owed(_ value: Substring) -> Release.Owed? {
        let parts = value.split(separator: " ", maxSplits: 2)
        guard parts.count == 3, let by = instant(parts[0]) else { return nil }
        return Release.Owed(path: String(parts[2]), role: String(parts[1]), by: by)
    }

    /// A moment that names its offset.
    private static func instant(_ text: Substring) -> Instant? {
        guard let moment = Moment(text), moment.offset != nil else { return nil }
        do throws(LocalTimeError) { return try moment.instant(in: .utc) } catch { return nil }
    }

    private static func isHex(_ text: Substring, _ count: Int) -> Bool {
        text.utf8.count == count
            && text.utf8.allSatisfy {
                ("0"..."9").contains(Character(Unicode.Scalar($0)))
                    || ("a"..."f").contains(Character(Unicode.Scalar($0)))
            }
    }

    /// On one line, whatever stands in it.
    private static func line(_ text: String) -> String {
        String(String.UnicodeScalarView(text.unicodeScalars.map { $0.value < 0x20 || $0.value == 0x7F ? " " : $0 }))
    }
}
