private import CZstd

/// Packs and unpacks blocks of bytes (Zstandard).
enum Compression {
    /// Beyond this, smaller files take more time than they are worth: 9 is 2 % smaller in half as much time again, and 19
    /// another 3 % in twenty times the time.
    private static let level: Int32 = 6
    /// No block of documents is larger: one is at most the largest document beyond `DocumentStore.blockSize`.
    static let mostBytes = 1 << 26

    static func compress(_ bytes: [UInt8]) -> [UInt8] {
        [UInt8](unsafeUninitializedCapacity: ZSTD_compressBound(bytes.count)) { buffer, count in
            let size = bytes.withUnsafeBytes {
                ZSTD_compress(buffer.baseAddress, buffer.count, $0.baseAddress, $0.count, level)
            }
            // It fails only for lack of memory or room, and there is room.
            precondition(ZSTD_isError(size) == 0)
            count = size
        }
    }
}

/// Unpacks blocks, with what that takes kept from one to the next.
final class Decompressor {
    private let context = ZSTD_createDCtx()

    deinit {
        ZSTD_freeDCtx(context)
    }

    /// - Parameter size: What the bytes must unpack to.
    func decompress(_ bytes: UnsafeRawBufferPointer, size: Int) throws(IndexError) -> [UInt8] {
        guard size <= Compression.mostBytes else { throw .damaged }
        var result = 0
        let unpacked = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
            result = ZSTD_decompressDCtx(context, buffer.baseAddress, size, bytes.baseAddress, bytes.count)
            count = ZSTD_isError(result) == 0 ? min(result, size) : 0
        }
        guard ZSTD_isError(result) == 0, result == size else { throw .damaged }
        return unpacked
    }
}
