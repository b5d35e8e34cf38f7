import FileSystem

/// The bytes of an index, mapped from its file or held in memory.
package final class IndexMemory {
    let bytes: UnsafeRawBufferPointer
    private let file: MappedFile?

    /// - Throws: `IndexError.unreadable` when the file cannot be mapped.
    package init(path: String) throws(IndexError) {
        do throws(FileSystemError) {
            let file = try MappedFile(path: path)
            self.file = file
            bytes = file.bytes
        } catch {
            throw .unreadable(error.description)
        }
    }

    package init(_ bytes: [UInt8]) {
        let copy = UnsafeMutableRawBufferPointer.allocate(byteCount: bytes.count, alignment: 8)
        copy.copyBytes(from: bytes)
        self.bytes = UnsafeRawBufferPointer(copy)
        file = nil
    }

    /// - Throws: `IndexError.cutShort` when the file has lost bytes: what was read of its end may have been zeros.
    func check() throws(IndexError) {
        let isWhole: Bool
        do throws(FileSystemError) { isWhole = try file?.isWhole ?? true } catch {
            throw .unreadable(error.description)
        }
        guard isWhole else { throw .cutShort }
    }

    /// When the file was written, in seconds after 1970; nil of an index in memory.
    package var modified: Int? {
        get throws(IndexError) {
            do throws(FileSystemError) { return try file?.modified } catch { throw .unreadable(error.description) }
        }
    }

    deinit {
        if file == nil { bytes.deallocate() }
    }
}
