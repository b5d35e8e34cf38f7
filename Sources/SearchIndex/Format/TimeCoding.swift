import Time

extension Instant: Coded {
    func write(to writer: inout ByteWriter) { writer.write(signed: seconds) }

    init(from reader: inout ByteReader) throws(IndexError) {
        let seconds = try reader.signed()
        // Within the years that a calendar date can have, so that no later sum overflows.
        guard abs(Double(seconds)) < 1e12 else { throw .damaged }
        self.init(seconds: seconds)
    }
}

extension InstantRange: Coded {
    func write(to writer: inout ByteWriter) {
        from.write(to: &writer)
        until.write(to: &writer)
    }

    init(from reader: inout ByteReader) throws(IndexError) {
        self.init(from: try Optional<Instant>(from: &reader), until: try Optional<Instant>(from: &reader))
    }
}

extension CivilDate: Coded {
    /// As days since 1970-01-01.
    func write(to writer: inout ByteWriter) { dayNumber.write(to: &writer) }

    init(from reader: inout ByteReader) throws(IndexError) { self.init(dayNumber: try Int(from: &reader)) }
}

extension TimeZoneRules: Coded {
    func write(to writer: inout ByteWriter) {
        name.write(to: &writer)
        initialOffset.write(to: &writer)
        transitions.write(to: &writer)
    }

    init(from reader: inout ByteReader) throws(IndexError) {
        self.init(
            name: try String(from: &reader), initialOffset: try Int.offset(from: &reader),
            transitions: try [Transition](from: &reader))
        guard zip(transitions, transitions.dropFirst()).allSatisfy({ $0.at < $1.at }) else { throw .damaged }
    }
}

extension TimeZoneRules.Transition: Coded {
    func write(to writer: inout ByteWriter) {
        at.write(to: &writer)
        offset.write(to: &writer)
    }

    init(from reader: inout ByteReader) throws(IndexError) {
        self.init(at: try Instant(from: &reader), offset: try Int.offset(from: &reader))
    }
}

extension Int {
    /// Seconds east of UTC: less than a day either way.
    fileprivate static func offset(from reader: inout ByteReader) throws(IndexError) -> Int {
        let offset = try Int(from: &reader)
        guard offset.magnitude < 86_400 else { throw .damaged }
        return offset
    }
}
