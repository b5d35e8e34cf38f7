/// Room for text in which character references were replaced, used again for each event.
struct ResolvedText: ~Copyable {
    private var storage = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: 64)
    private(set) var count = 0

    deinit {
        storage.deallocate()
    }

    /// Empties it and makes room. No reference is shorter than half of what it stands for.
    mutating func reserve(_ capacity: Int) {
        count = 0
        guard capacity > storage.count else { return }
        storage.deallocate()
        storage = .allocate(capacity: capacity)
    }

    mutating func append(_ bytes: UnsafeBufferPointer<UInt8>, isReference: Bool) {
        if isReference, let reference = CharacterReference(bytes) {
            reference.forEachByte {
                storage.initializeElement(at: count, to: $0); count += 1
            }
        } else {
            for byte in bytes { storage.initializeElement(at: count, to: byte); count += 1 }
        }
    }

    func bytes(from first: Int) -> UnsafeBufferPointer<UInt8> {
        UnsafeBufferPointer(rebasing: storage[first..<count])
    }
}
