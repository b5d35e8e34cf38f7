import AdversarialSensitive
import Glibc
import SensitiveText

// Scans standard input and prints each finding, or with `--time` how fast it was; `--growth` prints how much longer a
// scan of twice an adversarial text takes.

func readInput() -> [UInt8] {
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 20)
    while true {
        let count = read(0, &chunk, chunk.count)
        guard count > 0 else { return bytes }
        bytes.append(contentsOf: chunk[..<count])
    }
}

/// The shortest of several runs.
func seconds(_ bytes: [UInt8]) -> Double {
    let clock = ContinuousClock()
    let best = (0..<5).map { _ in clock.measure { _ = SensitiveText.scan(bytes, in: 0..<bytes.count) } }.min()!
    return Double(best.components.seconds) + Double(best.components.attoseconds) / 1e18
}

switch CommandLine.arguments.dropFirst().first {
case "--growth":
    for text in AdversarialSensitive.allCases {
        let once = seconds(text.bytes(count: 1 << 20))
        let twice = seconds(text.bytes(count: 2 << 20))
        print("\(text.rawValue): \(Int(once * 1e9 / Double(1 << 20))) ns a byte, t(2n)/t(n) \(twice / once)")
    }
case "--time":
    let bytes = readInput()
    print("\(Int(Double(bytes.count) / seconds(bytes) / 1e6)) MB/s over \(bytes.count) bytes")
default:
    let bytes = readInput()
    for match in SensitiveText.scan(bytes, in: 0..<bytes.count) {
        let around = max(0, match.range.lowerBound - 40)..<min(bytes.count, match.range.upperBound + 30)
        let found = String(decoding: bytes[match.range], as: UTF8.self)
        let context = String(decoding: bytes[around], as: UTF8.self).split(whereSeparator: \.isNewline)
        print("\(match.kind.rawValue)\t\(found)\t\(context.joined(separator: " "))")
    }
}
