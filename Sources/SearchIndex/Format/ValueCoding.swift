extension IndexValue: Coded {
    func write(to writer: inout ByteWriter) {
        switch self {
        case .null: writer.write(byte: 0)
        case .boolean(let truth):
            writer.write(byte: 1)
            truth.write(to: &writer)
        case .integer(let number):
            writer.write(byte: 2)
            number.write(to: &writer)
        case .text(let text):
            writer.write(byte: 3)
            text.write(to: &writer)
        case .list(let values):
            writer.write(byte: 4)
            values.write(to: &writer)
        case .object(let members):
            writer.write(byte: 5)
            members.write(to: &writer)
        }
    }

    init(from reader: inout ByteReader) throws(IndexError) {
        self = try reader.nested { (reader) throws(IndexError) in
            switch try reader.byte() {
            case 0: .null
            case 1: .boolean(try Bool(from: &reader))
            case 2: .integer(try Int(from: &reader))
            case 3: .text(try String(from: &reader))
            case 4: .list(try [IndexValue](from: &reader))
            case 5: .object(try [Member](from: &reader))
            default: throw .damaged
            }
        }
    }
}

extension IndexValue.Member: Coded {
    func write(to writer: inout ByteWriter) {
        name.write(to: &writer)
        value.write(to: &writer)
    }

    init(from reader: inout ByteReader) throws(IndexError) {
        self.init(try String(from: &reader), try IndexValue(from: &reader))
    }
}
