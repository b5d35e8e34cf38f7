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

    deinit {
        if file == nil { bytes.deallocate() }
    }
}
