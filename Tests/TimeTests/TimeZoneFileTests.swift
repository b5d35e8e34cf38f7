import Testing
import Time

/// Files that are not as they should be give an error or a value, never a trap.
@Suite struct TimeZoneFileTests {
    /// Asks everything of a file that can be read.
    private func probe(_ bytes: [UInt8]) {
        guard let zone = try? TimeZoneFile.read(bytes, name: "Test") else { return }
        for seconds: Int64 in [-62_135_596_800, 0, 1_700_000_000, 4_294_967_296, 253_402_300_799] {
            let local = zone.local(Instant(seconds: seconds))
            _ = zone.startOfDay(local.date)
            _ = try? zone.instant(of: local)
        }
    }

    @Test(arguments: ["America/New_York", "Africa/Cairo", "Etc/UTC"])
    func `A file cut short anywhere is read or refused`(_ name: String) throws {
        let bytes = try Zones.bytes(name)
        for length in 0..<bytes.count { probe(Array(bytes[..<length])) }
        #expect(throws: TimeZoneFile.Failure.self) { try TimeZoneFile.read(Array(bytes[..<43]), name: name) }
    }

    @Test func `Every zone of the machine is read`() throws {
        let table = String(decoding: try Zones.bytes("zone.tab"), as: UTF8.self)
        let names = table.split(separator: "\n").filter { $0.first != "#" }.map { $0.split(separator: "\t")[2] }
        #expect(names.count > 400)
        for name in names { _ = try Zones.rules(String(name)) }
    }

    @Test func `A file with any byte changed is read or refused`() {
        let bytes = SmallZone().bytes
        for index in bytes.indices {
            for value: UInt8 in [0, 1, 0x2C, 0x30, 0x39, 0x7F, 0x80, 0xFF, bytes[index] ^ 1, bytes[index] ^ 0x40] {
                var changed = bytes
                changed[index] = value
                probe(changed)
            }
        }
    }

    @Test func `A small file is read`() throws {
        let zone = try TimeZoneFile.read(SmallZone().bytes, name: "Small")
        #expect(zone.initialOffset == -18_000)
        #expect(zone.transitions.first == .init(at: Instant(seconds: 1_000_000_000), offset: -14_400))
        // The rule at its end is spelled out until 2200.
        #expect(zone.transitions.last.map { zone.local($0.at).date.year } == 2200)
    }

    @Test(arguments: [
        "EST5", "EST5EDT", "EST5EDT,", "EST5EDT,M3.2.0", "EST5EDT,M13.2.0,M11.1.0", "EST5EDT,M3.6.0,M11.1.0",
        "EST5EDT,M3.2.7,M11.1.0", "EST5EDT,J60,J300", "EST5EDT,60,300", "EST5:0:0:0EDT,M3.2.0,M11.1.0",
        "EST5EDT4:0:0:0:0,M3.2.0,M11.1.0", "EST5EDT,M3.2.0/2:0:0:0,M11.1.0", "<EST5EDT,M3.2.0,M11.1.0",
        "E5E,M3.2.0,M11.1.0",
        "EST999999999EDT,M3.2.0,M11.1.0", "EST5EDT,M3.2.0/999999999,M11.1.0/-999999999", ",,", "EST,M3.2.0,M11.1.0",
    ])
    func `A rule that cannot be read adds nothing, and stops nothing`(_ rule: String) throws {
        probe(SmallZone(rule: rule).bytes)
    }

    @Test(arguments: [[Int64.min], [.max], [.min, .max], [2, 1], [1, 1]])
    func `Transitions at impossible times or out of order are refused`(_ times: [Int64]) {
        let bytes = SmallZone(times: times).bytes
        #expect(throws: TimeZoneFile.Failure.self) { try TimeZoneFile.read(bytes, name: "Test") }
    }

    @Test(arguments: [Int32.min, .max, 200_000])
    func `An offset of more than a day is refused`(_ offset: Int32) {
        let bytes = SmallZone(daylight: offset).bytes
        #expect(throws: TimeZoneFile.Failure.self) { try TimeZoneFile.read(bytes, name: "Test") }
    }
}

/// A time zone file of the second version with two types.
private struct SmallZone {
    var times: [Int64] = [1_000_000_000]
    var daylight: Int32 = -14_400
    var rule = "EST5EDT,M3.2.0,M11.1.0"

    var bytes: [UInt8] {
        // The first body, for readers of 32 bits, is empty.
        header(times: 0, types: 0, names: 0) + header(times: times.count, types: 2, names: 8)
            + times.flatMap { big(UInt64(bitPattern: $0), 8) } + times.map { _ in 1 }
            + big(UInt64(UInt32(bitPattern: -18_000)), 4)
            + [0, 0] + big(UInt64(UInt32(bitPattern: daylight)), 4) + [1, 4] + Array("EST\0EDT\0".utf8)
            + Array("\n\(rule)\n".utf8)
    }

    private func header(times: Int, types: Int, names: Int) -> [UInt8] {
        Array("TZif2".utf8) + [UInt8](repeating: 0, count: 15)
            + [0, 0, 0, times, types, names].flatMap { big(UInt64($0), 4) }
    }

    private func big(_ value: UInt64, _ width: Int) -> [UInt8] {
        (0..<width).map { UInt8(truncatingIfNeeded: value >> UInt64(8 * (width - 1 - $0))) }
    }
}
