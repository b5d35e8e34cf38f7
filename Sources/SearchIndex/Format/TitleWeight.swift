import Glibc

/// How much the words of a title say together, by their rarities, in a byte for each document: equal steps of a logarithm.
enum TitleWeight {
    private static let scale: Float = 32

    static func byte(_ weight: Float) -> UInt8 { UInt8(min(255, (scale * logf(1 + max(0, weight))).rounded())) }

    static func weight(_ byte: UInt8) -> Float { expf(Float(byte) / scale) - 1 }
}
