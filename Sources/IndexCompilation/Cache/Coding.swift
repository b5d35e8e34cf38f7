import SearchIndex

extension ByteWriter {
    mutating func write(_ truth: Bool) { write(byte: truth ? 1 : 0) }

    mutating func write(_ texts: [String]) {
        write(texts.count)
        for text in texts { write(text) }
    }

    mutating func write(optional text: String?) {
        write(text != nil)
        if let text { write(text) }
    }

    mutating func write(optional texts: [String]?) {
        write(texts != nil)
        if let texts { write(texts) }
    }

    mutating func write(_ words: SIMD4<UInt64>) {
        for index in words.indices { write(fixed: words[index]) }
    }

    mutating func write(optional words: SIMD4<UInt64>?) {
        write(words != nil)
        if let words { write(words) }
    }
}

extension ByteReader {
    mutating func truth() throws(IndexError) -> Bool {
        switch try byte() {
        case 0: false
        case 1: true
        default: throw .damaged
        }
    }

    mutating func texts() throws(IndexError) -> [String] {
        var texts: [String] = []
        let count = try count()
        texts.reserveCapacity(count)
        for _ in 0..<count { texts.append(try text()) }
        return texts
    }

    mutating func optionalText() throws(IndexError) -> String? { try truth() ? try text() : nil }

    mutating func optionalTexts() throws(IndexError) -> [String]? { try truth() ? try texts() : nil }

    mutating func words() throws(IndexError) -> SIMD4<UInt64> {
        var words = SIMD4<UInt64>()
        for index in words.indices { words[index] = try fixed(UInt64.self) }
        return words
    }

    mutating func optionalWords() throws(IndexError) -> SIMD4<UInt64>? { try truth() ? try words() : nil }
}
