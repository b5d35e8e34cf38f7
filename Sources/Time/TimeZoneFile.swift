/// Reads a compiled time zone of the IANA database (RFC 8536, "TZif").
package enum TimeZoneFile {
    package enum Failure: Error, Sendable {
        case notATimeZoneFile
    }

    /// The last year for which the rule at the end of a file is spelled out as transitions.
    private static let lastYear = 2200
    /// RFC 8536 lets a file begin with an earliest time of -2^59; sums with what is in reach stay far from overflow.
    private static let times = -(Int64(1) << 59)...(Int64(1) << 59)
    /// What RFC 8536 holds offsets to, in seconds.
    private static let offsets = -89_999...93_599

    package static func read(_ bytes: [UInt8], name: String) throws(Failure) -> TimeZoneRules {
        var reader = BigEndianReader(bytes)
        var header = try Header(&reader)
        var width = 4
        if header.version >= 2 {
            try reader.skip(header.bodySize(width: 4))
            header = try Header(&reader)
            width = 8
        }
        var times: [Int64] = []
        for _ in 0..<header.times { times.append(try reader.integer(width)) }
        let types = try reader.take(header.times)
        var offsets: [(offset: Int, isDaylight: Bool)] = []
        for _ in 0..<header.types {
            let offset = Int(try reader.integer(4))
            let flags = try reader.take(2)
            offsets.append((offset, flags.first == 1))
        }
        guard let initial = offsets.first(where: { !$0.isDaylight }) ?? offsets.first,
            types.allSatisfy({ Int($0) < offsets.count }),
            offsets.allSatisfy({ TimeZoneFile.offsets.contains($0.offset) }),
            times.allSatisfy(TimeZoneFile.times.contains), zip(times, times.dropFirst()).allSatisfy({ $0 < $1 })
        else { throw .notATimeZoneFile }
        try reader.skip(header.names + header.leaps * (width + 4) + header.standards + header.universals)
        var transitions = zip(times, types).map {
            TimeZoneRules.Transition(at: Instant(seconds: $0), offset: offsets[Int($1)].offset)
        }
        if width == 8, let rule = PosixRule(reader.rest) {
            let last = transitions.last?.at ?? Instant(seconds: 0)
            let firstYear = LocalDateTime(epochSeconds: last.seconds).date.year
            if firstYear <= lastYear {
                for year in firstYear...lastYear {
                    transitions += rule.transitions(in: year).filter { $0.at > last }
                }
            }
        }
        return TimeZoneRules(name: name, initialOffset: initial.offset, transitions: transitions)
    }

    private struct Header {
        let version: Int
        let universals, standards, leaps, times, types, names: Int

        init(_ reader: inout BigEndianReader) throws(Failure) {
            guard try reader.take(4).elementsEqual("TZif".utf8) else { throw .notATimeZoneFile }
            version = Int(try reader.take(1).first ?? 0) - 0x30
            try reader.skip(15)
            universals = Int(try reader.integer(4))
            standards = Int(try reader.integer(4))
            leaps = Int(try reader.integer(4))
            times = Int(try reader.integer(4))
            types = Int(try reader.integer(4))
            names = Int(try reader.integer(4))
            guard [universals, standards, leaps, times, types, names].allSatisfy({ (0..<100_000).contains($0) }) else {
                throw .notATimeZoneFile
            }
        }

        func bodySize(width: Int) -> Int {
            times * (width + 1) + types * 6 + names + leaps * (width + 4) + standards + universals
        }
    }
}

private struct BigEndianReader {
    private var bytes: ArraySlice<UInt8>

    init(_ bytes: [UInt8]) {
        self.bytes = bytes[...]
    }

    var rest: ArraySlice<UInt8> { bytes }

    mutating func take(_ count: Int) throws(TimeZoneFile.Failure) -> ArraySlice<UInt8> {
        guard count <= bytes.count else { throw .notATimeZoneFile }
        defer { bytes = bytes.dropFirst(count) }
        return bytes.prefix(count)
    }

    mutating func skip(_ count: Int) throws(TimeZoneFile.Failure) {
        _ = try take(count)
    }

    /// A signed number of four or eight bytes.
    mutating func integer(_ width: Int) throws(TimeZoneFile.Failure) -> Int64 {
        let value = try take(width).reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
        return width == 4 ? Int64(Int32(truncatingIfNeeded: value)) : Int64(bitPattern: value)
    }
}
