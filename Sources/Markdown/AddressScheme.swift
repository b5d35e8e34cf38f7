enum AddressScheme {
    /// Whether a browser that follows the address would run what it says: `javascript:`, `data:` and `vbscript:`, in
    /// any case and with the spaces and control characters that browsers skip.
    static func runsCode(_ address: UnsafeBufferPointer<UInt8>) -> Bool {
        let scheme = address.lazy.filter { $0 > 0x20 && $0 != 0x7F }.map { byte in
            (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte | 0x20 : byte
        }
        return ["javascript:", "data:", "vbscript:"].contains { scheme.starts(with: $0.utf8) }
    }
}
