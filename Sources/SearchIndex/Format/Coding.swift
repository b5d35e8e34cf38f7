/// A value of the index format; what `write` writes, `init` reads.
protocol Coded {
    func write(to writer: inout ByteWriter)
    init(from reader: inout ByteReader) throws(IndexError)
}

extension String: Coded {
    func write(to writer: inout ByteWriter) { writer.write(self) }

    init(from reader: inout ByteReader) throws(IndexError) { self = try reader.text() }
}

extension Int: Coded {
    func write(to writer: inout ByteWriter) { writer.write(signed: Int64(self)) }

    init(from reader: inout ByteReader) throws(IndexError) { self = Int(try reader.signed()) }
}

extension Bool: Coded {
    func write(to writer: inout ByteWriter) { writer.write(byte: self ? 1 : 0) }

    init(from reader: inout ByteReader) throws(IndexError) {
        switch try reader.byte() {
        case 0: self = false
        case 1: self = true
        default: throw .damaged
        }
    }
}

extension Array: Coded where Element: Coded {
    func write(to writer: inout ByteWriter) {
        writer.write(count)
        for element in self { element.write(to: &writer) }
    }

    init(from reader: inout ByteReader) throws(IndexError) {
        self = []
        for _ in 0..<(try reader.count()) { append(try Element(from: &reader)) }
    }
}

extension Optional: Coded where Wrapped: Coded {
    func write(to writer: inout ByteWriter) {
        (self != nil).write(to: &writer)
        self?.write(to: &writer)
    }

    init(from reader: inout ByteReader) throws(IndexError) {
        self = try Bool(from: &reader) ? try Wrapped(from: &reader) : nil
    }
}
