/// A fact's name in text: `{{fact:mri.prep-hours}}`.
package struct FactPlaceholder: Hashable, Sendable {
    package let name: String
    package let range: Range<Int>

    private static let opening = Array("{{fact:".utf8)

    /// Every placeholder, in order.
    package static func all(in bytes: [UInt8]) -> [FactPlaceholder] {
        var found: [FactPlaceholder] = []
        bytes.withUnsafeBufferPointer { buffer in
            var offset = 0
            while offset + opening.count < buffer.count {
                guard buffer[offset] == UInt8(ascii: "{"), buffer[offset...].starts(with: opening) else {
                    offset += 1
                    continue
                }
                let start = offset + opening.count
                let name = buffer[start...].prefix(128).prefix {
                    $0 != UInt8(ascii: "}") && $0 != UInt8(ascii: "\n") && $0 != UInt8(ascii: "{")
                }
                offset = name.endIndex
                guard buffer[offset...].starts(with: "}}".utf8) else { continue }
                found.append(
                    FactPlaceholder(
                        name: String(decoding: name, as: UTF8.self), range: start - opening.count..<offset + 2))
                offset += 2
            }
        }
        return found
    }
}
