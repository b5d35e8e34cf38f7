import Glibc

/// How much a term says of a document, as few bits can hold it.
///
/// Step `i` above 0 stands for `least * ratio^(i - 1)`: equal steps of a logarithm, so that small and large impacts are
/// equally exact. An impact is known but for some 5 %, and what the first stage finds is ranked again by exact features.
enum Impact {
    static let width = 6
    static let steps = 1 << width
    private static let least: Float = 0.05
    private static let greatest: Float = 40
    private static let logRatio = logf(greatest / least) / Float(steps - 2)

    /// The impact that each step stands for.
    static let values: [Float] = (0..<steps).map { $0 == 0 ? 0 : least * expf(Float($0 - 1) * logRatio) }

    static func step(_ impact: Float) -> UInt32 {
        guard impact > 0 else { return 0 }
        let step = (logf(impact / least) / logRatio).rounded() + 1
        return UInt32(max(1, min(Float(steps - 1), step)))
    }
}
