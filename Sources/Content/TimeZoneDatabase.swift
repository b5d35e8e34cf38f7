import FileSystem
import Glibc
package import Time

/// The time zones of this machine (Debian's `tzdata`).
package enum TimeZoneDatabase {
    private static let folder = "/usr/share/zoneinfo/"

    /// - Returns: nil when there is no such zone.
    package static func rules(_ name: String) -> TimeZoneRules? {
        if name == "UTC" { return .utc }
        // A name comes from content and must not lead out of the folder.
        let isName = name.utf8.allSatisfy {
            switch $0 {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): true
            case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"), UInt8(ascii: "+"): true
            default: $0 == UInt8(ascii: "/")
            }
        }
        guard isName, !name.isEmpty, !name.hasPrefix("/") else { return nil }
        guard let file = try? FileDescriptor(opening: folder + name, O_RDONLY, to: "read"),
            let bytes = try? file.readAll(limit: 1 << 20)
        else { return nil }
        return try? TimeZoneFile.read(bytes, name: name)
    }
}
